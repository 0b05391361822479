import Foundation
import Logging
import Postgres
import TestDatabase
import Testing

/// A register of a test's own: a migrated database with a few areas, and the executable set to it.
struct TestRegister {
    let incubator: Executable
    let pool: PostgresPool
    let folder: TemporaryFolder
    /// The database's name.
    let name: String

    /// Runs a test on a register that has the areas around 崇川区.
    static func run(_ body: (TestRegister) async throws -> Void) async throws {
        try await empty { register in
            let areas = try register.folder.write("areas.csv", areas)
            let imported = try await register.incubator.run("area", "import", areas, "--national")
            try #require(imported.status == 0, "\(imported.complaints)")
            try await body(register)
        }
    }

    /// Runs a test on a register that is migrated and holds nothing.
    static func empty(_ body: (TestRegister) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        try await Turnstile.registers.pass {
            try await TestDatabase.run(connections: 2) { pool in
                let rows = try await pool.query("SELECT current_database()::text")
                let name = try #require(rows.first).decode(as: String.self)
                let incubator = Executable(environment: [
                    "DATABASE_URL": try TestDatabase.connectionString(database: name),
                    "INCUBATOR_PEOPLE_KEY_FILE": folder.path("people.key"), "INCUBATOR_ERASED_PEOPLE": folder.path("erased"),
                ])
                try await body(TestRegister(incubator: incubator, pool: pool, folder: folder, name: name))
            }
        }
    }

    static let areas = """
        code,name,level,parent,validUntil,successor
        32,江苏省,province,,,
        3206,南通市,prefecture,32,,
        320613,崇川区,county,3206,,
        320602,崇川区,county,3206,2020-10-31,320613
        320613001,城东街道,township,320613,,
        320613002,和平桥街道,township,320613,,
        320613001001,濠东社区,community,320613001,,

        """

    static let organizations = """
        name,englishName,category,legalForm,legalStatus,legalStatusSince,area,creditCode,sourceScheme,sourceKey
        城东合唱团,Chengdong Choir,cultureSport,unincorporated,filed,2021-05-01,320613001,,test,A1
        暖阳社会工作服务中心,Nuanyang Social Work Centre,publicBenefit,socialServiceInstitution,registered,2019-03-02,320613,52320613MJ0123456L,test,A2
        和平桥邻里互助会,,mutualAid,unincorporated,ledgered,2022-01-15,320613002,,test,A3

        """

    /// Imports the three organizations above; they get the numbers 1 to 3.
    func importOrganizations() async throws {
        let file = try folder.write("organizations.csv", Self.organizations)
        let imported = try await incubator.run("organization", "import", file)
        try #require(imported.status == 0, "\(imported.complaints)")
    }

    /// Ends every connection to the register's database and lets nobody in, as if its server had stopped.
    func closeDatabase() async throws {
        try await administer("ALTER DATABASE \(identifier: name) ALLOW_CONNECTIONS false")
        try await administer("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = \(name)")
    }

    func openDatabase() async throws {
        try await administer("ALTER DATABASE \(identifier: name) ALLOW_CONNECTIONS true")
    }

    private func administer(_ statement: SQL) async throws {
        let pool = PostgresPool(
            configuration: PostgresConfiguration(connectionString: try TestDatabase.connectionString(database: nil)),
            logger: Logger(label: "test"))
        do {
            _ = try await pool.query(statement)
            await pool.shutdown()
        } catch {
            await pool.shutdown()
            throw error
        }
    }

    /// How many rows a table has.
    func count(_ table: String) async throws -> Int {
        let rows = try await pool.query("SELECT count(*)::integer FROM \(identifier: table)")
        let count = try #require(rows.first).decode(as: Int32.self)
        return Int(count)
    }
}
