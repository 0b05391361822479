package import Values

/// A review or inspection of an organization.
package struct ReviewRecord: RecordedEvidence {
    package let record: RecordMark
    package var heldOn: Day
    /// 0 to 4 on anchored descriptions; nil when it gave no grade.
    package var grade: Double?
    /// Grades of single elements.
    package var elementGrades: [ElementGrade] = []
    /// Findings past their day that are still open; nil when it did not look.
    package var openItems: Int?
    /// Whether it put the organization on extra reviews.
    package var ordersExtraReviews: Bool?

    package init(record: RecordMark, heldOn: Day) {
        self.record = record
        self.heldOn = heldOn
    }
}

/// One reviewer's grade for the quality of one of the four elements.
package struct ElementGrade: Hashable, Sendable {
    /// The element's family code in the rubric, such as `charter`.
    package var element: String
    package var reviewer: Int64
    /// 0 to 4 on anchored descriptions.
    package var grade: Double

    package init(element: String, reviewer: Int64, grade: Double) {
        self.element = element
        self.reviewer = reviewer
        self.grade = grade
    }
}
