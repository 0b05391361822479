import HTTPTypes
package import Hummingbird
import Values
package import Workflow

extension Request {
    /// Reads the body as one JSON object.
    ///
    /// - Throws: ``RequestFault`` when the body is not announced as JSON, is too large or is no JSON; ``Refusal`` for a value in it.
    package func object<Value>(_ body: (inout JSONFields) throws(Refusal) -> Value) async throws -> Value {
        let value = try await json()
        return try JSONFields.read(value, at: .body, body)
    }

    /// The version that an edit says it has read (`If-Match`).
    ///
    /// - Throws: ``Refusal/versionMissing`` without the header or with `*`, which would overwrite what nobody has looked at;
    ///   ``Refusal/malformed(field:value:expected:)`` for a tag that this service never gave.
    package func version() throws(Refusal) -> Int64 {
        guard let header = headers[.ifMatch], header != "*" else { throw .versionMissing }
        guard let version = EntityTag.version(in: header) else {
            throw .malformed(
                field: "If-Match", value: header,
                expected: BilingualText(zh: "读取该记录时得到的 ETag", en: "the ETag that came with the record"))
        }
        return version
    }
}
