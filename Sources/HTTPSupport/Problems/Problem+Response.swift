package import HTTPTypes
package import Hummingbird
package import Values

extension Problem {
    /// The problem as an answer in one language.
    package func response(number: RequestNumber, language: Language) -> Response {
        var response = Response(status: status, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body(number: number, language: language))))
        response.headers[.contentType] = "application/problem+json"
        response.headers[.contentLanguage] = language.rawValue
        response.headers[.vary] = "Accept-Language"
        addHeaders(to: &response.headers)
        return response
    }

    /// What the problem says in headers, whatever the form of its answer.
    package func addHeaders(to headers: inout HTTPFields) {
        if let retryAfter { headers[.retryAfter] = "\(retryAfter)" }
        if !allowed.isEmpty { headers[.allow] = allowed.joined(separator: ", ") }
        // RFC 9110 §11.6.1 asks for it. Browsers show no window for this scheme.
        if status == .unauthorized { headers[.wwwAuthenticate] = "Bearer" }
    }

    /// The members of RFC 9457, and two of our own: `nextStep`, what to do now, and `field`, the place at fault.
    func body(number: RequestNumber, language: Language) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("type", "/problems/\(slug)")
            json.member("title", words.title[language])
            json.member("status", status.code)
            json.member("detail", words.detail[language])
            json.member("nextStep", words.nextStep[language])
            json.member("instance", number.text)
            if let field { json.member("field", field) }
        }
        return json.bytes
    }
}
