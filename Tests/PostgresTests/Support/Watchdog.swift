import Testing

private struct Hanging: Error {}

/// Runs `body` and fails the test when it takes longer than `limit`: what this target tests must never hang.
func within<T: Sendable>(
    _ limit: Duration,
    _ label: String = "the work",
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: @escaping @Sendable () async throws -> T
) async throws -> T {
    let work = Task { try await body() }
    // A hanging task cannot be waited for, so the answer comes from whichever is first.
    let result: Result<T, any Error> = await withCheckedContinuation { continuation in
        let first = FirstAnswer(continuation)
        let alarm = Task {
            try await Task.sleep(for: limit)
            await first.give(.failure(Hanging()))
        }
        Task {
            await first.give(work.result)
            alarm.cancel()
        }
    }
    if case .failure(let error) = result, error is Hanging {
        work.cancel()
        Issue.record("\(label) did not end within \(limit)", sourceLocation: sourceLocation)
    }
    return try result.get()
}

/// Resumes a continuation with the first of several answers.
private actor FirstAnswer<T: Sendable> {
    private var continuation: CheckedContinuation<Result<T, any Error>, Never>?

    init(_ continuation: CheckedContinuation<Result<T, any Error>, Never>) {
        self.continuation = continuation
    }

    func give(_ answer: Result<T, any Error>) {
        continuation?.resume(returning: answer)
        continuation = nil
    }
}
