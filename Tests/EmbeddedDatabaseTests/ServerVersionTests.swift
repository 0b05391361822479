import Testing

@testable import EmbeddedDatabase

struct ServerVersionTests {
    @Test(arguments: [
        ("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", 15, 18),
        ("postgres (PostgreSQL) 18beta1", 18, 0),
        ("postgres (PostgreSQL) 17devel", 17, 0),
        ("postgres (PostgreSQL) 9.6.24", 9, 6),
    ])
    func `the printed version is read`(line: String, major: Int, minor: Int) {
        #expect(ServerVersion(printed: line) == ServerVersion(major: major, minor: minor))
    }

    @Test(arguments: [
        "", "postgres", "postgres (PostgreSQL) ", "mysqld 8.0", "postgres (PostgreSQL) devel", "(PostgreSQL) 99999999999999999999.1",
    ])
    func `a line that tells no version is refused`(line: String) {
        #expect(ServerVersion(printed: line) == nil)
    }

    @Test func `newer is decided by number, not by spelling`() {
        #expect(ServerVersion(major: 9, minor: 6) < ServerVersion(major: 15, minor: 2))
        #expect(ServerVersion(major: 15, minor: 2) < ServerVersion(major: 15, minor: 18))
    }
}
