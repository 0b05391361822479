/// A strong entity tag (RFC 9110 §8.8.3).
package struct EntityTag: Hashable, Sendable, CustomStringConvertible {
    /// With its quotation marks, as headers carry it.
    package let description: String

    /// The tag of a record that counts its edits.
    package init(version: Int64) {
        description = "\"v\(version)\""
    }

    /// The tag of an answer about a record that counts its edits and also tells what others make of it, which changes without an edit.
    package init(version: Int64, content: [UInt8]) {
        description = "\"v\(version)-\(ContentDigest.hexadecimal(of: content))\""
    }

    /// The tag of an answer that has no version: a digest of its bytes.
    package init(content: [UInt8]) {
        description = "\"\(ContentDigest.hexadecimal(of: content))\""
    }

    /// Whether the value of `If-None-Match` lists this tag, compared weakly as the header asks, or is `*`.
    package func isListed(in header: String) -> Bool {
        let tags = header.split(separator: ",").map { entry in
            let tag = entry.drop { $0 == " " || $0 == "\t" }
            return String((tag.hasPrefix("W/") ? tag.dropFirst(2) : tag).prefix { $0 != " " && $0 != "\t" })
        }
        return tags.contains { $0 == description || $0 == "*" }
    }

    /// Whether the value of `If-Match` is this tag. One that has a version alone says nothing about the content.
    package func agrees(with header: String) -> Bool {
        let tag = header.filter { $0 != " " && $0 != "\t" }
        return tag == description || !tag.contains("-")
    }

    /// The version in the value of `If-Match`; nil for anything but one strong tag that has a version.
    package static func version(in header: String) -> Int64? {
        let tag = header.filter { $0 != " " && $0 != "\t" }
        guard tag.hasPrefix("\"v"), tag.hasSuffix("\""), tag.count > 3 else { return nil }
        let parts = tag.dropFirst(2).dropLast().split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 1 || parts[1].utf8.count == 32 && parts[1].allSatisfy(\.isHexDigit) else { return nil }
        let digits = parts[0]
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int64(digits)
    }
}
