import Access
import HTTPSupport
import Hummingbird
import Values
import Workflow

/// What anybody may ask, whoever looks: this page acts as a visitor.
///
/// | Method | Path      | Use case       |
/// |--------|-----------|----------------|
/// | GET    | `/status` | `LookUpStatus` |
struct StatusPages: PageSet {
    let registry: Registry
    static let path = "/status"

    func add(to routes: PermittedRoutes) {
        routes.page(Self.path, .reading(.lookUpStatus)) { visit in
            guard let number = visit.query.text("number") else { return try visit.answer(StatusView(nil, visit), in: .status) }
            let status = try await LookUpStatus(registry: registry)(number, from: visit.context.address, as: .visitor)
            return try visit.answer(StatusView(status, visit), in: .status)
        }
    }
}

/// Where a matter stands, in words from closed lists.
struct StatusView: PageView {
    static let template = "status"

    struct Answer: Encodable, Sendable {
        let isEmpty: Bool
        let facts: [FactView]
        let process: String
    }

    let title: String
    let typed: String
    let answer: Answer?

    init(_ status: PublicStatus?, _ visit: Visit) {
        let (w, words) = (visit.w, Catalogue.status)
        title = w(words.title)
        typed = visit.query.typed("number")
        answer = status.map { status in
            let values: [(BilingualText, String?)] = [
                (words.legalStatus, status.legalStatus.map { w($0.words) }),
                (words.stage, status.stage.map { w($0.words) } ?? w(words.notInStage)), (words.owner, status.owner.map { w($0.words) }),
                (words.until, status.until.map { w($0) }),
            ]
            let isEmpty = status.legalStatus == nil && status.stage == nil
            return Answer(
                isEmpty: isEmpty,
                facts: isEmpty ? [] : values.compactMap { label, value in value.map { FactView(label: w(label), value: $0) } },
                process: ProcessPages.path)
        }
    }
}
