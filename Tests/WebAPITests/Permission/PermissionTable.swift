import Access
import Foundation
import HTTPSupport
import HTTPTypes

/// The table of who may use which route, as it is written down for people to read: `permissions.txt` beside this file.
///
/// A new route is added by hand, or by running the test with INCUBATOR_WRITE_PERMISSIONS=1 and reading the difference.
struct PermissionTable {
    /// What a route is about, which decides what another area means for it.
    enum Place: String {
        /// One organization.
        case organization
        /// An area that the request names.
        case area
        /// The whole register.
        case nation
        /// Whatever the caller's own scope holds.
        case anywhere
    }

    struct Row {
        let method: String
        let path: String
        let useCase: String
        let place: Place
        /// `everybody`, `account`, or names of roles.
        let who: Set<String>

        func admits(_ role: Role) -> Bool { isOpen || who.contains(role.rawValue) }
        /// Whether no role is needed.
        var isOpen: Bool { who.contains("everybody") || who.contains("account") }
        /// Whether a refusal may be about a password or a code, and not about who may.
        var isAboutAccounts: Bool { UseCase.all.contains { $0.name == useCase && $0.isAboutAccounts } }
    }

    let rows: [Row]

    static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "permissions.txt")

    init() throws {
        rows = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 5, let place = Place(rawValue: cells[3]) else { throw Unreadable(line: String(line)) }
            let who = Set(cells[4].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
            return Row(method: cells[0], path: cells[1], useCase: cells[2], place: place, who: who)
        }
    }

    struct Unreadable: Error {
        let line: String
    }

    /// The file as the code would have it, with the places that it has now.
    static func text(of routes: [PermittedRoutes.Entry]) -> String {
        let known = (try? PermissionTable())?.rows ?? []
        let lines = routes.map { route in
            let row = known.first { $0.method == route.method.rawValue && $0.path == route.path }
            let place = row?.place ?? (route.path.contains("{number}") ? .organization : .anywhere)
            let permission = route.useCase.permission
            let who: [String] =
                switch permission.minimum {
                case .everybody: ["everybody"]
                case .account: ["account"]
                case .role: permission.roles.map(\.rawValue).sorted()
                }
            return "\(route.method.rawValue) | \(route.path) | \(route.useCase.name) | \(place.rawValue) | \(who.joined(separator: ", "))"
        }
        return "# Method | path | use case | place | who, where the role is held\n" + lines.sorted().joined(separator: "\n") + "\n"
    }
}
