import Foundation
import Glibc

/// One PostgreSQL server found on the machine.
package struct ServerPrograms: Hashable, Sendable {
    /// The folder that holds `postgres` and `initdb`.
    package let folder: String
    /// What its server says of itself.
    package let version: ServerVersion

    var server: String { folder + "/postgres" }
    var clusterMaker: String { folder + "/initdb" }
}

/// The version that a PostgreSQL program tells, such as 15.18 or 18beta1.
package struct ServerVersion: Comparable, Hashable, Sendable, CustomStringConvertible {
    /// Clusters are bound to it: 15 in 15.18.
    package let major: Int
    /// 18 in 15.18; 0 for a version before its first release.
    package let minor: Int

    /// The oldest major version that the register runs on.
    static let oldestSupported = 15

    init(major: Int, minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// Reads what `postgres --version` prints, such as `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`.
    init?(printed line: String) {
        guard let mark = line.range(of: "(PostgreSQL) ") else { return nil }
        let numbers = line[mark.upperBound...].prefix { !$0.isWhitespace }.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = numbers.first, let major = Int(first.prefix { "0"..."9" ~= $0 }) else { return nil }
        self.init(major: major, minor: numbers.count > 1 ? Int(numbers[1].prefix { "0"..."9" ~= $0 }) ?? 0 : 0)
    }

    package static func < (left: Self, right: Self) -> Bool { (left.major, left.minor) < (right.major, right.minor) }

    package var description: String { "\(major).\(minor)" }
}
