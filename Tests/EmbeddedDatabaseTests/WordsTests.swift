import Testing
import Values

@testable import EmbeddedDatabase

/// What is said to people, and what programs read.
struct WordsTests {
    private static let programs = ServerPrograms(folder: "/old/bin", version: ServerVersion(major: 14, minor: 3))

    private static let errors: [EmbeddedDatabaseError] = [
        .serverNotFound(places: ["/here"]), .serverTooOld(found: programs),
        .otherVersion(folder: "/here", madeBy: 16, installed: [15, 17]),
        .damagedCluster(folder: "/here"), .passwordsMissing(file: "/here"), .belongsToAnother(folder: "/here", owner: "somebody"),
        .notWritable(path: "/here", reason: "Read-only file system"), .pathTooLong(path: "/here"), .diskFull(path: "/here", free: 17),
        .diskFull(path: "/here", free: nil), .noAccountToStepDownTo, .notReachable(folders: ["/here"], account: "somebody"),
        .socketTaken(folder: "/here", by: "somebody"), .busy(folder: "/here", seconds: 5),
        .didNotStart(log: "/here", lines: ["FATAL: no"]), .didNotStop(process: 17, seconds: 5),
        .programFailed(program: "/here", lines: ["no"]), .interrupted,
    ]

    @Test(arguments: errors) func `a refusal says what is wrong and what to do in both languages`(error: EmbeddedDatabaseError) {
        let words = error.words
        #expect(words.slug.hasPrefix("database-"))
        for text in [words.title, words.detail, words.nextStep] {
            #expect(!text.en.isEmpty && text.en != text.zh)
            #expect(text.zh.unicodeScalars.contains { 0x4e00...0x9fff ~= $0.value }, "\(text.zh)")
        }
    }

    @Test func `every kind of refusal has a code of its own`() {
        // Two of the errors above are of one kind.
        #expect(Set(Self.errors.map(\.words.slug)).count == Self.errors.count - 1)
    }

    @Test(arguments: [("/plain/path", "/plain/path"), ("", "''"), ("a b", "'a b'"), (#"it's \ here"#, #"'it\'s \\ here'"#)])
    func `a connection string quotes what it has to`(value: String, quoted: String) {
        #expect(Connections.quoted(value) == quoted)
    }

    @Test func `passwords are read back as they were written, and differ`() throws {
        let passwords = Passwords()
        let again = try #require(Passwords(file: passwords.file))
        let all = Role.allCases.map { passwords[$0] }
        #expect(all == Role.allCases.map { again[$0] })
        #expect(Set(all).count == Role.allCases.count && all.allSatisfy { $0.count == 48 })
    }

    @Test(arguments: ["", "\n", "abc\n", "0\n/x\n", "-5\n", "99999999999\n/x\n"]) func `a broken process file tells of no server`(
        text: String
    ) {
        #expect(PostmasterFile(text: text) == nil)
    }

    @Test func `a process file tells when its server is ready`() {
        let text = "123\n/data\n1700000000\n5432\n/socket\n\n  123456    654321\n"
        #expect(PostmasterFile(text: text + "starting\n")?.isReady == false)
        #expect(PostmasterFile(text: text + "ready   \n")?.isReady == true)
        #expect(PostmasterFile(text: text)?.socketFolder == "/socket")
        #expect(PostmasterFile(text: "123\n")?.isReady == false)
    }
}
