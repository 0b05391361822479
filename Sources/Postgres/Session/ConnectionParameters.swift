import CLibpq

/// A connection string taken apart by libpq, with what this client adds.
struct ConnectionParameters {
    /// One server that may be tried. Empty means libpq's default.
    struct Host: Hashable, Sendable {
        var name: String
        var address: String
        var port: String

        /// Looking up the name would block the event loop, so it must be done before libpq gets it.
        var needsLookup: Bool { address.isEmpty && !isSocket && !name.isEmpty }

        /// Whether the way there leaves this machine.
        var isElsewhere: Bool {
            let place = address.isEmpty ? name : address
            if place.isEmpty || address.isEmpty && isSocket { return false }
            let isLoopback = place.hasPrefix("127.") && place.allSatisfy { $0.isNumber || $0 == "." }
            return !isLoopback && !["localhost", "::1"].contains(place)
        }

        private var isSocket: Bool { name.hasPrefix("/") || name.hasPrefix("@") }
    }

    private var options: [(keyword: String, value: String)]
    /// The servers, in the order in which they are to be tried.
    var hosts: [Host]

    /// - Throws: kind `usage` when the string cannot be parsed; the message does not repeat it.
    init(_ configuration: PostgresConfiguration) throws(PostgresError) {
        var given = try Self.parse(configuration.connectionString)
        let host = given.removeValue(forKey: "host") ?? Self.defaultValue("host")
        let address = given.removeValue(forKey: "hostaddr") ?? Self.defaultValue("hostaddr")
        let port = given.removeValue(forKey: "port") ?? Self.defaultValue("port")
        hosts = Self.hosts(names: host, addresses: address, ports: port)
        let settings = Self.settings(configuration)
        if !settings.isEmpty { given["options"] = [given["options"], settings].compactMap(\.self).joined(separator: " ") }
        given["client_encoding"] = "UTF8"
        given["fallback_application_name"] = configuration.applicationName
        // Kerberos would look for tickets with blocking calls; whoever uses it says so in the connection string.
        if given["gssencmode"] == nil { given["gssencmode"] = "disable" }
        // libpq would take a server that speaks no TLS, and any certificate. What leaves this machine is encrypted for the server meant,
        // unless whoever runs the register says otherwise in the string, in PGSSLMODE or in a service file.
        let isDecided = given["sslmode"] != nil || given["service"] != nil || Self.defaultValue("sslmode") != "prefer"
        if !isDecided, hosts.contains(where: \.isElsewhere) { given["sslmode"] = "verify-full" }
        options = given.sorted { $0.key < $1.key }.map { (keyword: $0.key, value: $0.value) }
    }

    /// What libpq gets.
    var forLibpq: [(keyword: String, value: String)] {
        var all = options
        let columns: [(String, (Host) -> String)] = [("host", \.name), ("hostaddr", \.address), ("port", \.port)]
        for (keyword, column) in columns {
            let values = hosts.map(column)
            if values.contains(where: { !$0.isEmpty }) { all.append((keyword, values.joined(separator: ","))) }
        }
        return all
    }

    private static func parse(_ text: String) throws(PostgresError) -> [String: String] {
        var message: UnsafeMutablePointer<CChar>?
        let parsed = PQconninfoParse(text, &message)
        defer {
            PQconninfoFree(parsed)
            PQfreemem(message)
        }
        guard let parsed else {
            // libpq's message repeats parts of the string, which may be the password.
            throw PostgresError(.usage, "the connection string cannot be parsed; see \"Connection Strings\" in PostgreSQL's manual")
        }
        return values(parsed)
    }

    /// From the environment (`PGHOST` …) or a service file.
    private static func defaultValue(_ keyword: String) -> String? {
        guard let defaults = PQconndefaults() else { return nil }
        defer { PQconninfoFree(defaults) }
        return values(defaults)[keyword]
    }

    private static func values(_ list: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
        var values: [String: String] = [:]
        var option = list
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return values
    }

    /// Comma-separated lists of equal length; a single port holds for every host (libpq, "Specifying Multiple Hosts").
    private static func hosts(names: String?, addresses: String?, ports: String?) -> [Host] {
        let names = list(names)
        let addresses = list(addresses)
        let ports = list(ports)
        let count = max(names.count, addresses.count, 1)
        return (0..<count).map { index in
            Host(
                name: index < names.count ? names[index] : "",
                address: index < addresses.count ? addresses[index] : "",
                port: ports.count == 1 ? ports[0] : (index < ports.count ? ports[index] : "")
            )
        }
    }

    private static func list(_ text: String?) -> [String] {
        guard let text, !text.isEmpty else { return [] }
        return text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    /// Timeouts as start-up settings, in milliseconds.
    private static func settings(_ configuration: PostgresConfiguration) -> String {
        let all: [(String, Duration?)] = [
            ("statement_timeout", configuration.statementTimeout),
            ("lock_timeout", configuration.lockTimeout),
            ("idle_in_transaction_session_timeout", configuration.idleInTransactionTimeout),
        ]
        return all.compactMap { name, value in value.map { "-c \(name)=\($0.wholeMilliseconds)" } }.joined(separator: " ")
    }
}

extension Duration {
    /// Milliseconds, rounded up, from 1 to the largest that the server takes: 0 would mean no limit.
    var wholeMilliseconds: Int32 {
        let milliseconds = self / .milliseconds(1)
        return milliseconds >= Double(Int32.max) ? Int32.max : Int32(max(milliseconds.rounded(.up), 1))
    }
}
