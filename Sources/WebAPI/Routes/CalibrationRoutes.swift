import Access
import Appraisal
import HTTPSupport
import Hummingbird
import Incubation
import Values
import Workflow

/// What the register's own exits teach, proposed by one person and put in force by another.
///
/// | Method | Path                                   | Use case             |
/// |--------|----------------------------------------|----------------------|
/// | GET    | `/calibrations`                        | `ListCalibrations`   |
/// | POST   | `/calibrations`                        | `ProposeCalibration` |
/// | GET    | `/calibrations/{calibration}`          | `ListCalibrations`   |
/// | POST   | `/calibrations/{calibration}/approval` | `ApproveCalibration` |
struct CalibrationRoutes: RouteSet {
    let registry: Registry

    func add(to router: PermittedRoutes) {
        router.api(.get, "/calibrations", .reading(.listCalibrations)) { request, context in
            let page = try QueryFields.read(request) { (query) throws(Refusal) in try query.page() }
            let found = try await ListCalibrations(registry: registry)(page: page, as: context.caller)
            return .page(Page(items: found.items.map(CalibrationSummary.init), next: found.next), for: request)
        }
        router.api(.get, "/calibrations/{calibration}", .reading(.listCalibrations)) { request, context in
            let number = try context.number("calibration", of: .calibration)
            return .value(try await ListCalibrations(registry: registry)(number, as: context.caller), for: request)
        }
        router.api(.post, "/calibrations", .act(.proposeCalibration)) { request, context in
            let (area, name) = try await request.object { (fields) throws(Refusal) in
                (try fields.optional("area", .areaCode), try fields.optional("rubric", .text(longest: 100)))
            }
            var named: NamedRubric?
            if let name { named = try await ShowRubric(registry: registry)(name, as: context.caller) }
            let rubric = named
            return try await request.once(as: context.caller) {
                try await ProposeCalibration(registry: registry)(area: area, rubric: rubric, as: $0)
            } answering: {
                .created($0, at: "/api/v1/calibrations/\($0.row.number)")
            }
        }
        router.api(.post, "/calibrations/{calibration}/approval", .act(.approveCalibration)) { request, context in
            let number = try context.number("calibration", of: .calibration)
            let (from, through) = try await request.object { (fields) throws(Refusal) in
                (try fields.value("validFrom", .day), try fields.optional("validThrough", .day))
            }
            return try await request.once(as: context.caller) {
                try await ApproveCalibration(registry: registry)(number, from: from, through: through, as: $0)
            } answering: { proposal in
                .json { json in proposal.write(to: &json) }
            }
        }
    }
}
