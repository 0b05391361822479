/// The structure and arithmetic of GB 32100-2015 and GB 11714.
enum CreditCodeCheck {
    /// 31 characters, the value of each being its place; I, O, S, V and Z are left out because they are misread.
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    /// The departments of GB 32100-2015 that register bodies.
    private static let departments = Set("123456789ANY".utf8)
    private static let organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

    private static let values: [UInt8?] = {
        var values = [UInt8?](repeating: nil, count: 128)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()

    /// Folds full-width to half-width and lower to upper case, and drops white space and hyphens. Letters are never guessed: O stays O.
    static func normalize(_ written: some StringProtocol) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in written.unicodeScalars {
            if scalar.properties.isWhitespace || dashes.contains(scalar) { continue }
            let isFullWidth = ("\u{FF01}"..."\u{FF5E}").contains(scalar)
            let half = isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            if half == "-" { continue }
            let isLower = ("a"..."z").contains(half)
            scalars.append(isLower ? Unicode.Scalar(half.value - 32) ?? half : half)
        }
        return String(scalars)
    }

    /// Hyphens and dashes that people and word processors put between groups of characters.
    private static let dashes: Set<Unicode.Scalar> = ["-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}"]

    /// The normalised characters, when there are eighteen of the right kinds.
    static func structure(of written: some StringProtocol) throws(CreditCodeFault) -> [UInt8] {
        let normalized = normalize(written)
        if normalized.isEmpty { throw .empty }
        guard normalized.count == 18 else { throw .wrongLength(normalized.count) }
        var characters: [UInt8] = []
        for (index, character) in normalized.enumerated() {
            guard let byte = character.asciiValue, values[Int(byte)] != nil else {
                throw .forbiddenCharacter(character, position: index + 1)
            }
            characters.append(byte)
        }
        guard departments.contains(characters[0]) else { throw .unknownDepartment(Character(.init(characters[0]))) }
        for position in 2..<8 where !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(characters[position]) {
            throw .letterInDivision(Character(.init(characters[position])), position: position + 1)
        }
        return characters
    }

    /// Checks both check characters of eighteen characters of the alphabet.
    static func arithmetic(of characters: [UInt8]) throws(CreditCodeFault) {
        let expected = check(of: characters.prefix(17))
        let organization = organizationCheck(of: characters[8..<16])
        let nested: CreditCodeFault.NestedFault? =
            organization == characters[16]
            ? nil : .init(found: Character(.init(characters[16])), expected: Character(.init(organization)))
        if expected != characters[17] {
            throw .wrongCheck(found: Character(.init(characters[17])), expected: Character(.init(expected)), nested: nested)
        }
        if let nested { throw .wrongOrganizationCheck(nested, lastCharacter: Character(.init(expected))) }
    }

    /// Weights are powers of three modulo 31. The outer modulo turns 31 into 0; leaving it out is the usual mistake.
    private static func check(of characters: ArraySlice<UInt8>) -> UInt8 {
        var sum = 0
        var weight = 1
        for character in characters {
            sum += Int(values[Int(character)] ?? 0) * weight
            weight = weight * 3 % 31
        }
        return alphabet[(31 - sum % 31) % 31]
    }

    /// GB 11714 counts in an alphabet of 36 and writes 10 as X.
    private static func organizationCheck(of characters: ArraySlice<UInt8>) -> UInt8 {
        let sum = zip(characters, organizationWeights).reduce(0) { $0 + value36(of: $1.0) * $1.1 }
        switch 11 - sum % 11 {
        case 10: return UInt8(ascii: "X")
        case 11: return UInt8(ascii: "0")
        case let digit: return UInt8(ascii: "0") + UInt8(digit)
        }
    }

    private static func value36(of character: UInt8) -> Int {
        character <= UInt8(ascii: "9") ? Int(character - UInt8(ascii: "0")) : Int(character - UInt8(ascii: "A")) + 10
    }
}
