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
///
/// A template asks of each thing before it, for every tag, what kind of thing it is. A class of its own answers that sooner than a dictionary or an
/// array, about which the runtime has to find out what is in them.
enum ViewTree {
    /// The properties of a structure.
    static func object(_ view: Any) -> Node { Node(members(of: view)) }

    /// The properties of a structure by name.
    static func members(of view: Any) -> [String: any Sendable] {
        var members: [String: any Sendable] = [:]
        for child in Mirror(reflecting: view).children {
            if let label = child.label { members[label] = value(child.value) }
        }
        return members
    }

    private static func value(_ value: Any) -> any Sendable {
        switch value {
        case let text as String: Text(renderText: text)
        case let flag as Bool: flag
        case let optional as any OptionalValue: optional.wrapped.map { Self.value($0) } ?? Absent()
        case let list as any ListValue: List(elements: list.elements.map { Self.value($0) })
        default: Mirror(reflecting: value).displayStyle == .struct ? object(value) : Text(renderText: String(describing: value))
        }
    }

    /// A structure, or a list of sentences.
    final class Node: MustacheParent, Sendable {
        private let members: [String: any Sendable]

        init(_ members: [String: any Sendable]) {
            self.members = members
        }

        func child(named name: String) -> Any? { members[name] }
    }

    /// Things one after another.
    final class List: MustacheSequence, Sendable {
        private let elements: [any Sendable]

        init(elements: [any Sendable]) {
            self.elements = elements
        }

        func makeIterator() -> IndexingIterator<[any Sendable]> { elements.makeIterator() }
    }

    /// A text.
    final class Text: MustacheCustomRenderable, Sendable {
        let renderText: String
        var isNull: Bool { false }

        init(renderText: String) {
            self.renderText = renderText
        }
    }

    /// In place of nil, so that a template does not look for the same name further out.
    final class Absent: MustacheCustomRenderable, Sendable {
        var renderText: String { "" }
        var isNull: Bool { true }
    }
}

/// Any optional.
private protocol OptionalValue {
    var wrapped: Any? { get }
}

extension Optional: OptionalValue {
    fileprivate var wrapped: Any? { self }
}

/// Any array.
private protocol ListValue {
    var elements: [Any] { get }
}

extension Array: ListValue {
    fileprivate var elements: [Any] { self }
}
