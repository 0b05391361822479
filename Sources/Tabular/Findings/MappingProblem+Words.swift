package import Values

extension MappingProblem {
    /// What is wrong, in words.
    package var message: BilingualText {
        switch self {
        case .notJSON:
            BilingualText(zh: "对应表不是有效的 JSON。", en: "The mapping file is not valid JSON.")
        case .unknownKey(_, let key, _, _):
            BilingualText(zh: "对应表不认识“\(key)”。", en: "A mapping file has no key “\(key)”.")
        case .missingKey(_, let key):
            BilingualText(zh: "对应表缺少“\(key)”。", en: "The mapping file lacks the key “\(key)”.")
        case .wrongValue:
            BilingualText(zh: "对应表此处的值不对。", en: "The value here is not one that a mapping file can have.")
        case .wrongKind(let found, let expected):
            BilingualText(zh: "对应表用于“\(found)”,这里需要“\(expected)”。", en: "The mapping is for “\(found)”; “\(expected)” is needed.")
        case .unknownTarget(_, let name, _):
            BilingualText(zh: "登记系统没有“\(name)”列。", en: "The register has no column “\(name)”.")
        case .unknownColumn(_, let name, _):
            BilingualText(zh: "文件表头没有“\(name)”列。", en: "The file's header has no column “\(name)”.")
        case .requiredColumnMissing(let name, let label, _):
            BilingualText(zh: "没有必填列“\(label)”(\(name))。", en: "The required column “\(name)” (\(label)) is not there.")
        case .notNumeric:
            BilingualText(zh: "该列不是数字,不能计算。", en: "The column holds no number, so it cannot be computed.")
        case .columnNotUsed(let name, _):
            BilingualText(zh: "“\(name)”列没有被读取。", en: "The column “\(name)” is not read.")
        case .unfitValue(_, let value, let problem):
            BilingualText(zh: "值“\(value)”不能用于该列:\(problem.message.zh)", en: "“\(value)” does not fit the column: \(problem.message.en)")
        }
    }

    /// What would be right, in words.
    package var remedy: BilingualText {
        switch self {
        case .notJSON:
            BilingualText(zh: "请检查逗号、引号和括号。", en: "Check commas, quotes and brackets.")
        case .unknownKey(_, _, let nearest, let allowed):
            Self.choice(nearest, "可用:" + allowed.joined(separator: "、") + "。", "Known keys: " + allowed.joined(separator: ", ") + ".")
        case .missingKey(_, let key):
            BilingualText(zh: "请加上“\(key)”。", en: "Add “\(key)”.")
        case .wrongValue(_, let allowed):
            BilingualText(zh: "可用:\(allowed)。", en: "Allowed: \(allowed).")
        case .wrongKind(_, let expected):
            BilingualText(zh: "请选用 kind 为“\(expected)”的对应表。", en: "Choose a mapping file whose kind is “\(expected)”.")
        case .unknownTarget(_, _, let nearest):
            Self.choice(nearest, "请改正列名。", "Correct the name.")
        case .unknownColumn(_, _, let nearest):
            Self.choice(nearest, "请改正对应表或文件表头。", "Correct the mapping file or the header.")
        case .requiredColumnMissing(_, let label, let nearest):
            Self.choice(nearest, "请加上“\(label)”列,或用对应表说明。", "Add the column, or say in a mapping file where its values come from.")
        case .notNumeric:
            BilingualText(zh: "请去掉 sum、difference、scale 或 offset。", en: "Remove sum, difference, scale or offset.")
        case .columnNotUsed(_, let nearest):
            Self.choice(nearest, "不需要时可以忽略。", "Nothing to do if it is not needed.")
        case .unfitValue(_, _, let problem):
            problem.remedy
        }
    }

    private static func choice(_ nearest: String?, _ zh: String, _ en: String) -> BilingualText {
        guard let nearest else { return BilingualText(zh: zh, en: en) }
        return BilingualText(zh: "是否应为“\(nearest)”?" + zh, en: "Is “\(nearest)” meant? " + en)
    }
}
