import Access
import HTTPSupport
import HTTPTypes
import Hummingbird
import Tabular
import Values
import Workflow

/// | Method | Path         | Use case      |
/// |--------|--------------|---------------|
/// | GET    | `/audit`     | `BrowseAudit` |
/// | GET    | `/audit.csv` | `BrowseAudit` |
struct AuditPages: PageSet {
    let registry: Registry
    private static let pageSize = 60

    /// The list with a filter.
    static func address(of district: District?, _ question: AuditQuestion? = nil, ending: String = "") -> String {
        let pairs = [("district", district?.description), ("question", question?.rawValue)]
        return PageAddress.of(SitePart.audit.path + ending, pairs.compactMap { pair in pair.1.map { (name: pair.0, value: $0) } })
    }

    func add(to routes: PermittedRoutes) {
        routes.page(SitePart.audit.path, .reading(.listAuditEvents)) { visit in
            let found = try await find(visit, try visit.page(size: Self.pageSize))
            let named = try await visit.naming(found.items.map(\.caller), in: registry)
            return try named.answer(AuditView(found, named), in: .audit)
        }
        routes.page(SitePart.audit.path + ".csv", .reading(.listAuditEvents), export)
    }

    private func find(_ visit: Visit, _ page: PageRequest) async throws -> Page<AuditRecord> {
        let district = try visit.query.value("district", expected: Catalogue.audit.districtHint) { District(code: $0) }
        return try await BrowseAudit(registry: registry)(
            of: district, about: visit.query.text("subject"), question: try visit.query.code("question", AuditQuestion.self), page: page,
            as: visit.caller)
    }

    /// Every row that the page would show, one part after the other.
    @Sendable private func export(_ visit: Visit) async throws -> Response {
        var options = CSVWriter.Options()
        // Without which spreadsheet programs garble Chinese.
        options.byteOrderMark = true
        var writer = CSVWriter(options: options)
        writer.write(AuditView.Row.headings.map { visit.w($0) })
        let found = try await ExportedRows { try await find(visit, $0) }
        for record in found.items { writer.write(AuditView.Row(record, visit.w).cells) }
        if let note = found.note {
            writer.write([visit.w(note)] + [String](repeating: "", count: AuditView.Row.headings.count - 1))
        }
        let name = PercentEncoding.encode("\(visit.w(Catalogue.audit.title)).csv")
        return Response.data(
            writer.takeBytes(), type: "text/csv; charset=utf-8",
            headers: [.contentDisposition: "attachment; filename=\"audit.csv\"; filename*=UTF-8''\(name)"])
    }
}
