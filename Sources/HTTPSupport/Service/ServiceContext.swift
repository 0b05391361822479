package import Hummingbird
package import Values
package import Workflow

/// What is known about one request while it is answered.
package struct ServiceContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The number in logs, problems and `X-Request-Id`.
    package var requestNumber = RequestNumber(bits: 0)
    /// The language of words for people.
    package var language = Language.simplifiedChinese

    /// Who asks.
    package var caller = Caller.visitor
    /// By which the caller's browser came in; nil for programs and for visitors.
    package var session: RequestSession?
    /// Where the request comes from, for counting tries; the same for all where it cannot be told.
    package var address = "unknown"
    /// Behind which name a proxy passes requests on; nil where there is no proxy.
    package var site: PublicSite?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        if let ip = source.channel.remoteAddress?.ipAddress { address = ClientAddress(ip)?.text ?? ip }
    }
}
