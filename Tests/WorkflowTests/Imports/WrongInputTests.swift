import Store
import Tabular
import Testing
import Values
import Workflow

/// What an import says of wrong tables, and that it leaves the register alone.
struct WrongInputTests {
    private static func tables() throws -> [WrongTable] {
        WrongTable.forms + WrongTable.organizations + (try WrongTable.creditCodes()) + WrongTable.records + WrongTable.steps
            + WrongTable.areas
    }

    @Test(arguments: try tables())
    func `a wrong table is told what is wrong where, and nothing of it is written`(wrong: WrongTable) async throws {
        try await TestRegistry.run { test in
            try await test.recordNeighbours()
            let before = try await test.dump()

            let rehearsal = try await test.importing(wrong.table, rehearsing: true)
            #expect(rehearsal.outcome == (wrong.isSound ? .rehearsed : .refused))
            #expect(try await test.dump() == before, "a rehearsal writes nothing")
            try await expect(wrong, rehearsal, in: test)

            if !wrong.isSound {
                let refused = try await test.importing(wrong.table)
                #expect(refused.outcome == .refused)
                #expect(try await test.dump() == before, "a refused table writes nothing")
                try await expect(wrong, refused, in: test)
            }

            let skipping = try await test.importing(wrong.table, skippingBadRows: true)
            #expect(skipping.outcome == (wrong.sound == nil ? .refused : .applied))
            #expect(skipping.counts.inserted + skipping.counts.changed == wrong.sound ?? 0, "\(skipping)")
            #expect(skipping.counts.unchanged == 0)
            if wrong.sound == nil { #expect(try await test.dump() == before) }
            try await expect(wrong, skipping, in: test)
        }
    }

    private func expect(_ wrong: WrongTable, _ report: ImportReport, in test: TestRegistry) async throws {
        let findings = try await test.findings(of: report)
        let found = findings.map { WrongTable.Expected(row: $0.row, column: $0.column, value: $0.value, code: $0.code) }
        #expect(Set(found) == Set(wrong.expected))
        #expect(found.count == wrong.expected.count, "each is said once")
        #expect(report.errors == findings.count { $0.severity == .error })
        #expect(report.warnings == findings.count { $0.severity == .warning })
        for finding in findings {
            for text in [finding.message.zh, finding.message.en, finding.remedy.zh, finding.remedy.en] {
                #expect(!text.isEmpty && !text.contains("{") && !text.contains("秘密"), "\(text)")
            }
            #expect(!finding.value.contains("秘密"), "a name of a person is repeated")
        }
    }

    @Test func `the finding of a wrong check character names the right one`() async throws {
        try await TestRegistry.run { test in
            let right = try TestCodes.code(2)
            let last = try #require(right.last)
            let wrong = right.dropLast() + (last == "0" ? "1" : "0")
            let table = TestTable(
                .organizations,
                "name,legalForm,legalStatus,area,creditCode\n中心,socialServiceInstitution,registered,320613001,\(wrong)\n")
            let finding = try #require(try await test.findings(of: test.importing(table)).first)
            #expect(finding.message.zh.contains("“\(last)”"))
            #expect(finding.message.en.contains("“\(last)”"))
        }
    }
}
