import Access
import Foundation
import HTTPSupport
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Incubation
import Logging
import NIOCore
import Postgres
import Store
import TestDatabase
import Testing
import Values
import WebAPI
import Workflow

/// Every route with every role in every relation to the record, against the table that people read.
@Suite(.serialized) struct PermissionMatrixTests {
    @Test func `the table names every route, and who may use it is what the code says`() throws {
        let routes = try PermissionBench.routes()
        let text = PermissionTable.text(of: routes)
        if ProcessInfo.processInfo.environment["INCUBATOR_WRITE_PERMISSIONS"] == "1" {
            try text.write(to: PermissionTable.file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: PermissionTable.file, encoding: .utf8) == text)
    }

    @Test func `whoever may not is refused, by table and policies together`() async throws {
        try await PermissionBench.run { try await Self.checkAll($0) }
    }

    @Test func `the table of permissions alone refuses, where no policy holds`() async throws {
        try await PermissionBench.run(policies: false) { try await Self.checkAll($0) }
    }

    private static func checkAll(_ bench: PermissionBench) async throws {
        let everybody = try Who.all()
        for row in try PermissionTable().rows {
            for who in everybody {
                let (status, isLetIn) = try await bench.send(row, as: who)
                #expect(isLetIn == (try expected(row, who)), "\(row.method) \(row.path) as \(who.name): \(status.code)")
                if who == .visitor, !isLetIn { #expect(status == .unauthorized) }
            }
            #expect(try await bench.sendWrongMethod(row) == .methodNotAllowed, "\(row.path)")
        }
    }

    /// What the table says of somebody.
    private static func expected(_ row: PermissionTable.Row, _ who: Who) throws -> Bool {
        if row.who.contains("everybody") { return true }
        if who == .visitor { return false }
        if row.who.contains("account") { return true }
        for role in Role.allCases where row.admits(role) {
            if try who == Who(role, .own) { return row.place != .nation || role.isAdministrator }
            if try who == Who(role, .oneFactor) { return !role.needsTwoFactors && (row.place != .nation || role.isAdministrator) }
            if try who == Who(role, .other) { return row.place == .anywhere }
        }
        return false
    }

    @Test func `the policies alone show nothing of another area, where no permission is asked`() async throws {
        let open: Registry.Deciding = { _, requester, _, day in
            guard case .account(let holdings, _) = requester else { return .permitted(nil) }
            return .permitted(holdings.first { $0.isHeld(on: day) }?.scope)
        }
        try await PermissionBench.run(deciding: open) { bench in
            let before = try await bench.privateRows()
            #expect(before.contains(PermissionBench.canary), "nothing to find")
            let outsiders = try Who.all().filter { who in
                who == .visitor || who.name == "nobody" || who.name.hasSuffix("-other") || who.name.hasSuffix("-expired")
            }
            for row in try PermissionTable().rows where row.place != .nation {
                for who in outsiders {
                    let body = try await bench.body(row, as: who)
                    #expect(!body.contains(PermissionBench.canary), "\(row.method) \(row.path) as \(who.name): \(body.prefix(400))")
                }
            }
            #expect(try await bench.privateRows() == before, "somebody from elsewhere changed something")
        }
    }

    @Test func `a private table without a policy is found`() async throws {
        try await TestDatabase.run { pool in
            let rows = try await pool.query(
                "SELECT c.relname::text FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT c.relrowsecurity"
            )
            let open: Set<String> = Set(try rows.map { try $0.decode(as: String.self) })
            #expect(open == PermissionBench.tablesWithoutPolicy)
            #expect(try await pool.query("SELECT FROM pg_class WHERE relrowsecurity AND relowner = 'incubator_service'::regrole").isEmpty)
        }
    }
}
