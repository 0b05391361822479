import HTTPTypes
package import Hummingbird
package import Workflow

extension Request {
    /// Reads the body of a form, `application/x-www-form-urlencoded`.
    ///
    /// - Throws: ``RequestFault`` when the body is not announced as a form, is too large or breaks off.
    package func formBody() async throws -> [UInt8] {
        let type = headers[.contentType]
        guard type?.prefix(while: { $0 != ";" }).lowercased() == "application/x-www-form-urlencoded" else {
            throw RequestFault.contentType(type)
        }
        return Array(try await bytes().readableBytesView)
    }

    /// Does an act once, however often a form with the same key comes.
    ///
    /// - Parameters:
    ///   - key: made with the form.
    ///   - content: everything that the form asks for.
    ///   - act: the use case, whose result is the act's; it must act as the caller that it is given.
    ///   - answer: the answer to the result.
    package func once<Result: Sendable>(
        key: String, content: [UInt8], as caller: Caller, _ act: (Caller) async throws -> Result,
        answering answer: @escaping @Sendable (Result) throws -> Response
    ) async throws -> Response {
        let request = WriteRequest(key: key, content: Array("\(method.rawValue) \(uri.path)\n".utf8) + content) { result in
            guard let result = result as? Result else { throw UnexpectedResult(type: "\(type(of: result))") }
            return try await StoredAnswer(answer(result)).bytes
        }
        do {
            return try answer(try await act(caller.by(request)))
        } catch let repeated as RepeatedRequest {
            return try StoredAnswer(bytes: repeated.answer).response
        }
    }
}

extension Request {
    /// Whether the body is said to be a form with files.
    package var isMultipart: Bool {
        headers[.contentType]?.prefix { $0 != ";" }.lowercased() == "multipart/form-data"
    }

    /// The largest file that is taken from a browser, with its form: a little less than a connection may carry.
    package static let largestUpload = (4 << 20) - (1 << 16)

    /// The same in whole megabytes, as people are told.
    package static var largestUploadInMegabytes: Int { (largestUpload + (1 << 19)) >> 20 }

    /// Reads the body of a form with a file.
    ///
    /// - Throws: ``RequestFault`` when it is none, is too large or breaks off.
    package func multipartForm() async throws -> MultipartForm {
        let type = headers[.contentType]
        return try MultipartForm(Array(try await bytes(atMost: Self.largestUpload).readableBytesView), contentType: type)
    }
}
