import Testing

@testable import HTTPSupport

@Suite struct ConnectionStateTests {
    @Test func `an ordinary request passes`() {
        var state = ConnectionState(isAdmitted: true, longestBody: 10)
        #expect(state.requestHead() == .pass)
        #expect(state.isReceiving)
        #expect(state.requestBody(bytes: 10) == .pass)
        #expect(state.requestEnd() == .pass)
        #expect(!state.isReceiving)
        #expect(state.answerHead() == .pass)
        #expect(state.answerEnd() == .pass)
        #expect(state.receiveTimedOut() == .drop)
    }

    @Test func `a connection too many is told so once and hears no more`() {
        var state = ConnectionState(isAdmitted: false, longestBody: 10)
        #expect(state.requestHead() == .refuse(.busy))
        #expect(state.requestBody(bytes: 1) == .drop)
        #expect(state.requestEnd() == .drop)
        #expect(state.requestHead() == .drop)
        #expect(state.parserFailed(headersTooLarge: false) == .drop)
    }

    @Test func `a body that never ends is cut`() {
        var state = ConnectionState(isAdmitted: true, longestBody: 10)
        _ = state.requestHead()
        #expect(state.requestBody(bytes: 10) == .pass)
        #expect(state.requestBody(bytes: 1) == .cut)
    }

    @Test func `a request that is not HTTP is refused, but not in the middle of another's answer`() {
        var state = ConnectionState(isAdmitted: true, longestBody: 10)
        _ = state.requestHead()
        #expect(state.parserFailed(headersTooLarge: false) == .pass)
        _ = state.answerHead()
        _ = state.answerEnd()
        #expect(state.parserFailed(headersTooLarge: true) == .refuse(.headersTooLarge))
        #expect(state.answerHead() == .drop)
    }

    @Test func `a slow request is told so unless its answer has begun`() {
        var state = ConnectionState(isAdmitted: true, longestBody: 10)
        _ = state.requestHead()
        #expect(state.receiveTimedOut() == .refuse(.tooSlow))
        #expect(state.answerHead() == .drop)
        var answered = ConnectionState(isAdmitted: true, longestBody: 10)
        _ = answered.requestHead()
        _ = answered.answerHead()
        #expect(answered.receiveTimedOut() == .cut)
    }
}
