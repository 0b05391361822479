import Foundation
import Values

/// The passwords of the cluster's roles: random, made with the cluster, kept in a file that only its owner reads.
struct Passwords: Sendable {
    private let byRole: [Role: String]

    subscript(role: Role) -> String {
        // Both initializers fill in every role.
        byRole[role] ?? ""
    }

    /// 192 random bits for each role, as hexadecimal digits, which need no quoting anywhere.
    init() {
        var random = SystemRandomNumberGenerator()
        byRole = Dictionary(
            uniqueKeysWithValues: Role.allCases.map { role in
                (role, (0..<24).map { _ in UInt8.random(in: .min ... .max, using: &random) }.hexadecimal)
            })
    }

    /// Reads ``file``'s form; nil when a role is missing.
    init?(file: String) {
        var byRole: [Role: String] = [:]
        for line in file.split(separator: "\n") {
            let fields = line.split(separator: ":", omittingEmptySubsequences: false)
            if fields.count == 5, let role = Role(rawValue: String(fields[3])), !fields[4].isEmpty { byRole[role] = String(fields[4]) }
        }
        guard byRole.count == Role.allCases.count else { return nil }
        self.byRole = byRole
    }

    /// The form of libpq's password file, which connections name, so that no connection string holds a password.
    /// Source: PostgreSQL documentation, "The Password File".
    var file: String {
        Role.allCases.map { "*:*:*:\($0.rawValue):\(self[$0])\n" }.joined()
    }
}

/// A role of the private cluster.
enum Role: String, CaseIterable, Sendable {
    /// Everything: backups, tests, upgrades.
    case superuser = "postgres"
    /// Owns the database and its schema; runs migrations.
    case owner = "incubator_owner"
    /// What the service logs in as: owns nothing and cannot pass by row-level security.
    case service = "incubator_service"
}
