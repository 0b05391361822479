import CWebPages

/// A template, stylesheet or script that was compiled in.
struct PageFile: Hashable, Sendable {
    /// Its path below the folder of this module, such as `Templates/frame.mustache`.
    let name: String
    let bytes: [UInt8]

    /// Every file, sorted by name.
    static let all: [PageFile] = (0..<web_page_file_count()).map { position in
        let file = web_page_file_at(position)
        return PageFile(name: String(cString: file.name), bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }

    /// The files in a folder, by their name without folder and ending.
    static func all(in folder: String, ending: String) -> [String: PageFile] {
        var found: [String: PageFile] = [:]
        for file in all where file.name.hasPrefix(folder + "/") && file.name.hasSuffix(ending) {
            found[String(file.name.dropFirst(folder.utf8.count + 1).dropLast(ending.utf8.count))] = file
        }
        return found
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}
