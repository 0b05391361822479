/// A form with a file, `multipart/form-data` (RFC 7578).
package struct MultipartForm: Hashable, Sendable {
    /// One field of the form.
    package struct Part: Hashable, Sendable {
        package let name: String
        /// What the file is called where it comes from, without folders; nil for a field that is no file.
        package let fileName: String?
        package let content: [UInt8]
    }

    package let parts: [Part]
    /// A form of ours has no more.
    private static let mostParts = 100

    /// Reads a body.
    ///
    /// - Parameter contentType: the value of `Content-Type`, which holds the boundary.
    /// - Throws: ``RequestFault/contentType(_:)`` for another type, ``RequestFault/malformedRequest`` for a body that is not of it.
    package init(_ body: [UInt8], contentType: String?) throws(RequestFault) {
        guard let contentType, contentType.prefix(while: { $0 != ";" }).lowercased() == "multipart/form-data",
            let boundary = Self.parameter("boundary", in: contentType), (1...70).contains(boundary.utf8.count)
        else { throw .contentType(contentType) }
        let mark = Array("--\(boundary)".utf8)
        var parts: [Part] = []
        guard var place = Self.find(mark, in: body[...]), place == 0 else { throw .malformedRequest }
        while true {
            let behind = body[(place + mark.count)...]
            if behind.starts(with: "--".utf8) { break }
            guard behind.starts(with: "\r\n".utf8), let next = Self.find(Array("\r\n".utf8) + mark, in: behind),
                parts.count < Self.mostParts
            else { throw .malformedRequest }
            parts.append(try Self.part(behind[(behind.startIndex + 2)..<max(behind.startIndex + 2, next)]))
            place = next + 2
        }
        self.parts = parts
    }

    /// What was typed into a field; nil where the form has none of that name.
    package func text(_ name: String) -> String? {
        parts.first { $0.name == name && $0.fileName == nil }.map { String(decoding: $0.content, as: UTF8.self) }
    }

    /// The file of a field; nil where none was chosen.
    package func file(_ name: String) -> Part? {
        parts.first { $0.name == name && $0.fileName?.isEmpty == false }
    }

    private static func part(_ bytes: ArraySlice<UInt8>) throws(RequestFault) -> Part {
        let gap = Array("\r\n\r\n".utf8)
        guard let end = find(gap, in: bytes) else { throw .malformedRequest }
        let head = String(decoding: bytes[bytes.startIndex..<end], as: UTF8.self)
        let disposition = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let disposition, let name = parameter("name", in: String(disposition)) else { throw .malformedRequest }
        let file = parameter("filename", in: String(disposition)).map { String($0.split { $0 == "/" || $0 == "\\" }.last ?? "") }
        return Part(name: name, fileName: file, content: Array(bytes[(end + gap.count)...]))
    }

    /// The value of a parameter, in quotation marks or without them.
    private static func parameter(_ name: String, in header: String) -> String? {
        for piece in header.split(separator: ";").dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].filter({ !$0.isWhitespace }).lowercased() == name else { continue }
            let value = pair[1].drop { $0 == " " }
            return value.hasPrefix("\"") ? String(value.dropFirst().prefix { $0 != "\"" }) : String(value.prefix { !$0.isWhitespace })
        }
        return nil
    }

    private static func find(_ mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = mark.first, bytes.count >= mark.count else { return nil }
        var place = bytes.startIndex
        let last = bytes.endIndex - mark.count
        while place <= last {
            guard let next = bytes[place...last].firstIndex(of: first) else { return nil }
            if bytes[next..<(next + mark.count)].elementsEqual(mark) { return next }
            place = next + 1
        }
        return nil
    }
}
