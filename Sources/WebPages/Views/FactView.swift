/// A label and what stands beside it.
struct FactView: Encodable, Sendable {
    let label: String
    let value: String
}

/// A way to another page.
struct LinkView: Encodable, Sendable {
    let label: String
    let address: String
}
