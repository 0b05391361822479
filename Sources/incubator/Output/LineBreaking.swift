/// Text in lines of no more columns than there are, unless one word alone takes more.
enum LineBreaking {
    static func lines(_ text: String, columns: Int) -> [String] { lines(pieces(text), columns: columns) }

    /// - Parameter pieces: what stays together; blanks between them are pieces too, and vanish where a line ends.
    static func lines(_ pieces: [Substring], columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var blanks: Substring = ""
        for piece in pieces {
            if piece.hasPrefix(" ") {
                blanks = piece
                continue
            }
            let longer = line + blanks + piece
            if line.isEmpty || DisplayWidth.of(longer) <= columns {
                line = longer
            } else {
                lines.append(line)
                line = String(piece)
            }
            blanks = ""
        }
        return lines + [line]
    }

    /// Words of Latin letters, and single characters of Chinese with the punctuation that may not begin or end a line.
    static func pieces(_ text: String) -> [Substring] {
        text.matches(of: /\ +|[（《“]*(?:[!-~]+|[^ ])[，。；：、）》”]*/).map(\.output)
    }

    /// The parts of how a command is used: an option stays together with its value.
    static func pieces(ofUsage text: String) -> [Substring] {
        text.matches(of: /\ +|\[[^\]]*\]|--[^ ]+ <[^ ]+>|[^ ]+/).map(\.output)
    }
}
