package import Postgres

/// Who acts. Until accounts exist there is one: the person at the machine that the register runs on.
package struct Caller: Hashable, Sendable {
    package let name: String

    package init(name: String) {
        self.name = name
    }

    /// The person who runs the command or opens the page on this machine.
    package static let localOperator = Caller(name: "local-operator")

    /// What travels with every transaction, for policies and logs on the server's side.
    package var context: SessionContext { ["incubator.caller": name] }
}
