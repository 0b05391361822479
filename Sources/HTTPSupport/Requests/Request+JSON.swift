import HTTPTypes
package import Hummingbird
import NIOCore
import NIOHTTP1

extension Request {
    /// The largest body that is read, 1 MiB.
    package static let largestBody = 1 << 20

    /// Reads the body as one JSON text.
    ///
    /// - Throws: ``RequestFault`` when the body is not announced as JSON, is too large or is no JSON.
    package func json() async throws -> JSONValue {
        try requireJSON()
        let buffer = try await bytes()
        do {
            return try JSONParser.parse(Array(buffer.readableBytesView))
        } catch {
            throw RequestFault.json(error)
        }
    }

    /// Reads the whole body.
    ///
    /// - Throws: ``RequestFault`` when it is too large or breaks off.
    func bytes(atMost most: Int = Self.largestBody) async throws -> ByteBuffer {
        let announced = headers[.contentLength].flatMap { Int($0) }
        if let announced, announced > most { throw RequestFault.bodyTooLarge(limit: most) }
        let buffer: ByteBuffer
        do {
            buffer = try await self.body.collect(upTo: most)
        } catch is NIOTooManyBytesError {
            throw RequestFault.bodyTooLarge(limit: most)
        } catch is HTTPParserError {
            throw RequestFault.malformedRequest
        }
        // A connection that breaks off may end the body early; what is missing might have changed the meaning.
        if let announced, announced != buffer.readableBytes { throw RequestFault.malformedRequest }
        return buffer
    }

    /// The request with its body read. As it comes from the connection a body can be read once only.
    func holdingBody() async throws -> Request {
        var request = self
        request.body = RequestBody(buffer: try await bytes(atMost: isMultipart ? Self.largestUpload : Self.largestBody))
        return request
    }

    func requireJSON() throws(RequestFault) {
        guard let type = headers[.contentType] else { throw .contentType(nil) }
        let parts = type.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
        guard parts.first == "application/json" else { throw .contentType(type) }
        let foreign = parts.dropFirst().contains { $0.hasPrefix("charset=") && $0 != "charset=utf-8" && $0 != "charset=\"utf-8\"" }
        if foreign { throw .contentType(type) }
    }
}
