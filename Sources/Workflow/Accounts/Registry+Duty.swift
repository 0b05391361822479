import Access
import Postgres
import Store

extension Registry {
    /// Reads what is needed to find out who somebody is, in one round trip and without asking for permission: there is nobody yet to ask
    /// it for.
    func findingOut<S: Statement>(_ statement: S) async throws -> [S.Output] {
        let context: SessionContext = ["incubator.caller": Caller.visitor.name, AccountDuty.setting: AccountDuty.signIn.rawValue]
        return try await all(statement, under: context)
    }

    /// Writes what is no act of anybody's: that a session is in use, that a password was tried.
    func noting<Result: Sendable>(_ body: (PostgresTransaction) async throws -> Result) async throws -> Result {
        let context: SessionContext = ["incubator.caller": Caller.visitor.name, AccountDuty.setting: AccountDuty.signIn.rawValue]
        await endSharedReading()
        return try await refusingOutages { try await pool.withTransaction(context: context, deadline: deadline, body) }
    }
}
