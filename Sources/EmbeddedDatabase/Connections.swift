/// How to connect to a running private database: libpq connection strings, without passwords; they name the file that holds them.
package struct Connections: Hashable, Sendable {
    /// As the role that owns the schema and runs migrations.
    package let ownerURL: String
    /// As the role that the service logs in as. It owns nothing and cannot pass by row-level security.
    package let serviceURL: String
    /// As the cluster's superuser, to the same database: for tests, backups and upgrades.
    package let superuserURL: String

    /// The name of the register's database in the cluster.
    static let database = "incubator"

    init(location: DataLocation, socket: SocketFolder) {
        func string(_ role: Role) -> String {
            let fields = [
                ("host", socket.path), ("port", String(SocketFolder.port)), ("dbname", Connections.database), ("user", role.rawValue),
                ("passfile", location.passwords),
            ]
            return fields.map { name, value in "\(name)=\(Connections.quoted(value))" }.joined(separator: " ")
        }
        ownerURL = string(.owner)
        serviceURL = string(.service)
        superuserURL = string(.superuser)
    }

    /// Quoted only where it has to be, which keeps the usual string easy to read and to paste.
    /// Source: PostgreSQL documentation, "Keyword/Value Connection Strings".
    static func quoted(_ value: String) -> String {
        guard value.isEmpty || value.utf8.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\\") }) else {
            return value
        }
        let escaped = value.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
        return "'\(escaped)'"
    }
}
