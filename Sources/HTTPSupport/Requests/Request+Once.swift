import HTTPTypes
package import Hummingbird
import NIOCore
import Values
package import Workflow

extension Request {
    /// The request with its body at hand, when it carries an `Idempotency-Key`: the body is then read twice, to be understood and to be
    /// compared with that of an earlier request.
    package func keepingBody() async throws -> Request {
        guard method == .post || method == .put, headers.contains(.idempotencyKey) else { return self }
        try requireJSON()
        var request = self
        request.body = RequestBody(buffer: try await bytes())
        return request
    }

    /// Does an act as often as the client wants it: once, however often a request with an `Idempotency-Key` comes.
    ///
    /// - Parameters:
    ///   - act: the use case, whose result is the act's; it must act as the caller that it is given.
    ///   - answer: the answer to the result.
    package func once<Result: Sendable>(
        as caller: Caller, _ act: (Caller) async throws -> Result, answering answer: @escaping @Sendable (Result) throws -> Response
    ) async throws -> Response {
        guard let key = try idempotencyKey() else { return try answer(try await act(caller)) }
        let request = WriteRequest(key: key, content: try await content()) { result in
            guard let result = result as? Result else { throw UnexpectedResult(type: "\(type(of: result))") }
            return try await StoredAnswer(answer(result)).bytes
        }
        do {
            return try answer(try await act(caller.by(request)))
        } catch let repeated as RepeatedRequest {
            return try StoredAnswer(bytes: repeated.answer).response
        }
    }

    /// The caller, acting by the request's key where it has one, for a request that is several acts: each takes effect once by itself, and
    /// their answers are read again.
    package func keyed(_ caller: Caller) async throws -> Caller {
        guard let key = try idempotencyKey() else { return caller }
        return caller.by(WriteRequest(key: key, content: try await content()) { _ in [] })
    }

    /// Refuses a key with a request whose answer holds a secret. Such an answer is not kept, so the request cannot be answered once more,
    /// and a program that counts on it must learn of it.
    ///
    /// - Throws: ``Refusal/notPossible(field:_:)``.
    package func refuseKey() throws(Refusal) {
        guard headers.contains(.idempotencyKey) else { return }
        throw .notPossible(
            field: "Idempotency-Key",
            BilingualText(
                zh: "这一请求涉及机密，答复不予保存，无法重复给出", en: "the request is about secrets, so its answer is not kept and cannot be given again"))
    }

    /// - Throws: ``Refusal/malformed(field:value:expected:)``.
    private func idempotencyKey() throws(Refusal) -> String? {
        guard let key = headers[.idempotencyKey] else { return nil }
        guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (33...126).contains($0) }) else {
            throw .malformed(
                field: "Idempotency-Key", value: key,
                expected: BilingualText(zh: "1 至 255 个可见的 ASCII 字符", en: "1 to 255 visible ASCII characters"))
        }
        return key
    }

    /// Everything that the request asks for. Lines cannot hold a line break, so no two requests have the same bytes.
    private func content() async throws -> [UInt8] {
        let lines = [method.rawValue, uri.description, headers[.ifMatch] ?? ""].map { $0 + "\n" }.joined()
        return Array(lines.utf8) + Array(try await bytes().readableBytesView)
    }
}

/// A use case gave something else than its act's transaction did.
struct UnexpectedResult: Error {
    let type: String
}

extension HTTPField.Name {
    /// The forced unwrap is safe: the name is a literal of letters and a hyphen.
    // swift-format-ignore: NeverForceUnwrap
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
}
