import HTTPTypes
import Hummingbird
import NIOCore

/// An answer as bytes, to be kept with the effect that it tells of: the status, its fields line by line, an empty line, the body.
struct StoredAnswer {
    let bytes: [UInt8]

    init(_ response: Response) async throws {
        let fields = response.headers.map { "\($0.name.rawName): \($0.value)\n" }.joined()
        let collected = CollectedBody()
        try await response.body.write(CollectedBody.Writer(body: collected))
        bytes = Array("\(response.status.code)\n\(fields)\n".utf8) + collected.bytes
    }

    /// - Parameter bytes: what ``init(_:)`` made.
    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// - Throws: ``Unreadable``.
    var response: Response {
        get throws {
            var rest = bytes[...]
            guard let status = Self.line(&rest).flatMap({ Int($0) }) else { throw Unreadable() }
            var headers = HTTPFields()
            while let field = Self.line(&rest), !field.isEmpty {
                let parts = field.split(separator: ":", maxSplits: 1)
                guard parts.count == 2, let name = HTTPField.Name(String(parts[0])) else { throw Unreadable() }
                headers.append(HTTPField(name: name, value: String(parts[1].drop { $0 == " " })))
            }
            return Response(
                status: HTTPResponse.Status(code: status), headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: rest)))
        }
    }

    /// Takes the next line; nil when there is none.
    private static func line(_ rest: inout ArraySlice<UInt8>) -> String? {
        guard let end = rest.firstIndex(of: 10) else { return nil }
        defer { rest = rest[(end + 1)...] }
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    /// What was kept is no answer.
    struct Unreadable: Error {}
}

/// Takes in a body that would have been sent.
private final class CollectedBody {
    private(set) var bytes: [UInt8] = []

    struct Writer: ResponseBodyWriter {
        let body: CollectedBody

        mutating func write(_ buffer: ByteBuffer) async throws {
            body.bytes.append(contentsOf: buffer.readableBytesView)
        }

        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
