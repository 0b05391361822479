import Incubation
import Values
import Workflow

/// The mix of categories beside the mix that is aimed at, which stands in the address.
struct CategoryMixView: Encodable, Sendable {
    struct Row: Encodable, Sendable {
        let label: String
        let name: String
        let count: String
        let share: String
        let width: String
        let typed: String
        /// How far the share is from its target, in words; nil without a target.
        let gap: ChipView?
    }

    let rows: [Row]
    let undecided: String?
    let hasTargets: Bool
    let action: String

    init(_ counts: [OrganizationCategory?: Int64], _ visit: Visit) {
        let (w, words) = (visit.w, Catalogue.area)
        let whole = counts.filter { $0.key != nil }.values.reduce(0, +)
        rows = OrganizationCategory.allCases.map { category in
            let count = counts[category] ?? 0
            let share = whole == 0 ? 0 : 100 * Double(count) / Double(whole)
            let typed = visit.query.typed("target-\(category.rawValue)")
            let target = Double(typed.trimmed.filter { $0 != "%" }).flatMap { (0...100).contains($0) ? $0 : nil }
            let gap = target.map { target -> ChipView in
                let points = Int((share - target).rounded())
                return ChipView(tone: points.magnitude <= 2 ? "good" : points < 0 ? "watch" : "plain", label: w(words.gap(points)))
            }
            return Row(
                label: w(category.words), name: "target-\(category.rawValue)", count: w(count), share: "\(Int(share.rounded()))%",
                width: ChartText.number(share), typed: typed, gap: gap)
        }
        let unknown = counts[nil] ?? 0
        undecided = unknown == 0 ? nil : w(words.undecided(Int(unknown)))
        hasTargets = rows.contains { $0.gap != nil }
        action = visit.path
    }
}
