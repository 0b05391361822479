import Access
import HTTPSupport
import HTTPTypes
import Hummingbird
import Tabular
import Values
import Workflow

/// A table comes in, is tried, and is taken over when its sender says so.
///
/// | Method | Path                            | Use case                                   |
/// |--------|---------------------------------|--------------------------------------------|
/// | GET    | `/imports`                      | `ImportTable`: the form                    |
/// | POST   | `/imports`                      | `ImportTable`, as a rehearsal              |
/// | GET    | `/imports/{token}`              | `ListImportFindings`                       |
/// | POST   | `/imports/{token}`              | `ImportTable`, as a rehearsal or in earnest |
/// | GET    | `/imports/{token}/findings.csv` | `ListImportFindings`                       |
struct ImportPages: PageSet {
    let registry: Registry
    private let uploads = Uploads()
    private static let findingsShown = 40
    private static let mostFindings = 50_000

    init(registry: Registry) {
        self.registry = registry
    }

    func add(to routes: PermittedRoutes) {
        let path = SitePart.imports.path
        routes.page(path, .act(.importTable)) { visit in try visit.answer(ImportStartView(nil, kind: nil, visit.w), in: .imports) }
        let tooLarge: PermittedRoutes.Handler = { request, context in try sendBackTooLarge(Visit(request, context)) }
        routes.on(path, method: .post, for: .act(.importTable), tooLarge: tooLarge) { request, context in
            try await take(Visit(request, context))
        }
        routes.page("\(path)/{token}", .act(.importTable)) { visit in try await show(try await upload(visit), visit) }
        routes.on("\(path)/{token}", method: .post, for: .act(.importTable)) { request, context in
            try await goOn(Visit(request, context))
        }
        routes.page("\(path)/{token}/findings.csv", .reading(.listImportFindings)) { visit in
            let upload = try await upload(visit)
            var report = FindingsReport(language: visit.language)
            for finding in try await findings(of: upload, count: Self.mostFindings, visit) { report.write(finding) }
            let disposition = "attachment; filename=\"findings.csv\""
            return Response.data(
                report.takeBytes(), type: "text/csv; charset=utf-8", headers: [.contentDisposition: disposition])
        }
    }

    /// Takes in a table and tries it.
    private func take(_ visit: Visit) async throws -> Response {
        let form: MultipartForm
        do {
            form = try await visit.request.multipartForm()
        } catch RequestFault.bodyTooLarge {
            return try sendBackTooLarge(visit)
        }
        guard let kind = form.text("kind").flatMap(ImportKind.init(rawValue:)), kind != .areas else {
            return try sendBack(Catalogue.forms.missing(Catalogue.imports.kind), field: "kind", nil, visit)
        }
        guard let file = form.file("file"), !file.content.isEmpty else {
            return try sendBack(Catalogue.forms.missing(Catalogue.imports.file), field: "file", kind, visit)
        }
        var upload = Upload(
            kind: kind, fileName: String((file.fileName ?? "").prefix(100)), bytes: file.content, owner: visit.caller.name)
        upload.report = try await run(upload, isRehearsal: true, skipsBadRows: false, visit)
        await uploads.keep(upload)
        return visit.redirect(to: "\(SitePart.imports.path)/\(upload.token)")
    }

    private func sendBackTooLarge(_ visit: Visit) throws -> Response {
        try sendBack(Catalogue.imports.tooLarge(Request.largestUploadInMegabytes), field: "file", nil, visit)
    }

    private func sendBack(_ words: BilingualText, field: String, _ kind: ImportKind?, _ visit: Visit) throws -> Response {
        let fault = FieldFault(field: field, words: visit.w(words))
        return try visit.answer(ImportStartView(fault, kind: kind, visit.w), in: .imports, status: .unprocessableContent)
    }

    /// Tries the table with other columns, or takes it over.
    private func goOn(_ visit: Visit) async throws -> Response {
        let fields = try await visit.request.formFields()
        var upload = try await upload(visit)
        if upload.report?.outcome != .applied {
            let chosen = upload.kind.schema.columns.map { ($0.name, fields.typed("column-\($0.name)")) }
            if fields.text("mapped") != nil {
                upload.columns = Dictionary(uniqueKeysWithValues: chosen.filter { upload.header.contains($0.1) })
            }
            let isRehearsal = fields.text("do") != "apply"
            upload.report = try await run(
                upload, isRehearsal: isRehearsal, skipsBadRows: fields.text("skip") == "yes", visit)
            await uploads.keep(upload)
        }
        return visit.redirect(to: "\(SitePart.imports.path)/\(upload.token)")
    }

    private func run(_ upload: Upload, isRehearsal: Bool, skipsBadRows: Bool, _ visit: Visit) async throws -> ImportReport {
        try await ImportTable(registry: registry)(
            upload.request(isRehearsal: isRehearsal, skipsBadRows: skipsBadRows), from: upload, as: visit.caller)
    }

    private func show(_ upload: Upload, _ visit: Visit) async throws -> Response {
        let found = try await findings(of: upload, count: Self.findingsShown, visit)
        return try visit.answer(ImportView(upload, found, visit.w), in: .imports)
    }

    private func findings(of upload: Upload, count: Int, _ visit: Visit) async throws -> [Finding] {
        guard let report = upload.report else { return [] }
        return try await ListImportFindings(registry: registry)(job: report.job, skipping: 0, count: count, as: visit.caller)
    }

    /// - Throws: ``Refusal/notFound(_:_:)`` for a table that is not kept any more.
    private func upload(_ visit: Visit) async throws -> Upload {
        let token = visit.key("token")
        guard let found = await uploads.find(token, of: visit.caller.name) else { throw Refusal.notFound(.importJob, token) }
        return found
    }
}
