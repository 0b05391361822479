import Testing

@testable import Postgres

struct ConnectionParametersTests {
    private func parameters(_ text: String, change: (inout PostgresConfiguration) -> Void = { _ in }) throws -> ConnectionParameters {
        var configuration = PostgresConfiguration(connectionString: text)
        change(&configuration)
        return try ConnectionParameters(configuration)
    }

    @Test func `several hosts keep their order and ports`() throws {
        let hosts = try parameters("postgresql://u@a:1,b:2/d").hosts
        #expect(hosts == [.init(name: "a", address: "", port: "1"), .init(name: "b", address: "", port: "2")])
        #expect(try parameters("host=a,/run port=7").hosts.map(\.port) == ["7", "7"])
        #expect(try parameters("host=a,/run port=7").hosts.map(\.needsLookup) == [true, false])
        #expect(try parameters("host=a hostaddr=10.0.0.1").hosts.map(\.needsLookup) == [false])
    }

    @Test func `a string that cannot be parsed is refused without being repeated`() {
        let error = #expect(throws: PostgresError.self) { try parameters("postgresql://u:hunter2@[/d") }
        #expect(error?.kind == .usage && error.map { "\($0)".contains("hunter2") } == false)
    }

    @Test func `timeouts are added to the options of the string`() throws {
        let all = try parameters("dbname=d options='-c geqo=off'") {
            $0.statementTimeout = .milliseconds(1.5)
            $0.lockTimeout = .zero
        }
        let options = all.forLibpq.first { $0.keyword == "options" }?.value
        #expect(options == "-c geqo=off -c statement_timeout=2 -c lock_timeout=1")
    }

    @Test(arguments: [
        ("host=db.example", "verify-full"), ("postgresql://u@10.0.0.1,localhost/d", "verify-full"),
        ("host=localhost hostaddr=10.0.0.1", "verify-full"), ("host=127.db.example", "verify-full"),
        ("host=db.example sslmode=disable", "disable"), ("postgresql://u@db.example/d?sslmode=require", "require"),
        ("host=db.example service=register", nil), ("host=127.0.0.1", nil), ("host=localhost,::1", nil), ("host=/run", nil),
        ("dbname=d", nil),
    ])
    func `a server elsewhere must prove itself through TLS unless told otherwise`(text: String, mode: String?) throws {
        #expect(try parameters(text).forLibpq.first { $0.keyword == "sslmode" }?.value == mode)
    }

    @Test func `names are looked up away from the event loop`() async throws {
        let hosts = await HostLookup.resolve(try parameters("host=localhost,/run,nowhere.invalid port=5").hosts)
        #expect(hosts.contains { $0.name == "localhost" && ["127.0.0.1", "::1"].contains($0.address) && $0.port == "5" })
        #expect(hosts.contains { $0.name == "/run" && $0.address.isEmpty })
        #expect(hosts.contains { $0.name == "nowhere.invalid" && $0.address.isEmpty })
    }

    @Test func `a statement is prepared when seen again and the oldest goes first`() {
        var cache = StatementCache(capacity: 2)
        #expect(cache.plan("a", []) == .text)
        #expect(cache.plan("a", []) == .prepare(name: "s1", evicting: nil))
        #expect(cache.plan("a", []) == .reuse(name: "s1"))
        #expect(cache.plan("a", [20]) == .text, "other types make another statement")
        #expect(cache.plan("b", []) == .text)
        #expect(cache.plan("b", []) == .prepare(name: "s2", evicting: "s1"))
        cache.forget("b", [])
        #expect(cache.plan("b", []) == .text)
        var none = StatementCache(capacity: 0)
        #expect(none.plan("a", []) == .text && none.plan("a", []) == .text)
    }
}
