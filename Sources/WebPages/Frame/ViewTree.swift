import Mustache

/// What a page shows, everything already in words: texts, flags, lists, optionals and structures of them.
///
/// A structure is called `…View`. Its properties are the tags of its template; a test holds the two together.
protocol PageView: Sendable {
    /// The template's name.
    static var template: String { get }
    /// What the window and the page are called.
    var title: String { get }
}

/// Views as trees that templates walk quickly.
enum ViewTree {
    /// The properties of a structure by name.
    static func object(_ view: Any) -> [String: Any] {
        var members: [String: Any] = [:]
        for child in Mirror(reflecting: view).children {
            if let label = child.label { members[label] = value(child.value) }
        }
        return members
    }

    private static func value(_ value: Any) -> Any {
        if value is String || value is Bool { return value }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { Self.value($0.value) } ?? Absent()
        case .collection: return mirror.children.map { Self.value($0.value) }
        case .struct: return object(value)
        default: return String(describing: value)
        }
    }

    /// In place of nil, so that a template does not look for the same name further out.
    struct Absent: MustacheCustomRenderable {
        var renderText: String { "" }
        var isNull: Bool { true }
    }
}
