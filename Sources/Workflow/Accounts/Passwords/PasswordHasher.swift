import Dispatch

/// Hashes passwords on threads of its own, two at once, so that people who sign in do not slow down everybody else.
package actor PasswordHasher {
    /// What new hashes are made with.
    package nonisolated let parameters: ScryptParameters
    private let work = DispatchQueue(label: "password-hashing", attributes: .concurrent)
    private var line: HashingLine<UInt64>
    private var continuations: [UInt64: CheckedContinuation<Void, any Error>] = [:]
    private var lastTicket: UInt64 = 0
    /// How many hashes were computed, for tests: that an unknown login costs as much as a known one is counted, not timed.
    package private(set) var computed = 0

    /// - Parameters:
    ///   - places: how many are hashed at once.
    ///   - longest: how many may wait.
    package init(parameters: ScryptParameters = .standard, places: Int = 2, longest: Int = 50) {
        self.parameters = parameters
        line = HashingLine(places: places, longest: longest)
    }

    /// Makes a hash to be stored.
    ///
    /// - Throws: ``Refusal/tooManyAttempts(seconds:)`` when too many wait, `CancellationError` when the wait was called off.
    package func hash(_ password: NormalizedPassword) async throws -> PasswordHash {
        let parameters = parameters
        return try await inTurn { try PasswordHash(password, parameters) }
    }

    /// Whether the password is the one of the hash. Without a hash a password is hashed all the same, and is wrong.
    ///
    /// - Throws: as ``hash(_:)``.
    package func verify(_ password: NormalizedPassword, against hash: PasswordHash?) async throws -> Bool {
        let parameters = parameters
        return try await inTurn {
            guard let hash else {
                _ = try PasswordHash(password, parameters)
                return false
            }
            return try hash.matches(password)
        }
    }

    private func inTurn<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await begin()
        defer { next() }
        computed += 1
        return try await withCheckedThrowingContinuation { continuation in
            work.async { continuation.resume(with: Swift.Result { try body() }) }
        }
    }

    private func begin() async throws {
        try Task.checkCancellation()
        lastTicket += 1
        let ticket = lastTicket
        switch line.arrive(ticket) {
        case .begin: return
        case .leave: throw Refusal.tooManyAttempts(seconds: 5)
        case .wait: break
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuations[ticket] = $0 }
        } onCancel: {
            Task { await self.giveUp(ticket) }
        }
    }

    private func giveUp(_ ticket: UInt64) {
        guard line.giveUp(ticket) else { return }
        continuations.removeValue(forKey: ticket)?.resume(throwing: CancellationError())
    }

    private func next() {
        guard let ticket = line.finish() else { return }
        continuations.removeValue(forKey: ticket)?.resume()
    }
}
