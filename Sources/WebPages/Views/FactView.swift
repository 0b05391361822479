/// A label and what stands beside it.
struct FactView: Sendable {
    let label: String
    let value: String
}

/// A way to another page.
struct LinkView: Sendable {
    let label: String
    let address: String
}
