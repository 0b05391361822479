import Appraisal
import ArgumentParser
import Foundation

/// Appraises invented organizations, the core alone, and prints how long that took on one core. Run by `scripts/bench` beside the same arithmetic in numpy.
struct ScoreBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Appraise invented organizations on one core and print the seconds that took, with sums to compare by.")

    @Argument(help: "The rubric's document, JSON.")
    var rubric: String

    @Option(help: "How many organizations.")
    var organizations = 1_000_000

    /// About as many as a run takes together, whole cohorts of them.
    private static let block = 11 * InventedOrganizations.cohort

    func run() throws {
        let document = try JSONDecoder().decode(RubricValue.self, from: Data(contentsOf: URL(filePath: rubric)))
        let appraiser = Appraiser(try Rubric(reading: document))
        let invented = InventedOrganizations(count: organizations)
        let clock = ThreadClock()
        var took = 0.0
        var sums = Sums()
        for start in stride(from: 0, to: organizations, by: Self.block) {
            let evidence = invented.evidence(of: start..<min(start + Self.block, organizations))
            took += clock.measure {
                // As a run does with a part that holds whole districts, one after another.
                var sheet = Worksheet(appraiser, asOf: InventedOrganizations.asOf, cohorts: CohortIndex(asOf: InventedOrganizations.asOf))
                for first in stride(from: 0, to: evidence.count, by: InventedOrganizations.cohort) {
                    let batch = EvidenceBatch(
                        evidence[first..<min(first + InventedOrganizations.cohort, evidence.count)], asOf: InventedOrganizations.asOf)
                    var builder = CohortIndex.Builder(asOf: InventedOrganizations.asOf)
                    builder.add(batch)
                    sheet.rank(by: builder.build())
                    for part in batch.parts {
                        sheet.assess(part, of: batch)
                        for place in part {
                            let outcome = sheet.outcome(at: place)
                            sums.add(outcome, highest: appraiser.highest(of: outcome, horizon: .months24))
                        }
                    }
                }
            }
        }
        print("seconds \(took)")
        print("points \(sums.points) flags \(sums.flags) watched \(sums.watched) probability \(sums.probability)")
    }

    /// What another program must come to as well.
    private struct Sums {
        var points = 0
        var flags = 0
        var watched = 0
        var probability = 0.0

        mutating func add(_ outcome: Outcome, highest: Double) {
            points += outcome.totalPoints
            flags += outcome.flagCount
            probability += highest
            if outcome.status == .watch { watched += 1 }
        }
    }
}

/// Seconds that this thread was at work, whatever else the machine does.
private struct ThreadClock {
    private var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    func measure(_ body: () -> Void) -> Double {
        let began = now
        body()
        return now - began
    }
}
