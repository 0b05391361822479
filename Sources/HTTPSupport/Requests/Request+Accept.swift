import HTTPTypes
package import Hummingbird

extension Request {
    /// Makes sure that the client takes an answer of that media type; no `Accept` takes everything.
    ///
    /// - Throws: ``RequestFault/notAcceptable(_:)``.
    package func requireAccept(_ type: String) throws(RequestFault) {
        guard let header = headers[.accept] else { return }
        let list = WeightedList(header)
        let family = type.prefix { $0 != "/" } + "/*"
        if list.refused.contains(type) { throw .notAcceptable(type) }
        guard list.accepted.contains(where: { $0 == type || $0 == family || $0 == "*/*" }) else { throw .notAcceptable(type) }
    }
}
