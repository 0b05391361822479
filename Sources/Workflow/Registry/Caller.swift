package import Postgres

/// Who acts. Until accounts exist there is one: the person at the machine that the register runs on.
package struct Caller: Hashable, Sendable {
    package let name: String
    /// The request by which the caller acts, when it carries a key; nil otherwise.
    let request: WriteRequest?

    package init(name: String) {
        self.init(name: name, request: nil)
    }

    private init(name: String, request: WriteRequest?) {
        self.name = name
        self.request = request
    }

    /// The same caller, acting by a request that takes effect once.
    package func by(_ request: WriteRequest) -> Caller {
        Caller(name: name, request: request)
    }

    /// The person who runs the command or opens the page on this machine.
    package static let localOperator = Caller(name: "local-operator")

    /// What travels with every transaction, for policies and logs on the server's side.
    package var context: SessionContext { ["incubator.caller": name] }
}
