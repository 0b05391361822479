import Access
import Appraisal
import HTTPSupport
import HTTPTypes
import Hummingbird
import Incubation
import NIOPosix
import Spreadsheet
import Values
import Workflow

/// | Method | Path            | Use case      |
/// |--------|-----------------|---------------|
/// | GET    | `/flagged`      | `ListFlagged` |
/// | GET    | `/flagged.csv`  | `ListFlagged` |
/// | GET    | `/flagged.xlsx` | `ListFlagged` |
struct FlaggedPages: PageSet {
    let registry: Registry
    private static let pageSize = 40

    func add(to routes: PermittedRoutes) {
        routes.page("/flagged", .reading(.listFlagged), list)
        routes.page("/flagged.csv", .reading(.listFlagged)) { visit in
            let found = try await export(visit)
            return download(FlaggedTable(found, visit.w).csv(), type: "text/csv; charset=utf-8", ending: "csv", visit)
        }
        routes.page("/flagged.xlsx", .reading(.listFlagged)) { visit in
            let table = FlaggedTable(try await export(visit), visit.w)
            let bytes = try await NIOThreadPool.singleton.runIfActive { try table.spreadsheet().bytes() }
            let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            return download(bytes, type: type, ending: "xlsx", visit)
        }
    }

    @Sendable private func list(_ visit: Visit) async throws -> Response {
        let query = try await FlaggedQuery(visit, registry: registry)
        let runs = try await ListRuns(registry: registry)(page: PageRequest(size: 100), as: visit.caller).items
        var found: FlaggedPage?
        if query.area.isClear {
            found = try await permitted {
                try await ListFlagged(registry: registry)(
                    run: query.run, isCurrent: query.isCurrent, area: query.area.code, filter: query.filter, category: query.category,
                    order: query.order, page: try visit.page(size: Self.pageSize), as: visit.caller)
            }
        }
        let show = ShowRubric(registry: registry)
        let hash = found?.run.rubricHash
        let rubric = if let hash { try await show(hash, as: visit.caller) } else { try await show.inForce(as: visit.caller) }
        let places = try await LocateAreas(registry: registry)(Set(runs.compactMap(\.area)), as: visit.caller)
        return try visit.answer(FlaggedView(query, found, runs, places, rubric, visit), in: .flagged)
    }

    /// Every row that the page would show, one part after the other, all of one run.
    private func export(_ visit: Visit) async throws -> ExportedRows<StoredAssessment> {
        let query = try await FlaggedQuery(visit, registry: registry)
        var run = query.run
        return try await ExportedRows { page in
            let part = try await ListFlagged(registry: registry)(
                run: run, isCurrent: query.isCurrent, area: query.area.code, filter: query.filter, category: query.category,
                order: query.order, page: page, as: visit.caller)
            run = part.run.run
            return part.page
        }
    }

    private func download(_ bytes: [UInt8], type: String, ending: String, _ visit: Visit) -> Response {
        let name = "\(visit.w(Catalogue.flagged.fileName)).\(ending)"
        // RFC 6266: a plain name for old programs, and the real one encoded.
        let disposition = "attachment; filename=\"flagged.\(ending)\"; filename*=UTF-8''\(PercentEncoding.encode(name))"
        return Response.data(bytes, type: type, headers: [.contentDisposition: disposition])
    }
}
