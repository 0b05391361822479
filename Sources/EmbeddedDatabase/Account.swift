import Foundation
import Glibc

/// A user of the operating system: who a process runs as, or who a file belongs to.
struct Account: Hashable, Sendable {
    let name: String
    let user: UInt32
    let group: UInt32

    /// The account that this process runs as.
    static var current: Account {
        Account(number: geteuid()) ?? Account(name: String(geteuid()), user: geteuid(), group: getegid())
    }

    init(name: String, user: UInt32, group: UInt32) {
        self.name = name
        self.user = user
        self.group = group
    }

    /// The account of that name; nil when the machine has none.
    init?(named name: String) {
        self.init { record, buffer, size, found in getpwnam_r(name, record, buffer, size, found) }
    }

    /// The account of that number; nil when the machine knows no name for it.
    init?(number: UInt32) {
        self.init { record, buffer, size, found in getpwuid_r(number, record, buffer, size, found) }
    }

    var isRoot: Bool { user == 0 }

    private init?(
        _ look: (
            UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int, UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
        ) -> Int32
    ) {
        var record = passwd()
        var found: UnsafeMutablePointer<passwd>?
        // 16 KiB holds any entry that the C library's own documentation expects.
        var buffer = [CChar](repeating: 0, count: 16_384)
        let account = buffer.withUnsafeMutableBufferPointer { buffer -> Account? in
            guard let start = buffer.baseAddress, look(&record, start, buffer.count, &found) == 0, found != nil,
                let name = record.pw_name
            else { return nil }
            return Account(name: String(cString: name), user: record.pw_uid, group: record.pw_gid)
        }
        guard let account else { return nil }
        self = account
    }
}

extension Account {
    /// The account that the server may run as when this process runs as `account` and the cluster, if there is one, belongs to `owner`.
    ///
    /// PostgreSQL refuses to run as root, so root steps down: to the owner of an existing cluster, else to `postgres`, else to `nobody`.
    static func forServer(startedBy account: Account = .current, clusterOwner owner: Account?) -> Account? {
        guard account.isRoot else { return account }
        if let owner, !owner.isRoot { return owner }
        return Account(named: "postgres") ?? Account(named: "nobody")
    }
}
