import EmbeddedDatabase

/// The database's state as data: JSON, or one `name value` line each.
struct DatabaseReport: Encodable {
    let state: String
    let directory: String
    let dataDirectory: String?
    let majorVersion: Int?
    let process: Int32?
    let log: String?
    let serviceURL: String?
    let ownerURL: String?
    let superuserURL: String?

    init(status: DatabaseStatus) {
        state = status.state.rawValue
        directory = status.directory
        dataDirectory = status.dataDirectory
        majorVersion = status.majorVersion
        process = status.process
        log = status.log
        serviceURL = status.connections?.serviceURL
        ownerURL = status.connections?.ownerURL
        superuserURL = status.connections?.superuserURL
    }

    func print(asJSON: Bool) throws {
        if asJSON {
            try Terminal.show(try JSONText.pretty(self))
        } else {
            for (name, value) in fields { try Terminal.show("\(name) \(value)") }
        }
    }

    private var fields: [(String, String)] {
        let all: [(String, String?)] = [
            ("state", state), ("directory", directory), ("dataDirectory", dataDirectory), ("majorVersion", majorVersion.map(String.init)),
            ("process", process.map(String.init)), ("log", log), ("serviceURL", serviceURL), ("ownerURL", ownerURL),
            ("superuserURL", superuserURL),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }
}
