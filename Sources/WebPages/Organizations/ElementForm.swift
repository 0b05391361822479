import Access
import Incubation
import Values

/// The forms for records of the four elements.
enum ElementForm: String, CaseIterable {
    case leadership, charters, bodies, meetings, controls, boundaries

    static func links(of element: OrganizationalElement, _ path: String, _ visit: Visit) -> [LinkView] {
        let forms: [ElementForm] =
            switch element {
            case .leadershipTeam: [.leadership]
            case .activityCharter: [.charters]
            case .governanceStructure: [.bodies, .meetings, .controls]
            case .serviceBoundary: [.boundaries]
            }
        return forms.filter { visit.mayDo(.act($0.act)) }.map {
            LinkView(label: visit.w($0.words), address: "\(path)/elements/\($0.rawValue)/new")
        }
    }

    private var act: Act {
        switch self {
        case .leadership: .recordLeadershipPost
        case .charters: .recordCharter
        case .bodies: .recordGovernanceBody
        case .meetings: .recordMeeting
        case .controls: .recordMoneyControls
        case .boundaries: .recordServiceBoundary
        }
    }

    var words: BilingualText {
        switch self {
        case .leadership: Catalogue.forms.leadership
        case .charters: Catalogue.forms.charter
        case .bodies: Catalogue.forms.body
        case .meetings: Catalogue.forms.meeting
        case .controls: Catalogue.forms.controls
        case .boundaries: Catalogue.forms.boundary
        }
    }
}
