/// What a page shows, everything already in words: texts, flags, lists, optionals and structures of them.
///
/// A structure is called `…View`. Its properties are the tags of its template; a test holds the two together.
protocol PageView: Encodable, Sendable {
    /// The template's name.
    static var template: String { get }
    /// What the window and the page are called.
    var title: String { get }
}

/// A view as templates see it.
enum ViewValue: Hashable, Sendable {
    case text(String)
    case flag(Bool)
    case list([ViewValue])
    /// A structure: its properties by name.
    case node([String: ViewValue])
    /// In place of nil, so that a template does not look for the same name further out.
    case absent
}
