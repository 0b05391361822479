import EmbeddedFiles

/// The rubrics' documents that were compiled in.
package enum EmbeddedRubrics {
    private static let folder = "reference/rubrics"

    /// The names, sorted.
    package static var names: [String] {
        EmbeddedFile.all(under: folder).compactMap { file in
            let name = file.name.dropFirst(folder.utf8.count + 1)
            return name.hasSuffix(".json") ? String(name.dropLast(5)) : nil
        }
    }

    /// A rubric's document, JSON; nil when there is none of that name.
    package static func document(named name: String) -> [UInt8]? {
        EmbeddedFile.named("\(folder)/\(name).json")?.bytes
    }
}
