/// Settings that a transaction runs under, such as who is asking: names and values for `set_config(name, value, true)`.
///
/// They end with the transaction, so nothing of one caller reaches the next one on the same connection.
package struct SessionContext: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    private(set) var settings: [Setting]

    /// One setting. Names of the program's own settings contain a dot (`incubator.account`).
    struct Setting: Sendable, Hashable {
        var name: String
        var value: String
    }

    /// Takes names and values; a name given twice keeps the last value.
    package init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements.map { (name: $0.0, value: $0.1) })
    }

    /// Takes names and values in order; a name given twice keeps the last value.
    package init(_ elements: [(name: String, value: String)]) {
        settings = []
        for element in elements {
            self[element.name] = element.value
        }
    }

    /// True when there is nothing to set.
    package var isEmpty: Bool { settings.isEmpty }

    /// The value of a setting; nil removes it.
    package subscript(name: String) -> String? {
        get { settings.first { $0.name == name }?.value }
        set {
            settings.removeAll { $0.name == name }
            if let newValue { settings.append(Setting(name: name, value: newValue)) }
        }
    }

    /// What has to be set so that `next` is in force after this: names that it does not hold become empty.
    func changes(to next: SessionContext) -> SessionContext {
        var changes = SessionContext(next.settings.filter { self[$0.name] != $0.value }.map { ($0.name, $0.value) })
        for setting in settings where next[setting.name] == nil && !setting.value.isEmpty { changes[setting.name] = "" }
        return changes
    }

    /// The statement that sets everything at once, or nil when there is nothing to set.
    var statement: SQL? {
        guard let first = settings.first else { return nil }
        return settings.dropFirst().reduce("SELECT set_config(\(first.name), \(first.value), true)" as SQL) {
            "\(fragment: $0), set_config(\($1.name), \($1.value), true)"
        }
    }
}
