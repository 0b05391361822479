import Access
import Values
import Workflow

/// An invitation, shown once to whoever hands it to the person.
struct InvitationView: PageView {
    static let template = "invitation"

    let title: String
    let login: FactView
    let name: FactView
    let invitation: String
    let page: LinkView
    let account: LinkView

    init(_ invitation: Invitation, _ w: Words) {
        title = w(Catalogue.accounts.invitationTitle)
        login = FactView(label: w(Catalogue.signIn.login), value: invitation.account.login)
        name = FactView(label: w(Catalogue.signIn.displayName), value: invitation.account.displayName)
        self.invitation = invitation.token.text
        page = LinkView(label: w(Catalogue.accounts.activationPage), address: ActivationPages.path)
        account = LinkView(label: w(Catalogue.accounts.toAccount), address: AccountPages.address(of: invitation.account.number))
    }
}
