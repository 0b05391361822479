import Incubation
import Postgres
import Store
import TestDatabase
import Testing
import Values

/// What waits is found by an index, already in order: a page costs what a page holds, however much waits.
struct PendingPlanTests {
    private static func fill(_ pool: PostgresPool) async throws {
        let statements: [SQL] = [
            "INSERT INTO areas (code, name, level) VALUES ('32', '江苏省', 'province')",
            "INSERT INTO areas (code, name, level, parent) VALUES ('3206', '南通市', 'prefecture', '32')",
            """
            INSERT INTO areas (code, name, level, parent)
            SELECT (320600 + n)::text, '区' || n, 'county', '3206' FROM generate_series(1, 40) AS n
            """,
            """
            INSERT INTO areas (code, name, level, parent)
            SELECT (320600 + n)::text || to_char(s, 'FM000'), '街道', 'township', (320600 + n)::text
              FROM generate_series(1, 40) AS n, generate_series(1, 5) AS s
            """,
            """
            INSERT INTO organizations (district, serial, name, folded_name, name_bigrams, legal_form, legal_status, area)
            SELECT 320600 + n, s, '队', '队', '{队}', 'unincorporated', 'filed', (320600 + n)::text || to_char(1 + s % 5, 'FM000')
              FROM generate_series(1, 40) AS n, generate_series(1, 50) AS s
            """,
            """
            INSERT INTO pending_items (
                district, serial, kind, rule_jurisdiction, rule_version, calendars, area, owner_role, owner_area, starts_on, remind_on,
                due_on, escalate_on, opened_at, state, escalated_at, closed_at)
            SELECT o.district, o.serial, 'incubationReply', 'nation', 1, '{2026.1}', o.area,
                   (ARRAY['hubStaff', 'hubManager', 'official'])[1 + k % 3], o.area, d.day, d.day + 3, d.day + 7, d.day + 8, now(),
                   CASE WHEN k % 4 = 0 THEN 'done' WHEN k % 5 = 0 THEN 'escalated' ELSE 'open' END, now(),
                   CASE WHEN k % 4 = 0 THEN now() END
              FROM organizations o, generate_series(1, 10) AS k,
                   LATERAL (SELECT date '2026-01-01' + (o.serial * 7 + k * 31)::integer % 300) AS d (day)
            """,
            "ANALYZE",
        ]
        for statement in statements { _ = try await pool.query(statement) }
    }

    /// The plan under the policies, which must not keep an index from being used.
    private static func plan(_ statement: some Statement, of area: AreaCode?, _ pool: PostgresPool) async throws -> String {
        var scope: SessionContext = ["incubator.district_low": "0", "incubator.district_high": "999999"]
        if let district = area?.district {
            scope = ["incubator.district_low": district.description, "incubator.district_high": district.description]
        }
        if let area, area.digitCount > 6 {
            scope["incubator.area_low"] = area.text
            scope["incubator.area_high"] = area.text + "~"
        }
        return try await pool.query("EXPLAIN \(fragment: statement.sql)", context: scope)
            .map { try $0.decode(as: String.self) }.joined(separator: "\n")
    }

    private static func filters() throws -> [PendingFilter] {
        var filters = [PendingFilter(), PendingFilter(role: .hubStaff), PendingFilter(account: 7)]
        for text in ["32", "320613", "320613001"] {
            let area = try #require(AreaCode(text))
            filters.append(PendingFilter(role: .official, area: area))
        }
        var mine = PendingFilter(role: .reviewer)
        mine.leavesOutOwnInterests = true
        filters.append(mine)
        return filters + DeadlineStanding.allCases.map { PendingFilter(role: .hubStaff, standing: $0) }
    }

    @Test func `each list of what waits is read from an index in its order`() async throws {
        try await TestDatabase.runAsService { service, pool in
            try await Self.fill(pool)
            let today = try #require(Day(iso: "2026-06-30"))
            let key = try #require(PendingKey(cursor: "2026-05-01.320613.7"))
            for filter in try Self.filters() {
                var roots: AreaRoots?
                if let area = filter.area { roots = try await pool.first(SelectAreaRoots(of: area)) }
                for after in [nil, key] {
                    let statement = SelectPendingItems(
                        filter: filter, areas: roots, today: today, after: after, limit: 50, caller: "account-7")
                    let plan = try await Self.plan(statement, of: filter.area, service)
                    #expect(!plan.contains("Seq Scan on pending_items"), "\(filter)\n\(plan)")
                    // What waits in one district, or for one person, is little enough to be sorted.
                    if filter.account == nil, filter.area?.district == nil { #expect(!plan.contains("Sort"), "\(filter)\n\(plan)") }
                }
            }
            let timed = SelectTimedItems(today: today.adding(days: -200), after: nil, limit: 500)
            let plan = try await Self.plan(timed, of: nil, service)
            #expect(!plan.contains("Seq Scan on pending_items"), "\(plan)")
        }
    }
}
