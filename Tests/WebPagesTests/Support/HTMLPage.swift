/// A page as far as tests look into it: its elements and the text between them.
///
/// It reads what the templates write, which is a small and tidy part of HTML, and reports what is not tidy.
struct HTMLPage: Sendable {
    struct Element: Sendable {
        let name: String
        /// Decoded values.
        let attributes: [String: String]
        /// The elements that it stands in, by position.
        let ancestors: [Int]
        /// Decoded text of the element and everything in it.
        var text = ""
    }

    private(set) var elements: [Element] = []
    /// What is not tidy: tags that are not closed, attributes without quotation marks.
    private(set) var faults: [String] = []

    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    /// Elements of drawings that close themselves.
    private static let selfClosing: Set<String> = ["path", "rect", "circle", "line", "polyline", "polygon", "use", "ellipse"]

    init(_ html: String) {
        var open: [Int] = []
        var rest = Substring(html)
        while let start = rest.firstIndex(of: "<") {
            add(rest[..<start], to: open)
            rest = rest[start...].dropFirst()
            guard let end = rest.firstIndex(of: ">") else {
                faults.append("a tag does not end: \(rest.prefix(40))")
                break
            }
            take(rest[..<end], &open)
            rest = rest[end...].dropFirst()
        }
        add(rest, to: open)
        for position in open { faults.append("<\(elements[position].name)> is not closed") }
    }

    private mutating func add(_ text: Substring, to open: [Int]) {
        let decoded = Self.decode(text)
        for position in open { elements[position].text += decoded }
    }

    private mutating func take(_ tag: Substring, _ open: inout [Int]) {
        if tag.hasPrefix("!") { return }
        if tag.hasPrefix("/") {
            let name = tag.dropFirst().lowercased()
            guard let last = open.popLast(), elements[last].name == name else {
                faults.append("</\(name)> closes nothing that is open")
                return
            }
            return
        }
        let closesItself = tag.hasSuffix("/")
        let name = tag.prefix { !$0.isWhitespace && $0 != "/" }.lowercased()
        elements.append(Element(name: name, attributes: attributes(closesItself ? tag.dropLast() : tag), ancestors: open))
        if !Self.void.contains(name), !(closesItself && Self.selfClosing.contains(name)) { open.append(elements.count - 1) }
    }

    private mutating func attributes(_ tag: Substring) -> [String: String] {
        var found: [String: String] = [:]
        var rest = tag.drop { !$0.isWhitespace }
        while true {
            rest = rest.drop { $0.isWhitespace }
            let name = rest.prefix { !$0.isWhitespace && $0 != "=" }
            if name.isEmpty { return found }
            rest = rest.dropFirst(name.count)
            var value = ""
            if rest.first == "=" {
                rest = rest.dropFirst()
                guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
                    faults.append("the attribute \(name) has no quotation marks in <\(tag)>")
                    return found
                }
                value = Self.decode(rest.dropFirst()[..<end])
                rest = rest[end...].dropFirst()
            }
            if found.updateValue(value, forKey: name.lowercased()) != nil { faults.append("\(name) stands twice in <\(tag)>") }
        }
    }

    static func decode(_ text: Substring) -> String {
        if !text.contains("&") { return String(text) }
        return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing(
            "&#39;", with: "'"
        )
        .replacing("&amp;", with: "&")
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    func first(_ name: String) -> Element? { elements.first { $0.name == name } }

    func all(class name: String) -> [Element] {
        elements.filter { ($0.attributes["class"] ?? "").split(separator: " ").contains { $0 == name } }
    }

    /// Texts of the elements of that name.
    func texts(_ name: String) -> [String] { all(name).map { $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") } }
}
