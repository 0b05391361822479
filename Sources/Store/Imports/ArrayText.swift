/// PostgreSQL's text form of an array, `{a,"b c",NULL}`, for COPY.
package enum ArrayText {
    /// Every element stands in quotes, so that no text is taken for NULL or for punctuation.
    package static func of(_ elements: some Sequence<String?>) -> String {
        var text = "{"
        var isFirst = true
        for element in elements {
            if !isFirst { text += "," }
            isFirst = false
            append(element, to: &text)
        }
        return text + "}"
    }

    package static func of(_ elements: [String]) -> String {
        of(elements.lazy.map(Optional.some))
    }

    private static func append(_ element: String?, to text: inout String) {
        guard let element else {
            text += "NULL"
            return
        }
        text += "\""
        for character in element.unicodeScalars {
            if character == "\"" || character == "\\" { text += "\\" }
            text.unicodeScalars.append(character)
        }
        text += "\""
    }
}
