/// What is shown of a person's data to those who have not said why they need the whole of it.
///
/// Source of the forms: the register's domain rules on personal information (surname and a star, `138****5678`, the community of an
/// address, the last four of an account). A masked value holds an asterisk, which no value on record does.
package enum Masking {
    /// What stands for the characters that are left out.
    package static let star: Character = "*"

    /// The surname and a star: `王*`, `欧阳*`. Of a name in another script, the first character.
    package static func name(_ name: String) -> String {
        let characters = name.filter { !$0.isWhitespace }
        guard let first = characters.first, first != star else { return String(star) }
        let two = String(characters.prefix(2))
        return (characters.count > 2 && CompoundSurnames.all.contains(two) ? two : String(first)) + String(star)
    }

    /// The first three and the last four digits of a mobile number, `138****5678`; of a fixed line the area code and the last four.
    package static func telephone(_ number: String) -> String {
        let written = number.filter { !$0.isWhitespace }
        let digits = written.compactMap(\.digit)
        let mobile = digits.count == 13 && digits.starts(with: "86") ? digits.dropFirst(2) : digits[...]
        if mobile.count == 11, mobile.first == "1" { return mobile.prefix(3) + stars + mobile.suffix(4) }
        let parts = written.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, (2...4).contains(parts[0].count), parts[0].allSatisfy({ $0.digit != nil }) else {
            return stars + tail(digits)
        }
        return "\(parts[0])-\(stars)" + tail(parts[1].compactMap(\.digit))
    }

    /// The first character of the box, and the domain: `w***@example.org`.
    package static func email(_ address: String) -> String {
        guard let at = address.lastIndex(of: "@"), let first = address.first, first != "@" else { return handle(address) }
        return "\(first)***\(address[at...])"
    }

    /// The first character of a name in a messaging service.
    package static func handle(_ name: String) -> String {
        name.first.map { "\($0)***" } ?? "***"
    }

    /// Down to the community: of what stands before the first number, the part that ends with a community, village, subdistrict, town or
    /// district; nothing when it names none. A residential compound (小区) is smaller than that.
    package static func address(_ address: String) -> String {
        let words = address.prefix { $0.digit == nil }
        for ending in ["社区", "村", "街道", "镇", "乡", "区", "县", "市"] {
            for range in words.ranges(of: ending) where !words[..<range.lowerBound].hasSuffix("小") {
                return words[..<range.upperBound] + "***"
            }
        }
        return "***"
    }

    /// The last four digits.
    package static func bankAccount(_ number: String) -> String {
        stars + tail(number.compactMap(\.digit))
    }

    private static let stars = "****"

    /// The last four of enough digits that they do not tell the rest; nothing of fewer.
    private static func tail(_ digits: [Character]) -> String {
        digits.count >= 7 ? String(digits.suffix(4)) : ""
    }
}

extension Character {
    /// The digit as ASCII writes it, also of a full-width one; nil for any other character, numerals in characters included.
    var digit: Character? {
        guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return nil }
        switch scalar.value {
        case 0x30...0x39: return self
        case 0xFF10...0xFF19: return Unicode.Scalar(scalar.value - 0xFF10 + 0x30).map(Character.init)
        default: return nil
        }
    }
}
