package import HTTPTypes
package import Hummingbird

extension Response {
    /// An answer in JSON, written by the closure.
    package static func json(
        _ status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], _ write: (inout JSONWriter) -> Void
    ) -> Response {
        var json = JSONWriter()
        write(&json)
        return data(json.bytes, type: "application/json", status: status, headers: headers)
    }

    /// An answer of bytes.
    package static func data(
        _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        var response = Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        response.headers[.contentType] = type
        return response
    }

    /// An answer in JSON with the digest of its bytes as its tag: 304 without a body when the client has it already.
    package static func json(taggedFor request: Request, headers: HTTPFields = [:], _ write: (inout JSONWriter) -> Void) -> Response {
        var json = JSONWriter(reserving: 16_384)
        write(&json)
        let tag = EntityTag(content: json.bytes)
        if let unchanged = notModified(tag, for: request, headers: headers) { return unchanged }
        return data(json.bytes, type: "application/json", headers: headers).tagged(tag)
    }

    /// An answer about a record that counts its edits; when the client has that version already, 304, and nothing is written.
    package static func json(version: Int64, for request: Request, _ write: (inout JSONWriter) -> Void) -> Response {
        let tag = EntityTag(version: version)
        if let unchanged = notModified(tag, for: request, headers: [:]) { return unchanged }
        return json(.ok, write).tagged(tag)
    }

    /// The answer with a tag.
    package func tagged(_ tag: EntityTag) -> Response {
        var response = self
        response.headers[.eTag] = tag.description
        return response
    }

    private static func notModified(_ tag: EntityTag, for request: Request, headers: HTTPFields) -> Response? {
        guard request.method == .get || request.method == .head, let known = request.headers[.ifNoneMatch], tag.isListed(in: known)
        else { return nil }
        return Response(status: .notModified, headers: headers).tagged(tag)
    }
}
