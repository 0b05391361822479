import Crypto
import Tabular
import Values
import Workflow

/// A mapping file, read and understood.
struct MappingFile {
    let mapping: TableMapping
    /// Equal for equal mappings.
    let hash: String

    /// The mapping of a table whose header says which column is which.
    static let byName = MappingFile(mapping: .byName, hash: "by-name")

    /// Far more than any mapping; what is larger is another file.
    private static let largest = 4 << 20

    private init(mapping: TableMapping, hash: String) {
        self.mapping = mapping
        self.hash = hash
    }

    /// - Throws: ``Workflow/Refusal/importFile(_:remedy:)`` with the place in the file and what would be right there.
    init(path: String) throws(Refusal) {
        let bytes = try TableFile.content(of: path, atMost: Self.largest)
        do throws(TableRefusal) {
            mapping = try TableMapping(json: bytes)
        } catch {
            let problems = error.findings
            throw .importFile(
                BilingualText(
                    zh: "映射文件“\(path)”有误：\(problems.map(\.message.zh).joined(separator: "；"))",
                    en: "The mapping file “\(path)” is wrong: \(problems.map(\.message.en).joined(separator: "; "))"),
                remedy: error.finding.remedy)
        }
        hash = SHA256.hash(data: bytes).hexadecimal
    }

    /// The kind of table that the mapping names; nil when it fits every kind.
    var kind: ImportKind? {
        get throws(Refusal) {
            guard let name = mapping.kind else { return nil }
            guard let kind = ImportKind(rawValue: name) else {
                let all = ImportKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw .importFile(
                    BilingualText(zh: "映射文件的 kind “\(name)”不存在。", en: "The mapping file's kind “\(name)” does not exist."),
                    remedy: BilingualText(zh: "可用：\(all)。", en: "There are: \(all)."))
            }
            return kind
        }
    }

    /// The refusal of a mapping for another kind of table.
    static func wrongKind(_ kind: ImportKind, expected: ImportKind) -> Refusal {
        .importFile(
            BilingualText(
                zh: "映射文件用于“\(kind.rawValue)”，而不是“\(expected.rawValue)”。",
                en: "The mapping file is for “\(kind.rawValue)”, not for “\(expected.rawValue)”."),
            remedy: BilingualText(zh: "请核对 --kind 和 --mapping。", en: "Check --kind and --mapping."))
    }
}
