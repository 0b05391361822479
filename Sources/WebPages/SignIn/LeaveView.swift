import Values
import Workflow

/// The last page before the identity provider, which leads on by itself.
struct LeaveView: PageView {
    static let template = "leave"

    let title: String
    let lead: String
    let way: LinkView

    init(_ way: LeaveForProvider.Way, _ w: Words) {
        title = w(Catalogue.providers.leaveTitle)
        lead = w(Catalogue.providers.leaveLead(way.host))
        self.way = LinkView(label: w(Catalogue.signIn.goOn), address: way.address)
    }
}
