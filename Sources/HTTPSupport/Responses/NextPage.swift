package import HTTPTypes
package import Hummingbird

/// The way to the next page of a list.
package enum NextPage {
    /// A `Link` header to the same list from the cursor on (RFC 8288), with every other parameter kept; nothing on the last page.
    package static func headers(after cursor: String?, of request: Request) -> HTTPFields {
        guard let cursor, let link = HTTPField.Name("Link") else { return [:] }
        let kept = (request.uri.query ?? "").split(separator: "&").filter { !$0.hasPrefix("after=") && $0 != "after" }
        let query = (kept.map(String.init) + ["after=\(PercentEncoding.encode(cursor))"]).joined(separator: "&")
        return [link: "<\(request.uri.path)?\(query)>; rel=\"next\""]
    }
}
