import HTTPSupport
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Locks
import NIOCore
import Testing

/// Sends requests and holds every answer against the description.
final class CheckedClient: Sendable {
    private let client: any TestClientProtocol
    private let document: OpenAPIDocument
    /// Which answers have been seen, as `GET /path 200`.
    private let seen = Guarded<Set<String>>([])

    init(_ client: any TestClientProtocol, _ document: OpenAPIDocument) {
        self.client = client
        self.document = document
    }

    struct Answer {
        let status: Int
        let headers: HTTPFields
        let json: JSONValue
        let text: String
    }

    var answersSeen: Set<String> { seen.withLock { $0 } }

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> Answer {
        try await send("GET", path, nil, headers: headers)
    }

    func post(_ path: String, _ body: JSONValue, headers: HTTPFields = [:]) async throws -> Answer {
        try await send("POST", path, body.bytes, headers: headers)
    }

    func put(_ path: String, _ body: JSONValue, headers: HTTPFields = [:]) async throws -> Answer {
        try await send("PUT", path, body.bytes, headers: headers)
    }

    func send(_ method: String, _ path: String, _ body: [UInt8]?, headers: HTTPFields = [:]) async throws -> Answer {
        var headers = headers
        if body != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
        let answer = try await client.execute(
            uri: path, method: try #require(HTTPRequest.Method(method)), headers: headers, body: body.map { ByteBuffer(bytes: $0) })
        let bytes = Array(answer.body.readableBytesView)
        let type = answer.headers[.contentType] ?? ""
        let json = type.hasSuffix("json") ? try JSONParser.parse(bytes) : JSONValue.null
        let result = Answer(status: answer.status.code, headers: answer.headers, json: json, text: String(decoding: bytes, as: UTF8.self))
        check(method, path, result, type)
        return result
    }

    private func check(_ method: String, _ path: String, _ answer: Answer, _ type: String) {
        guard let operation = document.operation(method, path) else { return }
        seen.withLock { _ = $0.insert("\(operation.description) \(answer.status)") }
        guard let described = document.response(operation, status: answer.status) else {
            Issue.record("\(operation.description) answers \(answer.status), which is not described")
            return
        }
        let media = String(type.prefix { $0 != ";" })
        let content = described["content"]?.members.map(\.name) ?? []
        #expect(content == (media.isEmpty ? [] : [media]), "\(operation.description) \(answer.status)")
        for header in described["headers"]?.members ?? [] where header.name != "Link" {
            #expect(answer.headers[text: header.name] != nil, "\(operation.description) \(answer.status) lacks \(header.name)")
        }
        guard let schema = described["content"]?[media]?["schema"], media.hasSuffix("json") else { return }
        #expect(document.checker.findings(answer.json, against: schema) == [], "\(operation.description) \(answer.status)")
    }
}
