import Values

/// A count that goes up, for a person who watches.
struct CountLine: Sendable {
    private let words: BilingualText

    init(_ words: BilingualText) {
        self.words = words
    }

    func show(_ count: Int64) {
        if Terminal.isWatched { Terminal.change("\(words[Terminal.language]) \(Grouping.digits(count))") }
    }

    func end() {
        if Terminal.isWatched { Terminal.change("") }
    }
}
