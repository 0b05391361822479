import Testing
import Values

@testable import Appraisal

@Suite struct BacktestTests {
    @Test func `the area under the curve counts pairs, ties by half`() {
        #expect(Discrimination.areaUnderCurve(scores: [1, 2, 3, 4], exits: [false, false, true, true]) == 1)
        #expect(Discrimination.areaUnderCurve(scores: [1, 1, 1, 1], exits: [false, true, false, true]) == 0.5)
        #expect(Discrimination.areaUnderCurve(scores: [1, 2, 2, 3], exits: [false, true, false, true]) == 0.875)
        #expect(Discrimination.areaUnderCurve(scores: [1, 2], exits: [true, true]) == nil)
    }

    @Test func `the same seed draws the same interval, which holds the area`() throws {
        var random = SeededGenerator(seed: 5)
        let exits = (0..<400).map { _ in Int.random(in: 0..<5, using: &random) == 0 }
        let scores = exits.map { Double.random(in: 0...1, using: &random) + ($0 ? 0.4 : 0) }
        let organizations = (0..<400).map { $0 / 4 }
        var (first, second) = (SeededGenerator(seed: 9), SeededGenerator(seed: 9))
        let left = Discrimination.interval(scores: scores, exits: exits, organizations: organizations, samples: 200, using: &first)
        let right = Discrimination.interval(scores: scores, exits: exits, organizations: organizations, samples: 200, using: &second)
        #expect(left == right)
        let area = try #require(Discrimination.areaUnderCurve(scores: scores, exits: exits))
        #expect(try #require(left).contains(area))
    }

    @Test(arguments: 1...5) func `a perfectly calibrated model has slope one`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let logits = (0..<20_000).map { _ in Double.random(in: -4...1, using: &random) }
        let exits = logits.map { Double.random(in: 0..<1, using: &random) < Exponential.logistic($0) }
        let check = CalibrationCheck(logits: logits, exits: exits)
        #expect(abs(try #require(check.slope) - 1) < 0.08)
        #expect(check.expectedError < 0.01)
        #expect(LogisticLine.shift(of: logits.map { $0 - 0.7 }, exits: exits, priorDeviation: 100).distance(to: 0.7).magnitude < 0.06)
    }

    @Test(arguments: 1...5) func `the fit finds the weights that made the outcomes, and none below zero`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let truth = [1.2, 0.0, 0.6, -0.8]
        var (columns, exits) = ([[Int32]](repeating: [], count: truth.count), [Bool]())
        for index in 0..<20_000 {
            var logit = -2.0
            for (number, weight) in truth.enumerated() where Bool.random(using: &random) {
                columns[number].append(Int32(index))
                logit += weight
            }
            exits.append(Double.random(in: 0..<1, using: &random) < Exponential.logistic(logit))
        }
        let fit = MonotoneFit(
            columns: columns, exits: exits, groups: exits.map { _ in 0 }, groupCount: 1, importance: exits.map { _ in 1 }, ridge: 0.01
        )
        #expect(fit.weights.allSatisfy { $0 >= 0 })
        #expect(abs(fit.weights[0] - 1.2) < 0.2)
        #expect(fit.weights[1] < 0.12)
        #expect(abs(fit.weights[2] - 0.6) < 0.2)
        #expect(fit.weights[3] == 0)
    }

    private let layout = RubricValue.record([
        "id": .text("toy"), "title": .record(["zh": .text("例"), "en": .text("toy")]),
        "organizations": .record(["file": .text("o"), "id": .text("id"), "founded": .text("{founded}")]),
        "accounts": .record([
            "file": .text("a"), "id": .text("id"), "periodEnd": .text("{year}-12-31"), "knownOn": .text("{year}-12-31"),
            "amounts": .record(["income": .list([.text("in1"), .text("in2")]), "netAssets": .list([.text("net")])]),
        ]),
        "tasks": .list([
            .record([
                "id": .text("exit"), "title": .record(["zh": .text("退出"), "en": .text("exit")]), "file": .text("l"),
                "organization": .text("id"), "population": .text("cooperative"), "key": .text("day"), "date": .text("{day}"),
                "outcomes": .record(["24": .text("gone")]),
            ])
        ]),
    ])

    private func toy(_ accounts: [[String]], landmarks: BacktestTable) throws -> BacktestData {
        try BacktestData(
            layout: BacktestLayout(reading: layout),
            tables: [
                "o": BacktestTable(columns: ["id", "founded"], rows: [["X", "2001-02-03"]]),
                "a": BacktestTable(columns: ["id", "year", "in1", "in2", "net"], rows: accounts), "l": landmarks,
            ]
        )
    }

    @Test func `a mapping turns rows into evidence and landmarks, and outcomes may be absent`() throws {
        let data = try toy(
            [["X", "2010", "1.5", "", "-2"]], landmarks: BacktestTable(columns: ["id", "day"], rows: [["X", "2011-12-31"]]))
        #expect(data.evidence[0].accounts[0].income == Money(minorUnits: 150))
        #expect(data.evidence[0].accounts[0].netAssets == Money(minorUnits: -200))
        #expect(data.landmarks[0].outcomes == BacktestData.Outcomes())
        #expect(!data.hasOutcomes(task: 0, horizon: .months24))
    }

    @Test func `a landmark's score does not change when later rows arrive`() throws {
        let landmarks = BacktestTable(columns: ["id", "day", "gone"], rows: [["X", "2011-12-31", "1"]])
        let appraiser = Appraiser(try SharedFiles.pooledRubric())
        let before = try toy([["X", "2010", "5", "5", "1"], ["X", "2009", "9", "9", "3"]], landmarks: landmarks)
        let after = try toy(
            [["X", "2012", "0", "0", "-9"], ["X", "2010", "5", "5", "1"], ["X", "2009", "9", "9", "3"]], landmarks: landmarks)
        #expect(before.readings(by: appraiser).map { $0.map(\.value) } == after.readings(by: appraiser).map { $0.map(\.value) })
        #expect(before.landmarks[0].outcomes.months24 == true)
    }

    @Test func `an organization or a day that is not there is refused with its place`() throws {
        let none = BacktestTable(columns: ["id", "day"], rows: [["Y", "2011-12-31"]])
        #expect(throws: BacktestFault.unknownOrganization("Y", file: "l", row: 1)) { try toy([], landmarks: none) }
        let bad = BacktestTable(columns: ["id", "day"], rows: [["X", "2011-02-30"]])
        #expect(throws: BacktestFault.unusableCell(file: "l", row: 1, column: "day")) { try toy([], landmarks: bad) }
    }
}
