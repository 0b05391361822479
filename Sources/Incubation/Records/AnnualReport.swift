package import Values

/// A yearly report (年度工作报告) that an organization owes.
package struct AnnualReport: Hashable, Sendable {
    /// The last day of the year it reports on.
    package var periodEnd: Day
    package var dueOn: Day
    /// nil while it has not come.
    package var receivedOn: Day?
    package var result: InspectionResult?

    package init(periodEnd: Day, dueOn: Day, receivedOn: Day? = nil, result: InspectionResult? = nil) {
        self.periodEnd = periodEnd
        self.dueOn = dueOn
        self.receivedOn = receivedOn
        self.result = result
    }
}

/// The conclusion of an annual inspection (年度检查).
package enum InspectionResult: String, CaseIterable, Hashable, Sendable {
    /// 合格.
    case qualified
    /// 基本合格.
    case basicallyQualified
    /// 不合格.
    case notQualified
}
