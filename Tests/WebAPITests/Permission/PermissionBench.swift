import Access
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

/// The interface with two organizations in two districts, and requests to it from everybody.
struct PermissionBench {
    let client: any TestClientProtocol
    let pool: PostgresPool

    /// Stands in every private text of the organization 320613-1, and nowhere else.
    static let canary = "金丝雀"

    /// Public by law, the same for everybody, or without anything about anybody.
    static let tablesWithoutPolicy: Set<String> = [
        // The directory.
        "organizations", "credit_codes", "legal_status_steps", "organization_classifications", "service_areas",
        // Reference data and rules.
        "areas", "case_moves", "classification_codes", "deadline_rules", "retention_periods", "schema_migrations",
        "working_calendars", "working_calendar_days",
        // Public procurement.
        "hub_contracts",
        // Days, areas and counts.
        "assessment_parts", "assessment_runs", "rubric_trials",
        // Rules, who put them in force, and what an area's exits come to.
        "calibrations", "rubric_activations", "rubric_versions",
        // Hashes alone, which every act must read and move on, or which tell one key from another.
        "audit_heads", "people_key_marks",
        // Filled by COPY, which refuses tables with a policy; read by an import's own checks and emptied at its end.
        "staged_organizations", "staged_records",
    ]

    static func routes() throws -> [PermittedRoutes.Entry] {
        let accounts = APIUnderTest.accounts(APIUnderTest.unreachablePool)
        let api = WebAPI(accounts: accounts, imports: BackgroundImports(registry: accounts.registry))
        return api.addRoutes(to: Router(context: ServiceContext.self)).entries
    }

    static func run(
        policies: Bool = true, deciding: @escaping Registry.Deciding = { $0.decide(for: $1, at: $2, on: $3) },
        _ body: @escaping @Sendable (PermissionBench) async throws -> Void
    ) async throws {
        let everybody = Dictionary(uniqueKeysWithValues: try Who.all().map { ($0.name, $0) })
        try await TestDatabase.runAsService { service, superuser in
            try await APIUnderTest.addAreas(to: superuser)
            let filling = try APIUnderTest.application(service)
            try await filling.test(.router) { try await fill($0) }
            try await addAccounts(to: superuser)
            let application = try APIUnderTest.application(
                policies ? service : superuser, errors: ErrorLines(), deciding: deciding,
                identify: { ($0.headers[Who.field].flatMap { everybody[$0] } ?? .visitor).identification })
            try await application.test(.router) { try await body(PermissionBench(client: $0, pool: superuser)) }
        }
    }

    /// An organization with everything in its file, and one in another district.
    private static func fill(_ client: any TestClientProtocol) async throws {
        func post(_ path: String, _ body: JSONValue) async throws {
            let answer = try await client.execute(
                uri: path, method: .post, headers: [.contentType: "application/json"], body: ByteBuffer(bytes: body.bytes))
            try #require(answer.status == .created, "\(path): \(String(buffer: answer.body))")
        }
        for _ in 1...2 { try await post("/api/v1/hub-contracts", Samples.contract) }
        try await post("/api/v1/organizations", marked(Samples.organization))
        try await post("/api/v1/organizations", marked(Samples.organization, area: "320612", canary: "别处"))
        for record in Samples.records { try await post("/api/v1/organizations/320613-1\(record.path)", marked(record.body)) }
        try await post("/api/v1/organizations/320613-1/case", marked(Samples.opening))
        try await post("/api/v1/assessment-runs", Samples.run)
    }

    /// Everybody's own account, and the account 1, which is nobody's.
    private static func addAccounts(to pool: PostgresPool) async throws {
        let numbers = Set(try Who.all().compactMap { $0.caller.account?.rawValue }).union([1])
        for number in numbers.sorted() {
            _ = try await pool.query(
                """
                INSERT INTO accounts (account, login, folded_login, display_name, state) OVERRIDING SYSTEM VALUE
                VALUES (\(number), 'login-' || \(number)::bigint, 'login-' || \(number)::bigint, '周敏', 'active')
                """)
        }
    }

    /// The sample with the canary in what is private.
    private static func marked(_ sample: JSONValue, area: String = "320613001", canary: String = Self.canary) -> JSONValue {
        var text = String(decoding: sample.bytes, as: UTF8.self)
        for secret in ["王老师", "李社工", "0513-00000000", "合唱教学", "五一汇演", "街道推荐"] { text.replace(secret, with: secret + canary) }
        text.replace("\"area\":\"320613001\"", with: "\"area\":\"\(area)\"")
        return JSONValue(stringLiteral: text)
    }

    /// The request of a row, about the organization 320613-1 or its area.
    private func answer(_ row: PermissionTable.Row, as who: Who) async throws -> TestResponse {
        var headers = who.headers
        var body: ByteBuffer?
        if row.method == "POST" || row.method == "PUT" {
            headers[.contentType] = "application/json"
            headers[.ifMatch] = "\"v1\""
            body = ByteBuffer(bytes: try #require(Samples.body(of: row.method, row.path), "no sample for \(row.method) \(row.path)").bytes)
        }
        return try await client.execute(
            uri: Samples.path(row.path), method: try #require(HTTPRequest.Method(row.method)), headers: headers, body: body)
    }

    /// What somebody was answered who asked for a row, and whether it was the table of permissions that refused.
    func send(_ row: PermissionTable.Row, as who: Who) async throws -> (status: HTTPResponse.Status, isLetIn: Bool) {
        let answer = try await answer(row, as: who)
        guard answer.status == .unauthorized || answer.status == .forbidden else { return (answer.status, true) }
        // Whoever may change an account may be asked for a proof that another one gave: that is no matter of permission.
        let refusals = ["sign-in-needed", "not-permitted"] + (row.isOpen ? [] : ["second-factor-needed"])
        let text = String(buffer: answer.body)
        return (answer.status, !row.isAboutAccounts ? false : !refusals.contains { text.contains("/problems/\($0)\"") })
    }

    func body(_ row: PermissionTable.Row, as who: Who) async throws -> String {
        String(buffer: try await answer(row, as: who).body)
    }

    func sendWrongMethod(_ row: PermissionTable.Row) async throws -> HTTPResponse.Status {
        try await client.execute(uri: Samples.path(row.path), method: .patch).status
    }

    /// All rows of all tables that have a policy, but for what every act leaves behind.
    func privateRows() async throws -> String {
        let tables = try await pool.query(
            """
            SELECT relname::text FROM pg_class
             WHERE relrowsecurity AND relname NOT IN ('audit_events', 'idempotency_keys') ORDER BY 1
            """)
        var text = ""
        for table in try tables.map({ try $0.decode(as: String.self) }) {
            let rows = try await pool.query(
                "SELECT to_jsonb(t)::text FROM \(identifier: table) t WHERE to_jsonb(t)->>'district' = '320613' ORDER BY 1")
            text += try rows.map { try $0.decode(as: String.self) }.joined(separator: "\n")
        }
        return text
    }
}
