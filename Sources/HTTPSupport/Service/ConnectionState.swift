/// Decides what becomes of one connection as its parts go by. Knows neither sockets nor clocks.
struct ConnectionState {
    /// What to do about an event.
    enum Action: Hashable {
        /// Let it pass.
        case pass
        /// Keep it from going further.
        case drop
        /// Answer with the fault, then close.
        case refuse(RequestFault)
        /// Close at once.
        case cut
    }

    private let isAdmitted: Bool
    private let longestBody: Int
    /// Requests passed on whose answer has not been written to the end.
    private var outstanding = 0
    private var answerBegun = false
    private var bodyBytes = 0
    /// Whether a request has begun to come in and is not complete.
    private(set) var isReceiving = false
    private(set) var isClosing = false

    /// - Parameter isAdmitted: whether there was room for the connection.
    init(isAdmitted: Bool, longestBody: Int) {
        self.isAdmitted = isAdmitted
        self.longestBody = longestBody
    }

    mutating func requestHead() -> Action {
        if isClosing { return .drop }
        guard isAdmitted else { return close(.refuse(.busy)) }
        outstanding += 1
        bodyBytes = 0
        isReceiving = true
        return .pass
    }

    mutating func requestBody(bytes: Int) -> Action {
        if isClosing { return .drop }
        bodyBytes += bytes
        return bodyBytes > longestBody ? close(.cut) : .pass
    }

    mutating func requestEnd() -> Action {
        isReceiving = false
        return isClosing ? .drop : .pass
    }

    mutating func answerHead() -> Action {
        answerBegun = true
        return isClosing ? .drop : .pass
    }

    mutating func answerEnd() -> Action {
        answerBegun = false
        outstanding -= 1
        return isClosing ? .drop : .pass
    }

    /// What came in is not HTTP. While an answer is being made the error passes, so that whoever reads the request's body learns of it.
    mutating func parserFailed(headersTooLarge: Bool) -> Action {
        guard outstanding == 0 else { return .pass }
        if isClosing { return .drop }
        return close(.refuse(headersTooLarge ? .headersTooLarge : .malformedRequest))
    }

    /// The time for a request to come in is over.
    mutating func receiveTimedOut() -> Action {
        guard isReceiving, !isClosing else { return .drop }
        return close(outstanding == 1 && !answerBegun ? .refuse(.tooSlow) : .cut)
    }

    private mutating func close(_ action: Action) -> Action {
        isClosing = true
        return action
    }
}
