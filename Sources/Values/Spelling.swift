/// Makes names comparable that people write in slightly different ways.
package enum Spelling {
    /// The name without white space, ideographic spaces and byte order marks around it.
    package static func trimmed(_ name: String) -> String {
        var rest = name.unicodeScalars[...]
        while let first = rest.first, isSpace(first) { rest.removeFirst() }
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return String(rest)
    }

    /// The name in lower case and half width, without spaces, hyphens and underscores.
    package static func folded(_ name: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            let narrow = narrowed(scalar)
            if isSpace(narrow) || narrow == "_" || narrow == "-" { continue }
            result.append(contentsOf: narrow.properties.lowercaseMapping.unicodeScalars)
        }
        return String(result)
    }

    /// The ASCII character of a full-width one (U+FF01 to U+FF5E); any other character is itself.
    package static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    }
}
