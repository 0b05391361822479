import Foundation

/// Makes two spellings of a name equal: width, case, compatibility forms, traditional characters, spaces and punctuation.
///
/// The same folding serves what is stored and what is searched for. Names of Chinese characters and ASCII, nearly all, take a quick way;
/// others pass through Unicode's compatibility composition (NFKC) first.
package struct NameFolding: Sendable {
    /// From a traditional character to the simplified one; only characters with exactly one.
    private let simplified: [Unicode.Scalar: Unicode.Scalar]

    package init(simplified: [Unicode.Scalar: Unicode.Scalar]) {
        self.simplified = simplified
    }

    /// The folded name; empty when nothing but spaces and punctuation was there.
    package func fold(_ name: String) -> String {
        if name.unicodeScalars.allSatisfy(Self.isPlain) { return pass(name.unicodeScalars) }
        // What stood apart may compose once the punctuation between is gone, and a small letter may be two characters, so that one pass
        // need not be the last. Two do in practice; the bound is for what nobody has thought of.
        var folded = pass(name.precomposedStringWithCompatibilityMapping.unicodeScalars)
        for _ in 1...4 {
            let again = pass(folded.precomposedStringWithCompatibilityMapping.unicodeScalars)
            if again.unicodeScalars.elementsEqual(folded.unicodeScalars) { break }
            folded = again
        }
        return folded
    }

    private func pass(_ scalars: String.UnicodeScalarView) -> String {
        var folded = String.UnicodeScalarView()
        append(scalars, to: &folded)
        return String(folded)
    }

    private func append(_ scalars: String.UnicodeScalarView, to folded: inout String.UnicodeScalarView) {
        for scalar in scalars {
            switch scalar.value {
            case 0x4E00...0x9FFF: folded.append(simplified[scalar] ?? scalar)
            case 0x30...0x39, 0x61...0x7A: folded.append(scalar)
            case 0x41...0x5A: folded.append(Unicode.Scalar(UInt8(scalar.value + 32)))
            case 0...0x7F: continue
            default: appendRare(scalar, to: &folded)
            }
        }
    }

    private func appendRare(_ scalar: Unicode.Scalar, to folded: inout String.UnicodeScalarView) {
        guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.properties.isIdeographic else { return }
        for lower in scalar.properties.lowercaseMapping.unicodeScalars { folded.append(simplified[lower] ?? lower) }
    }

    /// ASCII and the common Chinese characters have no compatibility forms.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 || (0x4E00...0x9FFF).contains(scalar.value)
    }

    /// Every two neighbouring characters of a folded name, each once; the character itself when it is alone.
    package static func bigrams(of folded: String) -> [String] {
        let scalars = Array(folded.unicodeScalars)
        guard scalars.count > 1 else { return scalars.map { String($0) } }
        var seen: Set<String> = []
        var bigrams: [String] = []
        for index in 1..<scalars.count {
            var pair = String.UnicodeScalarView()
            pair.append(scalars[index - 1])
            pair.append(scalars[index])
            if seen.insert(String(pair)).inserted { bigrams.append(String(pair)) }
        }
        return bigrams
    }
}
