package import Values

extension RubricFault.Problem {
    /// What is wrong, in one clause.
    package var words: BilingualText {
        switch self {
        case .missing: BilingualText(zh: "缺少该项", en: "it is missing")
        case .unknownField: BilingualText(zh: "评分规则没有这一项", en: "a rubric has no such field")
        case .wrongKind(let expected): BilingualText(zh: "类型不对，应为 \(expected)", en: "it is of the wrong kind; expected: \(expected)")
        case .notAllowed(let found, let allowed):
            BilingualText(zh: "“\(found)”不在允许范围内：\(allowed)", en: "“\(found)” is not allowed; allowed: \(allowed)")
        case .repeated(let code): BilingualText(zh: "代码“\(code)”重复", en: "the code “\(code)” is used twice")
        case .unknownReference(let code): BilingualText(zh: "没有代码为“\(code)”的项", en: "nothing has the code “\(code)”")
        case .missingTranslation(let language): BilingualText(zh: "缺少译文：\(language)", en: "the words in “\(language)” are missing")
        case .bandsOverlap(let end, let start):
            BilingualText(
                zh: "分段重叠：上一段到 \(end)，这一段从 \(start) 起", en: "the bands overlap: one ends at \(end), and the next begins at \(start)")
        case .bandsLeaveGap(let values):
            BilingualText(zh: "分段有空缺：\(values)", en: "the bands leave a gap: \(values)")
        case .bandsOutOfOrder: BilingualText(zh: "分段未按从低到高排列", en: "the bands are not in order from low to high")
        case .negativePoints(let points): BilingualText(zh: "分数为负：\(points)", en: "the points are negative: \(points)")
        case .pointsFallAsValueWorsens(let better, let worse):
            BilingualText(zh: "值变差时分数反而由 \(better) 降到 \(worse)", en: "the points fall from \(better) to \(worse) as the value gets worse")
        case .silencePays(let missing, let worst):
            BilingualText(
                zh: "不报只记 \(missing) 分，少于最差值的 \(worst) 分",
                en: "a missing value carries \(missing) points, fewer than the worst one's \(worst)")
        case .wrongDirection: BilingualText(zh: "比较方向与指标变差的方向相反", en: "it points the way in which the indicator gets better")
        case .cycle(let codes):
            BilingualText(
                zh: "预警互相取代成环：\(codes.joined(separator: " → "))",
                en: "flags make each other superfluous in a circle: \(codes.joined(separator: " → "))")
        }
    }
}
