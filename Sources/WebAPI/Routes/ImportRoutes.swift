import Access
import HTTPSupport
import Hummingbird
import Values
import Workflow

/// Tables that are imported while nobody waits for them.
///
/// | Method | Path                        | Use case                     |
/// |--------|-----------------------------|------------------------------|
/// | GET    | `/imports`                  | `ListImports`                |
/// | POST   | `/imports`                  | `BackgroundImports`          |
/// | GET    | `/imports/{import}`         | `ShowImport`                 |
/// | GET    | `/imports/{import}/findings` | `ListOwnFindings`            |
struct ImportRoutes: Sendable {
    let registry: Registry
    let imports: BackgroundImports

    /// A request's body has no room for more.
    private static let longestTable = 1_000_000

    func add(to router: PermittedRoutes) {
        router.api(.get, "/imports", .reading(.listImports)) { request, context in
            let page = try QueryFields.read(request) { (query) throws(Refusal) in try query.page() }
            return .page(try await ListImports(registry: registry)(page: page, as: context.caller), for: request)
        }
        router.api(.post, "/imports", .act(.importTable)) { request, context in
            let (table, asked) = try await request.object { (fields) throws(Refusal) in try Self.read(&fields) }
            return try await request.once(as: context.caller) {
                try await imports.start(asked, of: table, as: $0)
            } answering: { status in
                .json(.accepted, headers: [.location: "/api/v1/imports/\(status.number)"]) { status.write(to: &$0) }
            }
        }
        router.api(.get, "/imports/{import}", .reading(.listImports)) { request, context in
            .value(try await ShowImport(registry: registry)(context.importJob(), as: context.caller), for: request)
        }
        router.api(.get, "/imports/{import}/findings", .reading(.listImportFindings)) { request, context in
            let page = try QueryFields.read(request) { (query) throws(Refusal) in try query.page() }
            let found = try await ListOwnFindings(registry: registry).plain(of: context.importJob(), page: page, as: context.caller)
            return .page(found, for: request)
        }
    }

    private static func read(_ fields: inout JSONFields) throws(Refusal) -> (TableText, ImportRequest) {
        let kind: ImportKind = try fields.value("kind", .code)
        let name = try fields.value("fileName", .text(longest: 100))
        let text = try fields.value("table", .text(longest: longestTable))
        let columns = try fields.list(
            "columns", .object { (fields) throws(Refusal) in try (fields.value("column", .text()), fields.value("header", .text())) })
        let isRehearsal = try fields.value("isRehearsal", .boolean)
        let skips = try fields.optional("skipsBadRows", .boolean) ?? false
        let table = TableText(name: name, bytes: Array(text.utf8))
        let chosen = columns.isEmpty ? table.columns(of: kind) : try kind.chosen(columns)
        return (table, ImportRequest(table, kind: kind, columns: chosen, skipsBadRows: skips, isRehearsal: isRehearsal))
    }
}

extension ImportKind {
    /// - Throws: ``Refusal/notPossible(field:_:)`` for a column that tables of the kind do not have, or that is chosen twice.
    fileprivate func chosen(_ columns: [(String, String)]) throws(Refusal) -> [String: String] {
        let known = columnNames
        for (index, (column, _)) in columns.enumerated() where !known.contains(column) {
            let expected = FieldWords.oneOf(known)
            throw .notPossible(
                field: "columns[\(index)].column",
                BilingualText(zh: "此类表格没有“\(column)”列，只有\(expected.zh)", en: "such tables have no column “\(column)”, only \(expected.en)"))
        }
        if let twice = Dictionary(grouping: columns, by: \.0).first(where: { $0.value.count > 1 })?.key {
            throw .notPossible(field: "columns", BilingualText(zh: "“\(twice)”列写了两次", en: "the column “\(twice)” is there twice"))
        }
        return Dictionary(uniqueKeysWithValues: columns)
    }
}

extension ServiceContext {
    /// The import that the path names.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)`` for what is no number as well: there is no such import.
    fileprivate func importJob() throws(Refusal) -> Int64 {
        let text = key("import")
        guard let number = Int64(text), number > 0 else { throw .notFound(.importJob, text) }
        return number
    }
}
