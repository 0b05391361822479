import Incubation
import Testing
import Values

struct CaseMovesTests {
    private let moves = CaseMoves([.init(from: .opened, to: .admitted), .init(from: .admitted, to: .incubating)])

    private func opened(on day: String) throws -> IncubationCase {
        let start = try #require(Day(iso: day))
        return try #require(IncubationCase(version: 1, history: [CaseStep(stage: .opened, enteredOn: start)]))
    }

    @Test func `a case moves along the table and keeps its history`() throws {
        let admitted = try moves.advance(opened(on: "2020-01-01"), to: .admitted, on: #require(Day(iso: "2020-02-01")), reason: "基础条件齐备")
        #expect(admitted.stage == .admitted)
        #expect(admitted.history.map(\.stage) == [.opened, .admitted])
        #expect(admitted.admittedOn?.iso == "2020-02-01")
    }

    @Test func `a move that the table lacks is refused with what is allowed`() throws {
        #expect(throws: CaseFault.notAllowed(from: .opened, to: .graduated, allowed: [.admitted])) {
            try moves.advance(opened(on: "2020-01-01"), to: .graduated, on: #require(Day(iso: "2020-02-01")), reason: nil)
        }
    }

    @Test func `a step is never dated before the last one`() throws {
        let day = try #require(Day(iso: "2019-12-31"))
        #expect(throws: CaseFault.beforeLastStep(day, lastStep: try #require(Day(iso: "2020-01-01")))) {
            try moves.advance(opened(on: "2020-01-01"), to: .admitted, on: day, reason: nil)
        }
    }
}
