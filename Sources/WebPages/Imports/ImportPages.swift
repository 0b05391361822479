import Access
import HTTPSupport
import HTTPTypes
import Hummingbird
import Tabular
import Values
import Workflow

/// A table comes in, is tried, and is taken over when its sender says so. Trying and taking over go on while nobody waits for them.
///
/// | Method | Path                             | Use case                                        |
/// |--------|----------------------------------|-------------------------------------------------|
/// | GET    | `/imports`                       | `ListImports`, with the form                    |
/// | POST   | `/imports`                       | `BackgroundImports`: a rehearsal, or what was cut short |
/// | GET    | `/imports/{import}`              | `ShowImport`, `ListOwnFindings`                 |
/// | POST   | `/imports/{import}`              | `BackgroundImports`: a rehearsal, or in earnest |
/// | GET    | `/imports/{import}/findings.csv` | `ListOwnFindings`                               |
struct ImportPages: Sendable {
    let registry: Registry
    let imports: BackgroundImports
    private let uploads = Uploads()
    private static let findingsShown = 40
    private static let importsShown = 20
    private static let mostFindings = 50_000

    init(registry: Registry, imports: BackgroundImports) {
        self.registry = registry
        self.imports = imports
    }

    /// The page of an import.
    static func address(of number: Int64) -> String { "\(SitePart.imports.path)/\(number)" }

    func add(to routes: PermittedRoutes) {
        let path = SitePart.imports.path
        routes.page(path, .reading(.listImports)) { visit in try await start(nil, kind: nil, visit) }
        let tooLarge: PermittedRoutes.Handler = { request, context in try await sendBackTooLarge(Visit(request, context)) }
        routes.on(path, method: .post, for: .act(.importTable), whenSessionIsLost: routes.lostSession, tooLarge: tooLarge) {
            request, context in
            try await take(Visit(request, context))
        }
        routes.page("\(path)/{import}", .reading(.listImports)) { visit in try await show(visit) }
        routes.on("\(path)/{import}", method: .post, for: .act(.importTable), whenSessionIsLost: routes.lostSession) { request, context in
            try await goOn(Visit(request, context))
        }
        routes.page("\(path)/{import}/findings.csv", .reading(.listImportFindings)) { visit in
            var report = FindingsReport(language: visit.language)
            var (cursor, written): (String?, Int) = (nil, 0)
            repeat {
                let part = try await findings(of: visit.number(), page: try PageRequest(size: 500, after: cursor), visit)
                part.items.forEach { report.write($0) }
                (cursor, written) = (part.next, written + part.items.count)
            } while cursor != nil && written < Self.mostFindings
            let disposition = "attachment; filename=\"findings.csv\""
            return Response.data(
                report.takeBytes(), type: "text/csv; charset=utf-8", headers: [.contentDisposition: disposition])
        }
    }

    private func start(
        _ fault: FieldFault?, kind: ImportKind?, _ visit: Visit, status: HTTPResponse.Status? = nil
    ) async throws -> Response {
        let own = try await ListImports(registry: registry)(page: PageRequest(size: Self.importsShown), as: visit.caller).items
        let view = ImportStartView(fault, kind: kind, own, visit.w)
        return try visit.answer(view, in: .imports, status: status ?? (fault == nil ? .ok : .unprocessableContent))
    }

    /// The form of somebody whose session had ended, as it was filled in but for the file.
    private func comeBack(_ typed: FormFields, _ visit: Visit) async throws -> Response {
        if let number = typed.text("resume").flatMap({ Int64($0) }), number > 0 { return visit.redirect(to: Self.address(of: number)) }
        let words = typed.text(KeptForm.file).map { Catalogue.signIn.chooseAgain($0) }
        return try await start(
            words.map { FieldFault(field: "file", words: visit.w($0)) }, kind: typed.text("kind").flatMap(ImportKind.init(rawValue:)),
            visit, status: .ok)
    }

