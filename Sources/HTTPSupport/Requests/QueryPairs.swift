import Values

/// The query of an address, taken apart: `name=value&…`, decoded, in no order.
struct QueryPairs {
    /// A pair that is wrongly encoded, or whose name came before.
    struct Unreadable: Error, Hashable {
        /// As it was written.
        let name: String
    }

    let values: [String: String]

    /// - Throws: ``Unreadable`` for the first pair that cannot be read.
    init(_ query: String) throws(Unreadable) {
        var values: [String: String] = [:]
        for pair in query.parts(between: "&") where !pair.isEmpty {
            let parts = pair.parts(between: "=", most: 2)
            guard let name = PercentEncoding.decode(parts[0], plusIsSpace: true),
                let value = PercentEncoding.decode(parts.count == 2 ? parts[1] : "", plusIsSpace: true),
                values.updateValue(value, forKey: name) == nil
            else { throw Unreadable(name: parts[0]) }
        }
        self.values = values
    }
}
