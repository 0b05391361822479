import Foundation
import Postgres
import Testing

/// Kills, interrupts, closed pipes and full disks: nothing is half done, and what happened is said.
struct DisturbanceTests {
    /// Large enough that an import is still reading when it is disturbed.
    private static let rows = 60_000

    private func largeFile(_ folder: TemporaryFolder) throws -> String {
        let rows = (1...Self.rows).map { "合唱团\($0),unincorporated,filed,2021-05-01,320613001,large,K\($0)" }
        let header = "name,legalForm,legalStatus,legalStatusSince,area,sourceScheme,sourceKey"
        return try folder.write("large.csv", ([header] + rows).joined(separator: "\n") + "\n")
    }

    /// Waits until some of the rows are staged.
    private func waitForStagedRows(_ register: TestRegister, _ command: RunningCommand) async throws {
        while command.isRunning {
            let staged = try await register.pool.query("SELECT coalesce(max(rows_staged), 0) FROM import_jobs WHERE kind = 'organizations'")
            if try (staged.first?.decode(as: Int64.self) ?? 0) > 0 { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        Issue.record("The import ended before it could be disturbed.")
    }

    @Test func `an import that is killed goes on where it was`() async throws {
        try await TestRegister.run { register in
            let file = try largeFile(register.folder)
            let killed = try register.incubator.start("organization", "import", file)
            try await waitForStagedRows(register, killed)
            killed.send(SIGKILL)
            #expect(try await killed.end(within: .seconds(20)).status == 137)
            #expect(try await register.count("organizations") == 0, "Nothing is taken over before the end.")

            let again = try await register.incubator.run(["organization", "import", file, "--json"], patience: .seconds(120))
            #expect(again.status == 0, "\(again.complaints)")
            let json = try again.json
            #expect(json["resumed"] == true)
            #expect(json["read"] == .number(Double(Self.rows)))
            #expect(json["new"] == .number(Double(Self.rows)))
            #expect(try await register.count("organizations") == Self.rows)
        }
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `an import that is interrupted ends in order and leaves nothing half done`(signal: Int32) async throws {
        try await TestRegister.run { register in
            let file = try largeFile(register.folder)
            let interrupted = try register.incubator.start("organization", "import", file)
            try await waitForStagedRows(register, interrupted)
            interrupted.send(signal)
            let outcome = try await interrupted.end(within: .seconds(20))
            #expect(outcome.status == 128 + signal, "A script that called it stops as well.")
            #expect(outcome.complaints.contains("Stopped; whatever was not finished has been undone."), "\(outcome.complaints)")
            #expect(try await register.count("organizations") == 0)
            #expect(try await register.incubator.run("verify").status == 0)
            let own = try await register.incubator.run("import", "list", "--json")
            #expect(try own.json["items"]?[0]?["standing"] == "interrupted", "\(own.output)")
        }
    }

    @Test func `a database that stops in the middle ends with status 3, and the import goes on later`() async throws {
        try await TestRegister.run { register in
            let file = try largeFile(register.folder)
            let disturbed = try register.incubator.start("organization", "import", file)
            try await waitForStagedRows(register, disturbed)
            try await register.closeDatabase()
            let outcome = try await disturbed.end(within: .seconds(30))
            #expect(outcome.status == 3, "\(outcome.complaints)")
            // The second, when the connection ended just while a chunk was being committed.
            let words = ["The database cannot be reached.", "an import can be run again as it is"]
            #expect(words.contains { outcome.complaints.contains($0) }, "\(outcome.complaints)")
            try await register.openDatabase()
            #expect(try await register.count("organizations") == 0)
            let again = try await register.incubator.run(["organization", "import", file, "--json"], patience: .seconds(120))
            #expect(try again.json["new"] == .number(Double(Self.rows)))
        }
    }

    @Test func `a reader that leaves early is no failure`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let outcome = try await register.incubator.shell(
                #"for i in 1 2 3; do "$incubator" area list --csv | head -n 1; echo "${PIPESTATUS[0]}"; done"#)
            #expect(outcome.lines.filter { $0 == "0" }.count == 3, "\(outcome.output) \(outcome.complaints)")
            // Nobody reads at all, so every write fails.
            let closed = try await register.incubator.shell(#"exec 3> >(exec <&-; sleep 0.2); sleep 0.1; "$incubator" area list >&3"#)
            #expect(closed.status == 0, "\(closed.complaints)")
            #expect(!outcome.complaints.contains("Fatal"))
        }
    }

    @Test func `a full disk is told, and what was imported stays`() async throws {
        try await TestRegister.run { register in
            let file = try register.folder.write("organizations.csv", TestRegister.organizations)
            let outcome = try await register.incubator.run("organization", "import", file, "--report", "/dev/full")
            #expect(outcome.status == 1)
            #expect(outcome.complaints.contains("3 new"))
            #expect(outcome.complaints.contains("Writing to /dev/full failed: the disk is full."))
            #expect(try await register.count("organizations") == 3)
            let listed = try await register.incubator.shell(#""$incubator" organization list >/dev/full"#)
            #expect(listed.status == 1)
            #expect(listed.complaints == "Writing to standard output failed: the disk is full.\n")
        }
    }

    @Test func `a report that cannot be written is known before anything is imported`() async throws {
        try await TestRegister.run { register in
            let file = try register.folder.write("organizations.csv", TestRegister.organizations)
            let report = register.folder.path("none/report.csv")
            let outcome = try await register.incubator.run("organization", "import", file, "--report", report)
            #expect(outcome.status == 1)
            #expect(outcome.complaints.contains("there is no such file or folder"))
            #expect(try await register.count("organizations") == 0)
        }
    }
}
