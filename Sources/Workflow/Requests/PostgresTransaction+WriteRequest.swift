import Access
import Postgres
import Store

extension PostgresTransaction {
    /// Takes a request's key, before anything else is locked.
    ///
    /// - Throws: ``RepeatedRequest`` when the request was done; ``Refusal/requestRunning`` when it is being done at this moment and is not
    ///   over soon; ``Refusal/idempotencyKeyReused`` when the key belongs to another request.
    func claim(_ request: WriteRequest, for act: Act, of caller: Caller) async throws {
        let claim = ClaimIdempotencyKey(request.key, of: caller.name, act: act.rawValue, requestHash: request.hash)
        let isClaimed: Bool
        do {
            isClaimed = try await pipeline(["SET LOCAL lock_timeout TO '500ms'", claim.sql])[1].affected == 1
        } catch let error as PostgresError where error.sqlState == .lockNotAvailable {
            throw Refusal.requestRunning
        }
        if !isClaimed { try await refuseRepeated(request, of: caller, isClaimed: true) }
        _ = try await pipeline(["SET LOCAL lock_timeout TO DEFAULT", ForgetIdempotencyKeys().sql])
    }

    /// Answers a request that was done before as it was answered then.
    ///
    /// - Parameter isClaimed: whether somebody has the key; it may be gone again by now.
    /// - Throws: as ``claim(_:for:of:)``.
    func refuseRepeated(_ request: WriteRequest, of caller: Caller, isClaimed: Bool = false) async throws {
        guard let earlier = try await first(FindIdempotencyKey(request.key, of: caller.name)) else {
            if isClaimed { throw Refusal.requestRunning }
            return
        }
        guard earlier.requestHash == request.hash else { throw Refusal.idempotencyKeyReused }
        guard let answer = earlier.answer else { throw Refusal.requestRunning }
        throw RepeatedRequest(answer: answer)
    }

    /// Keeps the answer to a request, in the transaction of its effect.
    func keepAnswer(to request: WriteRequest, giving result: any Sendable, of caller: Caller) async throws {
        try await run(KeepAnswer(try await request.answer(result), for: request.key, of: caller.name))
    }
}
