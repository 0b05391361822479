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
        return data(json.bytes, type: "application/json", headers: headers).unlessKnown(EntityTag(content: json.bytes), to: request)
    }

    /// An answer about a record that counts its edits, with the version as its tag.
    package static func json(version: Int64, for request: Request, _ write: (inout JSONWriter) -> Void) -> Response {
        json(.ok, write).unlessKnown(EntityTag(version: version), to: request)
    }

    /// An answer about a record that counts its edits and also tells what others make of it: its tag has the version and a digest of the bytes.
    package static func json(editedAs version: Int64, for request: Request, _ write: (inout JSONWriter) -> Void) -> Response {
        var json = JSONWriter()
        write(&json)
        return data(json.bytes, type: "application/json").unlessKnown(EntityTag(version: version, content: json.bytes), to: request)
    }

    /// The answer with a tag.
    package func tagged(_ tag: EntityTag) -> Response {
        var response = self
        response.headers[.eTag] = tag.description
        return response
    }

    /// The answer with a tag, or 304 without a body when the client asks for anything but that.
    package func unlessKnown(_ tag: EntityTag, to request: Request) -> Response {
        guard request.method == .get || request.method == .head, let known = request.headers[.ifNoneMatch], tag.isListed(in: known)
        else { return tagged(tag) }
        var unchanged = Response(status: .notModified, headers: headers).tagged(tag)
        unchanged.headers[.contentType] = nil
        unchanged.headers[.contentLength] = nil
        return unchanged
    }
}
