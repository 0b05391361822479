package import Tabular

/// A kind of table that can be imported. The raw value is the name that mapping files and the command line use.
package enum ImportKind: String, CaseIterable, Hashable, Sendable {
    case areas, organizations, statuses, accounts, reports, activities, leadership, charters, bodies, meetings, controls, boundaries, cases,
        mentors
    case observations

    /// The names of the columns that a table of this kind can fill.
    package var columnNames: [String] { schema.columns.map(\.name) }

    /// The columns that a table of this kind can fill.
    package var schema: TableSchema {
        switch self {
        case .areas: .areas
        case .organizations: .organizations
        case .statuses: .statuses
        case .accounts: .accounts
        case .reports: .reports
        case .activities: .activities
        case .leadership: .leadership
        case .charters: .charters
        case .bodies: .bodies
        case .meetings: .meetings
        case .controls: .controls
        case .boundaries: .boundaries
        case .cases: .cases
        case .mentors: .mentors
        case .observations: .observations
        }
    }
}
