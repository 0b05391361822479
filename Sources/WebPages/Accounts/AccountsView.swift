import Access
import Values
import Workflow

/// The list of accounts.
struct AccountsView: PageView {
    static let template = "accounts"

    struct Row: Encodable, Sendable {
        let number: String
        let login: String
        let address: String
        let name: String
        let state: ChipView
        let duty: String
        let secondFactor: String
    }

    let title: String
    /// The form for a new account, for those who may invite.
    let new: LinkView?
    /// A part of the login, as it was asked for.
    let login: String
    let states: [OptionView]
    let filter: FilterView
    let rows: [Row]
    let isEmpty: Bool
    let paging: PagingView

    init(_ filter: AccountFilter, _ found: Page<Account>, _ visit: Visit) {
        let (w, words) = (visit.w, Catalogue.accounts)
        title = w(words.title)
        new = visit.mayDo(.act(.inviteAccount)) ? LinkView(label: w(words.invite), address: AccountFormPages.newPath) : nil
        login = filter.login ?? ""
        states = OptionView.all(AccountState.self, chosen: filter.state, first: Catalogue.terms.any, w, words: \.words)
        self.filter = FilterView(
            SitePart.accounts.path, [(words.loginPart, filter.login), (words.state, states.chosen)], w)
        rows = found.items.map { account in
            Row(
                number: account.number.description, login: account.login, address: AccountPages.address(of: account.number),
                name: account.displayName, state: ChipView(account.state, w), duty: account.duty.map { w($0.words) } ?? w(words.none),
                secondFactor: w(account.hasSecondFactor ? Catalogue.signIn.secondFactorOn : Catalogue.signIn.secondFactorOff))
        }
        isEmpty = rows.isEmpty
        paging = PagingView(next: found.next, visit)
    }
}

extension ChipView {
    init(_ state: AccountState, _ w: Words) {
        label = w(state.words)
        switch state {
        case .active: tone = "good"
        case .invited: tone = "plain"
        case .disabled: tone = "ended"
        }
    }
}