    /// Takes in a table and tries it, or goes on with the import that was cut short.
    private func take(_ visit: Visit) async throws -> Response {
        if let typed = try await visit.request.fieldsWithoutFile() { return try await comeBack(typed, visit) }
        let form: MultipartForm
        do {
            form = try await visit.request.multipartForm()
        } catch RequestFault.bodyTooLarge {
            return try await sendBackTooLarge(visit)
        }
        let number = form.text("resume").flatMap { Int64($0) }
        let resumed = if let number { try await ShowImport(registry: registry)(number, as: visit.caller) } else { ImportStatus?.none }
        guard let kind = resumed?.kind ?? form.text("kind").flatMap(ImportKind.init(rawValue:)), kind != .areas else {
            return try await sendBack(Catalogue.forms.missing(Catalogue.imports.kind), field: "kind", nil, visit)
        }
        guard let file = form.file("file"), !file.content.isEmpty else {
            return try await sendBack(Catalogue.forms.missing(Catalogue.imports.file), field: "file", kind, visit)
        }
        let table = TableText(name: String((file.fileName ?? "").prefix(100)), bytes: file.content)
        if let resumed, resumed.fileFingerprint != table.fingerprint {
            return try await sendBack(Catalogue.imports.otherFile(resumed.fileName), field: "file", kind, visit)
        }
        let known = resumed?.columns ?? [:]
        let upload = Upload(
            owner: visit.caller.name, kind: kind, table: table, columns: known.isEmpty ? table.columns(of: kind) : known)
        // Columns that nobody has chosen are tried first, whatever the import was that was cut short.
        let request = upload.request(
            isRehearsal: known.isEmpty || resumed?.isRehearsal ?? true, skipsBadRows: resumed?.skipsBadRows ?? false)
        let content = Array("\(kind.rawValue) \(form.text("resume") ?? "")\n".utf8) + file.content
        return try await begin(request, upload, key: form.text("key"), content: content, visit)
    }

    private func sendBackTooLarge(_ visit: Visit) async throws -> Response {
        try await sendBack(Catalogue.imports.tooLarge(Request.largestUploadInMegabytes), field: "file", nil, visit)
    }

    private func sendBack(_ words: BilingualText, field: String, _ kind: ImportKind?, _ visit: Visit) async throws -> Response {
        try await start(FieldFault(field: field, words: visit.w(words)), kind: kind, visit)
    }

    /// Tries the table with other columns, takes it over, or goes on with what was cut short.
    private func goOn(_ visit: Visit) async throws -> Response {
        let fields = try await visit.request.formFields()
        let status = try await ShowImport(registry: registry)(visit.number(), as: visit.caller)
        guard var upload = await uploads.find(status.number, of: visit.caller.name) else {
            return visit.redirect(to: Self.address(of: status.number))
        }
        if fields.text("mapped") != nil {
            let chosen = upload.kind.schema.columns.map { ($0.name, fields.typed("column-\($0.name)")) }
            upload.columns = Dictionary(uniqueKeysWithValues: chosen.filter { !$0.1.isEmpty && upload.table.header.contains($0.1) })
        }
        if fields.text("again") != nil { return try await show(status, upload, visit) }
        let request =
            switch fields.text("do") {
            case "apply": upload.request(isRehearsal: false, skipsBadRows: fields.text("skip") == "yes")
            case "resume": upload.request(isRehearsal: status.isRehearsal, skipsBadRows: status.skipsBadRows)
            default: upload.request(isRehearsal: true, skipsBadRows: false)
            }
        return try await begin(request, upload, key: fields.text("key"), content: fields.content, visit)
    }

    /// Begins an import once, however often the form comes.
    private func begin(
        _ asked: ImportRequest, _ upload: Upload, key: String?, content: [UInt8], _ visit: Visit
    ) async throws -> Response {
        func once(_ key: String) async throws -> Response {
            try await visit.request.once(key: key, content: content, as: visit.caller) { caller in
                let status = try await imports.start(asked, of: upload.table, as: caller)
                await uploads.keep(upload, for: status.number)
                return status
            } answering: { status in
                visit.redirect(to: Self.address(of: status.number))
            }
        }
        do {
            return try await once(key ?? FormKey.make())
        } catch Refusal.idempotencyKeyReused {
            // Somebody went back in the browser and chose another file.
            return try await once(FormKey.make())
        }
    }

    private func show(_ visit: Visit) async throws -> Response {
        let status = try await ShowImport(registry: registry)(visit.number(), as: visit.caller)
        return try await show(status, await uploads.find(status.number, of: visit.caller.name), visit)
    }

    private func show(_ status: ImportStatus, _ upload: Upload?, _ visit: Visit) async throws -> Response {
        let found = status.isUnderWay ? [] : try await findings(of: status.number, page: PageRequest(size: Self.findingsShown), visit).items
        return try visit.answer(ImportView(status, upload, found, visit.w), in: .imports)
    }

    private func findings(of number: Int64, page: PageRequest, _ visit: Visit) async throws -> Page<Finding> {
        try await ListOwnFindings(registry: registry)(of: number, page: page, as: visit.caller)
    }
}

extension Visit {
    /// The import that the path names.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)`` for what is no number as well: there is no such import.
    fileprivate func number() throws(Refusal) -> Int64 {
        let text = key("import")
        guard let number = Int64(text), number > 0 else { throw .notFound(.importJob, text) }
        return number
    }
}
