import Testing
import Values

@testable import Appraisal

/// A rubric that is not sound is refused, and told where.
@Suite struct RubricReaderTests {
    let document: RubricValue

    init() throws {
        document = try SharedFiles.document("sql/reference/rubrics/pooled-2.json")
    }

    /// What reading the document says after one change.
    private func fault(_ path: [RubricValue.Step], _ value: RubricValue?) -> RubricFault? {
        do throws(RubricFault) {
            _ = try Rubric(reading: document.replacing(path[...], with: value))
            return nil
        } catch {
            return error
        }
    }

    private func index(of code: String, in list: String) throws -> Int {
        guard case .record(let fields) = document, case .list(let entries)? = fields[list] else {
            throw RubricFault(place: list, problem: .missing)
        }
        return try #require(
            entries.firstIndex { entry in
                if case .record(let fields) = entry { fields["code"] == .text(code) } else { false }
            })
    }

    @Test func `the shipped rubric is sound, and every flag and indicator has both languages`() throws {
        let rubric = try Rubric(reading: document)
        #expect(rubric.indicators.count >= 44)
        #expect(rubric.flags.count >= 40)
        #expect(rubric.missingAtWorst)
        for indicator in rubric.indicators where indicator.worse == .context { #expect(indicator.mostPoints == 0) }
        for family in rubric.families where family.isElement {
            #expect(rubric.indicators.contains { rubric.families[$0.family] == family && $0.requirement != nil })
        }
    }

    @Test func `the four elements carry no points but the mentors and the renewal that have evidence`() throws {
        let rubric = try Rubric(reading: document)
        for indicator in rubric.indicators where rubric.families[indicator.family].isElement && indicator.mostPoints > 0 {
            #expect(["LT-04", "LT-05"].contains(indicator.code))
        }
    }

    @Test(arguments: [0.0, -1, 0.05, 6, .nan]) func `a slope that would turn points round or drown them is refused`(slope: Double) throws {
        let steps: [RubricValue.Step] = ["populations", 1, "slope"]
        #expect(fault(steps, .number(slope))?.place == "populations[1].slope")
    }

    @Test func `a slope counts the points of one population, and the parts still add up`() throws {
        let rubric = try Rubric(reading: document)
        let population = try #require(rubric.populations.firstIndex { $0.code == "cooperative" })
        #expect(rubric.populations[population].slope < 1)
        #expect(try Rubric(reading: document.replacing(["populations", 1, "slope"][...], with: nil)).populations[population].slope == 1)
        let appraiser = Appraiser(rubric)
        let readings = rubric.populations[population].applies.map { $0 ? IndicatorReading.dueButMissing : .notApplicable }
        let found = appraiser.evaluation(of: readings, organization: 1, population: population, asOf: .earliest)
        let estimate = found.probabilities.months24
        #expect(estimate.logit == rubric.logit(points: found.totalPoints, in: rubric.populations[population], horizon: .months24))
        let sum = found.contributions(by: rubric, horizon: .months24).reduce(0) { $0 + $1.logOdds }
        #expect(abs(sum - estimate.logit) <= 1e-9)
    }

    @Test func `what differs between two documents is told by place, with entries matched by their code`() throws {
        #expect(document.differences(to: document).isEmpty)
        let reserve = try index(of: "FN-01", in: "indicators")
        let steps: [RubricValue.Step] = ["indicators", .position(reserve), "bands", 0, "points"]
        let changed = document.replacing(steps[...], with: .number(77))
        let before = try Rubric(reading: document).indicators[reserve].bands[0].points
        #expect(
            document.differences(to: changed) == [
                RubricDifference(place: "indicators[FN-01].bands[0].points", before: .number(Double(before)), after: .number(77))
            ])
        guard case .record(var fields) = document, case .list(var flags)? = fields["flags"] else {
            throw RubricFault(place: "flags", problem: .missing)
        }
        let first = flags.removeFirst()
        fields["flags"] = .list(flags)
        let shorter = document.differences(to: .record(fields))
        #expect(shorter.map(\.place) == ["flags[RPT-OVERDUE-1]"])
        #expect(shorter.first?.before == first && shorter.first?.after == nil)
        fields["flags"] = .list(flags + [first])
        #expect(document.differences(to: .record(fields)).map(\.place) == ["flags[]"], "Moved, not changed.")
    }

    @Test func `every problem has words in both languages`() {
        let problems: [RubricFault.Problem] = [
            .missing, .unknownField, .wrongKind(expected: "text"), .notAllowed(found: "a", allowed: "b"), .repeated("x"),
            .unknownReference("x"), .missingTranslation(language: "zh"), .bandsOverlap(endsAt: 1, nextBeginsAt: 0),
            .bandsLeaveGap("0 to 1"),
            .bandsOutOfOrder, .negativePoints(-1), .pointsFallAsValueWorsens(from: 2, to: 1), .silencePays(missing: 1, worst: 2),
            .wrongDirection, .cycle(["A", "B"]),
        ]
        for problem in problems { #expect(!problem.words.zh.isEmpty && !problem.words.en.isEmpty) }
        #expect(Set(problems.map(\.words.en)).count == problems.count && Set(problems.map(\.words.zh)).count == problems.count)
    }

    @Test func `bands that overlap, leave a gap or stand out of order are refused`() throws {
        let reserve = try index(of: "FN-01", in: "indicators")
        let bands: [RubricValue.Step] = ["indicators", .position(reserve), "bands"]
        #expect(fault(bands + [1, "atLeast"], .number(-3))?.problem == .bandsOverlap(endsAt: 0, nextBeginsAt: -3))
        #expect(fault(bands + [1, "atLeast"], .number(3))?.problem == .bandsLeaveGap("0.0 to 3.0"))
        #expect(fault(bands + [1, "atLeast"], .number(3))?.place == "indicators[\(reserve)].bands[1]")
        #expect(fault(bands + [0, "atLeast"], .number(-5))?.problem == .bandsLeaveGap("below -5.0"))
        #expect(fault(bands + [2, "below"], .number(50))?.problem == .bandsLeaveGap("from 50.0 up"))
        #expect(fault(bands + [1, "below"], .number(-1))?.problem == .bandsOutOfOrder)
    }

    @Test func `negative points, points that fall and silence that pays are refused`() throws {
        let reserve = try index(of: "FN-01", in: "indicators")
        let bands: [RubricValue.Step] = ["indicators", .position(reserve), "bands"]
        #expect(fault(bands + [2, "points"], .number(-1))?.problem == .negativePoints(-1))
        #expect(fault(bands + [2, "points"], .number(9))?.problem == .pointsFallAsValueWorsens(from: 9, to: 1))
        #expect(fault(["indicators", .position(reserve), "missingPoints"], .number(1))?.problem == .silencePays(missing: 1, worst: 2))
        #expect(fault(bands + [2, "points"], .number(0.5))?.problem == .wrongKind(expected: "whole number"))
    }

    @Test func `unknown, repeated and missing codes are refused`() throws {
        #expect(fault(["flags", 0, "conditions", 0, "indicator"], .text("XX-99"))?.problem == .unknownReference("XX-99"))
        #expect(fault(["flags", 0, "conditions", 0, "indicator"], .text("XX-99"))?.place == "flags[0].conditions[0].indicator")
        #expect(fault(["indicators", 1, "code"], .text("CH-01"))?.problem == .repeated("CH-01"))
        #expect(fault(["indicators", 1, "code"], nil)?.problem == .missing)
        #expect(fault(["indicators", 1, "measure"], .text("guess"))?.place == "indicators[1].measure")
        #expect(fault(["populations", 1, "excludes", 0], .text("nothing"))?.problem == .unknownReference("nothing"))
        #expect(fault(["indicators", 1, "wieght"], .number(3))?.problem == .unknownField)
    }

    @Test func `a missing translation is refused with its language`() {
        #expect(
            fault(["flags", 2, "reason", "zh"], nil) == RubricFault(place: "flags[2].reason", problem: .missingTranslation(language: "zh")))
        #expect(fault(["flags", 2, "reason", "en"], .text("  "))?.problem == .missingTranslation(language: "en"))
    }

    @Test func `a flag that makes itself superfluous is refused with the way round`() throws {
        let first = try index(of: "FIN-INCOME-DROP-10", in: "flags")
        let found = fault(["flags", .position(first), "supersedes"], .list([.text("FIN-INCOME-DROP-25")]))
        #expect(found?.problem == .cycle(["FIN-INCOME-DROP-10", "FIN-INCOME-DROP-25", "FIN-INCOME-DROP-10"]))
    }

    @Test func `a rule that points the wrong way is refused`() {
        #expect(fault(["flags", 0, "conditions", 0, "comparison"], .text("less"))?.problem == .wrongDirection)
    }

    @Test(arguments: [RubricValue.number(.nan), .number(.infinity), .text("12"), .null])
    func `a threshold that is no number is refused`(value: RubricValue) {
        #expect(fault(["flags", 0, "conditions", 0, "threshold"], value) != nil)
    }

    @Test func `the same content has the same bytes, and a change has others`() throws {
        let bytes = document.canonicalBytes
        #expect(document.replacing(["id"], with: .text("pooled-2")).canonicalBytes == bytes)
        #expect(document.replacing(["cohortMinimum"], with: .number(31)).canonicalBytes != bytes)
        #expect(
            String(decoding: RubricValue.record(["b": .number(1), "a": .list([.text("\"\n")])]).canonicalBytes, as: UTF8.self)
                == "{\"a\":[\"\\\"\\u000a\"],\"b\":1}")
    }
}

extension RubricValue {
    enum Step: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
        case name(String)
        case position(Int)

        init(stringLiteral value: String) { self = .name(value) }
        init(integerLiteral value: Int) { self = .position(value) }
    }

    /// The document with one value changed, added or (nil) left out.
    func replacing(_ path: ArraySlice<Step>, with value: RubricValue?) -> RubricValue {
        guard let step = path.first else { return value ?? .null }
        switch (step, self) {
        case (.name(let name), .record(var fields)):
            fields[name] = path.count == 1 ? value : (fields[name] ?? .null).replacing(path.dropFirst(), with: value)
            return .record(fields)
        case (.position(let position), .list(var values)):
            values[position] = values[position].replacing(path.dropFirst(), with: value)
            return .list(values)
        default:
            return self
        }
    }
}
