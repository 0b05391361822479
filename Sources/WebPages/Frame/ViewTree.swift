import Mustache

/// What a page shows, everything already in words: texts, flags, lists, optionals and structures of them.
///
/// A structure is called `…View`. Its properties are the tags of its template; a test holds the two together.
protocol PageView: Encodable, Sendable {
    /// The template's name.
    static var template: String { get }
    /// What the window and the page are called.
    var title: String { get }
}

/// Views as trees that templates walk quickly.
///
/// A template asks of each thing before it, for every tag, what kind of thing it is. A type of its own answers that sooner than a dictionary or an
/// array, about which the runtime has to find out what is in them, or than an object, which might be another thing in a box.
enum ViewTree {
    /// The properties of a structure.
    static func object(_ view: some Encodable) throws -> Node { Node(try members(of: view)) }

    /// The properties of a structure by name.
    static func members(of view: some Encodable) throws -> [String: any Sendable] {
        let encoder = ViewEncoder()
        try view.encode(to: encoder)
        return encoder.members
    }

    /// A structure.
    struct Node: MustacheParent, Sendable {
        private let members: [String: any Sendable]

        init(_ members: [String: any Sendable]) {
            self.members = members
        }

        func child(named name: String) -> Any? { members[name] }
    }

    /// Things one after another.
    struct List: MustacheSequence, Sendable {
        private let elements: [any Sendable]

        init(elements: [any Sendable]) {
            self.elements = elements
        }

        func makeIterator() -> IndexingIterator<[any Sendable]> { elements.makeIterator() }
    }

    /// A text.
    struct Text: MustacheCustomRenderable, MustacheParent, Sendable {
        let renderText: String
        var isNull: Bool { false }

        /// Said here, because a section of a text stands before what is around it, and reflection would be asked instead.
        func child(named _: String) -> Any? { nil }
    }

    /// In place of nil, so that a template does not look for the same name further out.
    struct Absent: MustacheCustomRenderable, Sendable {
        var renderText: String { "" }
        var isNull: Bool { true }
    }
}
