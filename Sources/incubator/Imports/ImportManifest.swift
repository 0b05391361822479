import Foundation
import Values
import Workflow

/// A list of tables to be imported in order: `kind<TAB>file<TAB>mapping or -`, paths as seen from the list's folder.
struct ImportManifest {
    let path: String
    private let lines: [Substring]

    /// - Throws: ``Workflow/Refusal/importFile(_:remedy:)``.
    init(path: String) throws(Refusal) {
        self.path = path
        let bytes = try TableFile.content(of: path, atMost: 1 << 20)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .importFile(
                BilingualText(zh: "“\(path)”不是 UTF-8 文本。", en: "“\(path)” is no UTF-8 text."),
                remedy: BilingualText(zh: "请另存为 UTF-8。", en: "Save it as UTF-8."))
        }
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }

    /// The manifest of a sample register: a folder of that path, or one of that name below `sql/sample`.
    static func path(ofSample name: String) -> String {
        var isFolder: ObjCBool = false
        let isHere = FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) && isFolder.boolValue
        return (isHere ? name : "sql/sample/\(name)") + "/files.txt"
    }

    /// The imports in the order of the lines.
    ///
    /// - Throws: ``Workflow/Refusal/importFile(_:remedy:)`` that names the line or the file.
    func tasks() throws(Refusal) -> [ImportTask] {
        var tasks: [ImportTask] = []
        for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) && line.first != "#" {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 3, let kind = ImportKind(rawValue: cells[0]) else { throw wrongLine(index + 1, String(line)) }
            let mapping = cells[2] == "-" ? .byName : try MappingFile(path: beside(cells[2]))
            if let mapped = try mapping.kind, mapped != kind { throw MappingFile.wrongKind(mapped, expected: kind) }
            tasks.append(ImportTask(kind: kind, source: .file(try TableFile(path: beside(cells[1]))), mapping: mapping))
        }
        return tasks
    }

    private func beside(_ name: String) -> String {
        name.hasPrefix("/") ? name : URL(filePath: path).deletingLastPathComponent().appending(path: name).relativePath
    }

    private func wrongLine(_ number: Int, _ line: String) -> Refusal {
        let kinds = ImportKind.allCases.map(\.rawValue).joined(separator: ", ")
        let shown = line.count > 60 ? line.prefix(59) + "…" : line
        return .importFile(
            BilingualText(zh: "“\(path)”第 \(number) 行有误：“\(shown)”。", en: "Line \(number) of “\(path)” is wrong: “\(shown)”."),
            remedy: BilingualText(
                zh: "每行为：种类、文件、映射文件或“-”，以制表符分隔。种类：\(kinds)。",
                en: "A line is a kind, a file, and a mapping file or “-”, with tabs between them. The kinds are \(kinds)."))
    }
}
