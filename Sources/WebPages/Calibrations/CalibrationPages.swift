import Access
import Appraisal
import HTTPSupport
import Hummingbird
import Values
import Workflow

/// What the register's own exits teach, proposed by one person and put in force by another.
///
/// | Method    | Path                                   | Use case                          |
/// |-----------|----------------------------------------|-----------------------------------|
/// | GET       | `/calibrations`                        | `ListCalibrations`                |
/// | GET, POST | `/calibrations/new`                    | `ProposeCalibration`              |
/// | GET       | `/calibrations/{calibration}`          | `ListCalibrations`, `ShowRubric`  |
/// | GET, POST | `/calibrations/{calibration}/approval` | `ApproveCalibration`              |
struct CalibrationPages: PageSet {
    let registry: Registry
    static let path = "/calibrations"
    static let newPath = "/calibrations/new"
    private static let pageSize = 50

    static func address(of number: Int64) -> String { "\(path)/\(number)" }

    func add(to routes: PermittedRoutes) {
        routes.page(Self.path, .reading(.listCalibrations), list)
        routes.page("\(Self.path)/{calibration}", .reading(.listCalibrations), show)
        routes.page(Self.newPath, .act(.proposeCalibration)) { visit in try Self.proposal.answer(visit) }
        routes.on(Self.newPath, method: .post, for: .act(.proposeCalibration), whenSessionIsLost: routes.lostSession) { request, context in
            try await propose(Visit(request, context))
        }
        let approval = "\(Self.path)/{calibration}/approval"
        routes.page(approval, .act(.approveCalibration)) { visit in try Self.approval(of: try visit.calibration()).answer(visit) }
        routes.on(approval, method: .post, for: .act(.approveCalibration), whenSessionIsLost: routes.lostSession) { request, context in
            try await approve(Visit(request, context))
        }
    }

    @Sendable private func list(_ visit: Visit) async throws -> Response {
        let found = try await ListCalibrations(registry: registry)(page: try visit.page(size: Self.pageSize), as: visit.caller)
        let places = try await LocateAreas(registry: registry)(Set(found.items.compactMap(\.row.area)), as: visit.caller)
        return try visit.answer(CalibrationListView(found, places, today: registry.today, visit), in: .rules)
    }

    @Sendable private func show(_ visit: Visit) async throws -> Response {
        let found = try await ListCalibrations(registry: registry)(try visit.calibration(), as: visit.caller)
        let rubric = try await ShowRubric(registry: registry)(found.row.rubricHash, as: visit.caller)
        let places = try await LocateAreas(registry: registry)(Set([found.row.area].compactMap(\.self)), as: visit.caller)
        let done = visit.query.text("done").flatMap { Act(rawValue: $0) }
        return try visit.answer(
            try CalibrationView(found, rubric, places, today: registry.today, visit), in: .rules,
            notice: done.map { visit.w(Catalogue.forms.done($0)) })
    }

    private static let proposal = AccountForm(
        path: newPath, title: Catalogue.calibrations.propose, lead: Catalogue.calibrations.proposeLead,
        fields: [
            FormField(
                name: "area", label: Catalogue.calibrations.area, kind: .area, hint: Catalogue.calibrations.areaHint, isOptional: true)
        ], submit: Catalogue.calibrations.propose, back: .page(Catalogue.calibrations.title, path))

    private func propose(_ visit: Visit) async throws -> Response {
        try await Self.proposal.take(visit, registry, reading: Self.readPlace) { place, _ in
            let made = try await ProposeCalibration(registry: registry)(area: place.area, as: visit.caller)
            return visit.redirect(to: "\(Self.address(of: made.row.number))?done=\(Act.proposeCalibration.rawValue)")
        }
    }

    private static func readPlace(_ reader: inout FormReader) async throws -> LearningPlace? {
        LearningPlace(area: try await reader.area("area"))
    }

    private static func approval(of number: Int64) -> AccountForm {
        let words = Catalogue.calibrations
        return AccountForm(
            path: "\(address(of: number))/approval", title: words.approve, lead: words.approveLead,
            fields: [
                FormField(name: "validFrom", label: words.from, kind: .day),
                FormField(name: "validThrough", label: words.through, kind: .day, hint: words.throughHint, isOptional: true),
            ], submit: words.approve, back: .page(words.numbered(number), address(of: number)))
    }

    private func approve(_ visit: Visit) async throws -> Response {
        let number = try visit.calibration()
        return try await Self.approval(of: number).take(visit, registry, reading: Self.readValidity) { validity, _ in
            _ = try await ApproveCalibration(registry: registry)(number, from: validity.from, through: validity.through, as: visit.caller)
            return visit.redirect(to: "\(Self.address(of: number))?done=\(Act.approveCalibration.rawValue)")
        }
    }

    private static func readValidity(_ reader: inout FormReader) async throws -> CalibrationSpan? {
        let (from, through) = (reader.day("validFrom"), reader.day("validThrough"))
        return from.map { CalibrationSpan(from: $0, through: through) }
    }
}

/// Where is learned; nil for the whole register.
private struct LearningPlace: Sendable {
    let area: AreaCode?
}

/// The days on which a calibration is used.
private struct CalibrationSpan: Sendable {
    let from: Day
    let through: Day?
}

extension Visit {
    /// The calibration that the path names.
    ///
    /// - Throws: ``Refusal/notFound(_:_:)``.
    fileprivate func calibration() throws(Refusal) -> Int64 {
        guard let number = Int64(key("calibration")), number > 0 else { throw .notFound(.calibration, key("calibration")) }
        return number
    }
}
