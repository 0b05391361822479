import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

extension Browser {
    /// Sends a form with a file, as browsers write it, with the token that the page before held.
    ///
    /// - Parameter csrf: nil for that token; empty for none.
    mutating func upload(
        _ path: String, _ fields: [(String, String)], file: [UInt8], named name: String, csrf: String? = nil
    ) async throws -> PagesUnderTest.Answer {
        let token = csrf ?? page.all("input").first { $0.attributes["name"] == "csrf" }?.attributes["value"] ?? ""
        var body: [UInt8] = []
        for (name, value) in (token.isEmpty ? [] : [("csrf", token)]) + fields {
            body += Array("--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n".utf8)
        body += file + Array("\r\n--edge--\r\n".utf8)
        var headers = headers
        headers[.contentType] = "multipart/form-data; boundary=edge"
        headers[.accept] = "text/html"
        headers[.acceptLanguage] = "en"
        let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
        headers[site] = "same-origin"
        let answer = try await pages.client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(bytes: body))
        return PagesUnderTest.Answer(
            status: answer.status.code, headers: answer.headers, text: String(decoding: answer.body.readableBytesView, as: UTF8.self))
    }
}
