package import Values

/// Why bytes are no JSON text that this service reads.
package struct JSONFault: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case empty
        case unexpected
        case endsEarly
        case trailing
        case badNumber
        case badEscape
        case controlCharacter
        case notUTF8
        case duplicateName(String)
        case tooDeep(limit: Int)
    }

    package let reason: Reason
    /// From 1 up.
    package let line: Int
    /// From 1 up, in bytes.
    package let column: Int

    package init(reason: Reason, line: Int, column: Int) {
        self.reason = reason
        self.line = line
        self.column = column
    }

    /// The fault in a few words, without the place.
    package var words: BilingualText {
        switch reason {
        case .empty: BilingualText(zh: "内容为空", en: "there is nothing")
        case .unexpected: BilingualText(zh: "出现不应有的字符", en: "a character that cannot stand there")
        case .endsEarly: BilingualText(zh: "内容不完整", en: "it ends too early")
        case .trailing: BilingualText(zh: "末尾有多余内容", en: "something follows the end")
        case .badNumber: BilingualText(zh: "数字写法不对", en: "a number is not written as JSON writes numbers")
        case .badEscape: BilingualText(zh: "转义写法不对", en: "an escape is not one of JSON")
        case .controlCharacter: BilingualText(zh: "字符串中有未转义的控制字符", en: "a control character is not escaped")
        case .notUTF8: BilingualText(zh: "不是 UTF-8 编码", en: "it is not UTF-8")
        case .duplicateName(let name): BilingualText(zh: "名称“\(name.prefix(60))”重复", en: "the name “\(name.prefix(60))” occurs twice")
        case .tooDeep(let limit): BilingualText(zh: "嵌套超过 \(limit) 层", en: "it is nested deeper than \(limit) levels")
        }
    }
}
