import Foundation
import Postgres
import Testing

/// The settings of the identity provider, and the commands about identities.
struct IdentityProviderTests {
    @Test(
        arguments: [
            (["--identity-provider", "http://login.example", "--identity-client", "x"], "is no address of a provider"),
            (["--identity-provider", "https://login.example?x=1", "--identity-client", "x"], "is no address of a provider"),
            (["--identity-provider", "https://login.example"], "It is not said as which client"),
            (["--identity-provider", "https://login.example", "--identity-client", ""], "cannot be a client's identifier"),
            (
                ["--identity-provider", "https://login.example", "--identity-client", "x", "--port", "0"],
                "the provider cannot know where to lead back"
            ),
            (
                ["--identity-provider", "https://login.example", "--identity-client", "x", "--identity-secret-file", "/nonexistent"],
                "there is no such file"
            ),
        ])
    func `what is wrong with the settings is said before anything else is done`(arguments: [String], words: String) async throws {
        let outcome = try await Executable.withoutDatabase.run(["serve"] + arguments)
        #expect(outcome.status == 1)
        #expect(outcome.complaints.contains(words), "\(outcome.complaints)")
    }

    @Test func `the settings may stand in the environment, and the secret in a file for its owner alone`() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("secret", "a secret\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        var incubator = Executable.withoutDatabase
        incubator.environment["INCUBATOR_IDENTITY_PROVIDER"] = "https://login.example"
        incubator.environment["INCUBATOR_IDENTITY_CLIENT"] = "register"
        incubator.environment["INCUBATOR_IDENTITY_SECRET_FILE"] = path
        let open = try await incubator.run("serve")
        #expect(open.status == 1 && open.complaints.contains("others may read it"), "\(open.complaints)")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try folder.write("secret", "")
        let empty = try await incubator.run("serve")
        #expect(empty.status == 1 && empty.complaints.contains("The secret is empty"), "\(empty.complaints)")
        #expect(!open.complaints.contains("a secret\n") && !open.complaints.contains("a secret "))
    }

    @Test func `identities are listed and removed`() async throws {
        try await TestRegister.run { register in
            let incubator = register.incubator
            #expect(try await incubator.run("account", "create", "zhang", "--name", "张三").status == 0)
            _ = try await register.pool.query(
                "INSERT INTO external_identities VALUES ('https://login.example', 'person-1', 1, '2026-06-30T04:00:00Z')")
            let listed = try await incubator.run("account", "identity", "list", "zhang", "--csv")
            #expect(
                listed.lines == [
                    "number,issuer,subject,linkedAt", "1,https://login.example,person-1,2026-06-30T04:00:00.000000Z",
                ], "\(listed.complaints)")
            #expect(try await incubator.run("account", "show", "zhang", "--json").output.contains("person-1"))
            let missing = try await incubator.run("account", "identity", "remove", "zhang", "7")
            #expect(missing.status == 1 && missing.complaints.contains("7"))
            let removed = try await incubator.run("account", "identity", "remove", "zhang", "1", "--csv")
            #expect(removed.lines == ["number,issuer,subject,linkedAt"])
        }
    }
}
