import Values

/// How good reviewers found one family of indicators.
package struct ElementQuality: Hashable, Sendable {
    /// Mean of the newest grade of each reviewer, 0 to 4; nil where nobody graded it.
    package let mean: Double?
    package let reviewers: Int

    package init(mean: Double?, reviewers: Int) {
        self.mean = mean
        self.reviewers = reviewers
    }
}

extension Appraiser {
    /// Months for which a reviewer's grade counts.
    private static let gradeMonths = 24

    /// Grades per family of the rubric.
    func qualities(in evidence: Evidence, asOf: Day) -> [ElementQuality] {
        guard !evidence.reviews.isEmpty else { return [] }
        let oldest = asOf.adding(months: -Self.gradeMonths)
        let reviews = evidence.reviews
            .filter { $0.record.stands(on: asOf) && $0.heldOn <= asOf && $0.heldOn > oldest }
            .sorted { ($0.heldOn, $0.record.source.id) < ($1.heldOn, $1.record.source.id) }
        return rubric.families.map { family in
            var newest: [Int64: Double] = [:]
            for review in reviews {
                for grade in review.elementGrades where grade.element == family.code && grade.grade.isFinite {
                    newest[grade.reviewer] = grade.grade.held(within: 0...4)
                }
            }
            let sum = newest.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
            return ElementQuality(mean: newest.isEmpty ? nil : sum / Double(newest.count), reviewers: newest.count)
        }
    }

    /// Completeness of the elements that apply.
    func elements(of tally: Tally, qualities: [ElementQuality]) -> [ElementCompleteness] {
        var elements: [ElementCompleteness] = []
        elements.reserveCapacity(tally.elements.count)
        for (position, count) in tally.elements.enumerated() where count.applying > 0 {
            let family = rubric.elementFamilies[position]
            let quality = family < qualities.count ? qualities[family] : ElementQuality(mean: nil, reviewers: 0)
            elements.append(
                ElementCompleteness(
                    family: family, required: count.required, met: count.met, quality: quality.mean, reviewers: quality.reviewers,
                    isAbsent: count.isAbsent))
        }
        return elements
    }
}
