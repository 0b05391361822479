package import Postgres

/// What a transaction is about that sees accounts which are not its caller's own. The policies of the accounts' tables ask for it.
package enum AccountDuty: String, CaseIterable, Hashable, Sendable {
    /// Finding out who somebody is.
    case signIn = "sign-in"
    /// Making, changing and looking at accounts.
    case administration

    /// The setting by its name, for a transaction of one statement.
    package static let setting = "incubator.duty"
}

extension PostgresTransaction {
    /// Says what the transaction is about, until it ends.
    package func assume(_ duty: AccountDuty) async throws {
        _ = try await query("SELECT set_config(\(AccountDuty.setting), \(duty.rawValue), true)")
    }
}
