package import Values

/// What a value should have been, in both languages.
package enum FieldWords {
    static let object = BilingualText(zh: "JSON 对象", en: "a JSON object")
    static let list = BilingualText(zh: "JSON 数组", en: "a JSON array")
    package static let boolean = BilingualText(zh: "true 或 false", en: "true or false")
    package static let day = BilingualText(zh: "日期，如 2013-12-31", en: "a day such as 2013-12-31")
    static let money = BilingualText(
        zh: "金额，写成字符串，最多两位小数，如 \"12.05\"", en: "an amount as a string with at most two decimals, such as \"12.05\"")
    package static let areaCode = BilingualText(
        zh: "2、4、6、9 或 12 位区划代码，小区等再加连字符和本地编号",
        en: "an area code of 2, 4, 6, 9 or 12 digits, with a hyphen and a local number below the community")

    package static func text(longest: Int) -> BilingualText {
        BilingualText(zh: "不超过 \(longest) 个字的文本", en: "text of at most \(longest) characters")
    }

    package static func integer(from lowest: String, to highest: String) -> BilingualText {
        BilingualText(zh: "\(lowest) 至 \(highest) 的整数", en: "a whole number from \(lowest) to \(highest)")
    }

    package static func oneOf(_ codes: [String]) -> BilingualText {
        BilingualText(zh: codes.joined(separator: "、"), en: codes.joined(separator: ", "))
    }
}
