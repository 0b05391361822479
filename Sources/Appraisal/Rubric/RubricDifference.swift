/// One place at which two documents differ.
package struct RubricDifference: Hashable, Sendable {
    /// Names from the top; entries of a list by their code, `indicators[FN-01].bands[1].points`, or by position where they have none.
    package let place: String
    /// nil where there is nothing.
    package let before: RubricValue?
    package let after: RubricValue?
}

extension RubricValue {
    /// What changes from this document to another, in the order of the documents' places.
    ///
    /// Where all entries of a list have a code, entries are matched by it, so that one that was moved is not told as many changes.
    package func differences(to other: RubricValue) -> [RubricDifference] {
        var found: [RubricDifference] = []
        Self.compare(self, other, at: "", &found)
        return found
    }

    private static func compare(_ left: RubricValue?, _ right: RubricValue?, at place: String, _ found: inout [RubricDifference]) {
        switch (left, right) {
        case (.record(let before)?, .record(let after)?):
            for name in Set(before.keys).union(after.keys).sorted() {
                compare(before[name], after[name], at: place.isEmpty ? name : "\(place).\(name)", &found)
            }
        case (.list(let before)?, .list(let after)?):
            if let first = codes(before), let second = codes(after) {
                compareCoded(zip(first, before).map { ($0, $1) }, zip(second, after).map { ($0, $1) }, at: place, &found)
            } else {
                for index in 0..<max(before.count, after.count) {
                    compare(
                        index < before.count ? before[index] : nil, index < after.count ? after[index] : nil, at: "\(place)[\(index)]",
                        &found)
                }
            }
        default:
            if left != right { found.append(RubricDifference(place: place, before: left, after: right)) }
        }
    }

    private static func compareCoded(
        _ before: [(String, RubricValue)], _ after: [(String, RubricValue)], at place: String, _ found: inout [RubricDifference]
    ) {
        let (left, right) = (Dictionary(uniqueKeysWithValues: before), Dictionary(uniqueKeysWithValues: after))
        for code in before.map(\.0) + after.map(\.0).filter({ left[$0] == nil }) {
            compare(left[code], right[code], at: "\(place)[\(code)]", &found)
        }
        let (first, second) = (before.map(\.0).filter { right[$0] != nil }, after.map(\.0).filter { left[$0] != nil })
        if first != second {
            let (orderBefore, orderAfter) = (RubricValue.list(first.map(RubricValue.text)), RubricValue.list(second.map(RubricValue.text)))
            found.append(RubricDifference(place: "\(place)[]", before: orderBefore, after: orderAfter))
        }
    }

    /// The entries' codes where all have one and no two have the same.
    private static func codes(_ entries: [RubricValue]) -> [String]? {
        var codes: [String] = []
        for entry in entries {
            guard case .record(let fields) = entry, case .text(let code)? = fields["code"] else { return nil }
            codes.append(code)
        }
        return Set(codes).count == codes.count ? codes : nil
    }
}
