import Values

/// What a password is made of, as somebody who guesses sees it.
struct PasswordShape {
    private let characters: [Character]

    init(_ text: String) {
        characters = Array(text.lowercased())
    }

    /// The words that it may stand for: as it is, without digits and signs at either end, with letters for the digits and signs that look
    /// like them, and its letters alone.
    var words: Set<String> {
        let letters = characters.map { Self.letters[$0] ?? $0 }
        let trimmed = Self.trimmed(characters)
        return [
            String(characters), String(trimmed), String(trimmed.map { Self.letters[$0] ?? $0 }), String(Self.trimmed(letters)),
            String(characters.filter(\.isLetter)),
        ]
    }

    private static func trimmed(_ characters: some BidirectionalCollection<Character>) -> [Character] {
        Array(characters.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed())
    }

    private static let letters: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]

    /// One to four characters, over and over.
    var isRepetition: Bool {
        (1...4).contains { length in
            characters.count > length && characters.indices.dropFirst(length).allSatisfy { characters[$0] == characters[$0 - length] }
        }
    }

    /// Neighbours on a keyboard or in the alphabet, in at most two runs, either way.
    var isRun: Bool {
        guard characters.count >= 4 else { return false }
        return zip(characters, characters.dropFirst()).count { !Self.neighbours.contains("\($0)\($1)") } <= 1
    }

    /// A day in the last or this century, as people write a birthday: `19900101`, `1990-1-1`.
    var isDate: Bool {
        guard let match = String(characters).wholeMatch(of: /([0-9]{4})[-\/. ]?([0-9]{1,2})[-\/. ]?([0-9]{1,2})/),
            let year = Int(match.1), let month = Int(match.2), let day = Int(match.3)
        else { return false }
        return (1900...2099).contains(year) && Day(year: year, month: month, day: day) != nil
    }

    private static let rows = [
        "01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.",
        "147258369", "!@#$%^&*()_+",
    ]

    private static let neighbours: Set<String> = Set(
        rows.flatMap { row in
            zip(row, row.dropFirst()).flatMap { ["\($0)\($1)", "\($1)\($0)"] }
        })
}
