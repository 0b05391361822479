import Appraisal
import Values
import Workflow

/// How complete the four elements are, and how good reviewers found them, on four axes. The two are never averaged.
struct RadarChartView: Encodable, Sendable {
    struct Axis: Encodable, Sendable {
        let x: String
        let y: String
        let labelX: String
        let labelY: String
        let anchor: String
        let label: String
    }

    let description: String
    let axes: [Axis]
    let rings: [String]
    let completeness: String
    /// nil where nobody graded every element.
    let quality: String?
    let table: ChartTableView

    /// Beside it there is room for the longest name of an element.
    private static let (centerX, centerY, radius) = (180.0, 105.0, 64.0)
    /// Upwards, to the right, downwards, to the left.
    private static let directions: [(x: Double, y: Double)] = [(0, -1), (1, 0), (0, 1), (-1, 0)]
    private static let highestGrade = 4.0

    /// - Returns: nil unless there are four elements.
    init?(_ elements: [AssessmentDetail.Element], name: (String) -> String, _ w: Words) {
        guard elements.count == 4 else { return nil }
        func corner(_ index: Int, _ share: Double) -> (x: Double, y: Double) {
            let direction = Self.directions[index]
            let length = Self.radius * min(max(share, 0), 1)
            return (Self.centerX + direction.x * length, Self.centerY + direction.y * length)
        }
        let shares = elements.map(\.completeness)
        axes = elements.enumerated().map { index, element in
            let (end, label) = (corner(index, 1), Self.directions[index])
            return Axis(
                x: ChartText.number(end.x), y: ChartText.number(end.y), labelX: ChartText.number(end.x + label.x * 8),
                labelY: ChartText.number(end.y + label.y * 12 + 4), anchor: ["middle", "start", "middle", "end"][index],
                label: name(element.family))
        }
        rings = [0.25, 0.5, 0.75, 1].map { share in ChartText.points((0..<4).map { corner($0, share) }) }
        completeness = ChartText.points(shares.enumerated().map { corner($0.offset, $0.element ?? 0) })
        let grades = elements.compactMap(\.quality)
        quality = grades.count == 4 ? ChartText.points(grades.enumerated().map { corner($0.offset, $0.element / Self.highestGrade) }) : nil
        let words = Catalogue.charts
        table = ChartTableView(
            headings: [w(words.element), w(words.completeness), w(words.quality), w(words.reviewers)],
            rows: elements.map { element in
                ChartTableView.Row(
                    head: name(element.family),
                    cells: [
                        element.required == 0 ? "–" : "\(element.met)/\(element.required)",
                        element.quality.map { "\(ChartText.number($0))/4" } ?? "–", String(element.reviewers),
                    ])
            })
        description = w(
            words.radarDescription(
                zip(elements, shares).map { "\(name($0.family)) \($1.map(Percent.words) ?? "–")" }.joined(
                    separator: w(Catalogue.frame.listMark))))
    }
}

extension AssessmentDetail.Element {
    /// What is met of what is required, 0 to 1; nil where nothing is required yet.
    var completeness: Double? { required == 0 ? nil : Double(met) / Double(required) }
}
