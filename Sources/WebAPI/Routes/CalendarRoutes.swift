import Access
import HTTPSupport
import Hummingbird
import Values
import Workflow

/// | Method | Path                | Use case        |
/// |--------|---------------------|-----------------|
/// | GET    | `/calendars`        | `ListCalendars` |
/// | GET    | `/calendars/{year}` | `ShowCalendar`  |
/// | PUT    | `/calendars/{year}` | `EnterCalendar` |
struct CalendarRoutes: RouteSet {
    let registry: Registry

    func add(to router: PermittedRoutes) {
        router.api(.get, "/calendars", .reading(.listCalendars)) { request, context in
            .list(try await ListCalendars(registry: registry)(as: context.caller).map(CalendarSummary.init), for: request)
        }
        router.api(.get, "/calendars/{year}", .reading(.showCalendar)) { request, context in
            answer(try await ShowCalendar(registry: registry)(try context.year(), as: context.caller), to: request)
        }
        router.api(.put, "/calendars/{year}", .act(.enterCalendar), enter)
    }

    /// Only the calendar of a year that has none yet is entered without the version that it follows.
    @Sendable private func enter(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let year = try context.year()
        let version = request.headers.contains(.ifMatch) ? try request.version() : nil
        let published = try await request.object { (fields) throws(Refusal) in try PublishedCalendar(of: year, &fields) }
        return try await request.once(as: context.caller) {
            try await EnterCalendar(registry: registry)(published, following: version, as: $0)
        } answering: { entered in
            entered.version == 1
                ? Response.created(entered, at: "/api/v1/calendars/\(year)").tagged(EntityTag(version: entered.version))
                : answer(entered, to: request)
        }
    }

    private func answer(_ calendar: RecordedCalendar, to request: Request) -> Response {
        .json(version: calendar.version, for: request) { calendar.write(to: &$0) }
    }
}
