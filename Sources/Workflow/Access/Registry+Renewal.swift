import Access
import Store

extension Registry {
    /// The same caller with what they hold at this moment, for what goes on after its request was answered: a role that has ended counts no
    /// more, none counts of an account that was disabled, and nobody gains one that they did not come with.
    ///
    /// Whoever has signed out has not taken back what they began.
    func renewed(_ caller: Caller) async throws -> Caller {
        guard let account = caller.account, case .account(let holdings, let isTwoFactor) = caller.requester else { return caller }
        let held = Set(try await findingOut(SelectHeldNow(by: account, on: today)).map(\.number))
        return Caller(
            account: account, holdings: holdings.filter { held.contains($0.number) }, isTwoFactor: isTwoFactor,
            confirmedAt: caller.confirmedAt, limitedTo: caller.scopes)
    }
}
