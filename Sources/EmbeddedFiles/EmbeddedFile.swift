import CEmbeddedFiles

/// A file of the folder `sql` that was compiled in, so that an installed executable needs no source tree.
package struct EmbeddedFile: Hashable, Sendable {
    /// Its path below `sql`, such as `migrations/0001_areas.sql`.
    package let name: String
    private let position: Int

    /// Every file, sorted by name.
    package static let all: [EmbeddedFile] = (0..<embedded_file_count())
        .map { EmbeddedFile(name: String(cString: embedded_file_at($0).name), position: $0) }
        .sorted { $0.name < $1.name }

    /// The files below a folder, such as `migrations`, sorted by name.
    package static func all(under folder: String) -> [EmbeddedFile] {
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        return all.filter { $0.name.hasPrefix(prefix) }
    }

    /// The file of exactly that name; nil when there is none.
    package static func named(_ name: String) -> EmbeddedFile? {
        all.first { $0.name == name }
    }

    package static func == (left: Self, right: Self) -> Bool { left.name == right.name }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension EmbeddedFile {
    /// Its content, copied.
    package var bytes: [UInt8] {
        let file = embedded_file_at(position)
        return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }

    /// Its content as text; nil when it is not UTF-8.
    package var text: String? {
        let file = embedded_file_at(position)
        return String(validating: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
    }
}
