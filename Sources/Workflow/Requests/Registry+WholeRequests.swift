import Access
import Postgres
import Store

extension Registry {
    /// Takes the key of a request that is several acts, each of which takes effect once by itself: the same request may come again and goes on
    /// where it was, and another one by that key is refused before anything is done.
    ///
    /// - Throws: ``Refusal/idempotencyKeyReused``; ``Refusal/requestRunning`` when the key is being taken at this moment.
    func claimWhole(_ act: Act, of caller: Caller) async throws {
        guard let request = caller.request else { return }
        do {
            try await write(as: Admission(caller: caller, scope: nil), within: deadline) { transaction in
                try await transaction.claim(request, for: act, of: caller)
                try await transaction.keepAnswer(to: request, giving: (), of: caller)
            }
        } catch is RepeatedRequest {
            // What each of its acts was answered with, their own keys tell.
        }
    }
}
