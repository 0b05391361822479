import Foundation
import Testing

struct RubricCommandTests {
    private let incubator = Executable.withoutDatabase

    @Test func `the built-in rubrics are listed and shown without a database`() async throws {
        let list = try await incubator.run("rubric", "list", "--csv")
        #expect(list.status == 0)
        #expect(list.line(0) == "id,title,validFrom,validThrough,author,indicators,flags,hash")
        #expect(list.lines.contains { $0.hasPrefix("pooled-2,") })
        let text = try await incubator.run("rubric", "show", "pooled-2")
        for part in ["FN-01", "FIN-RESERVE-NEG", "below 0 months", "source  ", "community", "hash "] {
            #expect(text.output.contains(part), "\(part)")
        }
        let chinese = try await incubator.inChinese.run("rubric", "show")
        #expect(chinese.output.contains("越低越差") && chinese.output.contains("依据"))
        let json = try await incubator.run("rubric", "show", "--json").json
        #expect(json["document"]?["id"] == "pooled-2")
        let unknown = try await incubator.run("rubric", "show", "none-such")
        #expect(unknown.status == 1)
    }

    @Test func `a file is checked: its hash does not depend on its spacing, and what is wrong is told with the place`() async throws {
        let folder = try TemporaryFolder()
        let document = try await incubator.run("rubric", "show", "--json").json["document"]
        let file = try folder.write("rubric.json", try written(document))
        let checked = try await incubator.run("rubric", "check", file)
        #expect(checked.status == 0)
        #expect(checked.output == (try await incubator.run("rubric", "check", "pooled-2").output))
        #expect(checked.lines.count == 1 && checked.line(0).count == 64)
        guard case .object(var members)? = document else {
            Issue.record("The document is an object.")
            return
        }
        members["watchLine"] = 3
        let wrong = try folder.write("wrong.json", try written(.object(members)))
        let refused = try await incubator.run("rubric", "check", wrong)
        #expect(refused.status == 1 && refused.output.isEmpty)
        #expect(refused.complaints.contains("watchLine: a rubric has no such field."))
        #expect(try await incubator.inChinese.run("rubric", "check", wrong).complaints.contains("watchLine：评分规则没有这一项。"))
        let broken = try folder.write("broken.json", "{")
        #expect(try await incubator.run("rubric", "check", broken).status == 1)

        members["watchLine"] = nil
        members["author"] = "somebody else"
        let other = try folder.write("other.json", try written(.object(members)))
        let diff = try await incubator.run("rubric", "diff", file, other, "--csv")
        #expect(diff.lines.count == 2 && diff.line(1).hasPrefix("author,") && diff.line(1).hasSuffix(",somebody else"))
        #expect(try await incubator.run("rubric", "diff", file, "pooled-2").output.isEmpty)
    }

    @Test func `a proposed rubric is shown, checked and compared by its hash, and by its name where that is asked for`() async throws {
        try await TestRegister.run { register in
            let incubator = register.incubator
            let folder = try TemporaryFolder()
            guard case .object(var members)? = try await incubator.run("rubric", "show", "--json").json["document"] else {
                Issue.record("The document is an object.")
                return
            }
            members["id"] = "stricter"
            let file = try folder.write("stricter.json", try written(.object(members)))
            let hash = try await incubator.run("rubric", "check", file).line(0)
            #expect(try await incubator.run("rubric", "show", hash).status == 1)
            #expect(try await incubator.run("rubric", "propose", file).status == 0)
            #expect(try await incubator.run("rubric", "show", hash, "--json").json["document"]?["id"] == "stricter")
            #expect(try await incubator.run("rubric", "check", hash).line(0) == hash)
            #expect(try await incubator.run("rubric", "show", "stricter").status == 1)
            #expect(try await incubator.run("rubric", "show", "stricter", "--kept", "--json").json["hash"] == .text(hash))
            let diff = try await incubator.run("rubric", "diff", "pooled-2", "stricter", "--kept", "--csv")
            #expect(diff.lines.count == 2 && diff.line(1) == "id,pooled-2,stricter")
        }
    }

    @Test func `a rubric is tried on the register, and two runs are compared`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let incubator = register.incubator
            let same = try await incubator.run("rubric", "try", "pooled-2", "--as-of", "2024-12-31", "--json")
            #expect(same.status == 0)
            #expect(try same.json["items"]?.count == 0)
            #expect(same.complaints.contains("0 of 3 organizations would change status."))
            #expect(try await incubator.run("rubric", "try", "pooled-2").status == 2)

            _ = try await incubator.run("assess", "--as-of", "2020-12-31")
            _ = try await incubator.run("assess", "--as-of", "2024-12-31")
            let compared = try await incubator.run("assess", "compare", "1", "2", "--json").json
            #expect((compared["items"]?.count ?? 0) >= 2)
            #expect(compared["items"]?[0]?["statusBefore"] == nil || compared["items"]?[0]?["statusBefore"] == .null)
            let text = try await incubator.run("assess", "compare", "1", "2")
            #expect(text.output.contains("not assessed → "))
            #expect(text.complaints.contains("Organizations that changed: "))
            #expect(try await incubator.run("assess", "compare", "1", "9").status == 1)
        }
    }

    private func written(_ value: JSONValue?) throws -> String {
        let object = Self.plain(value ?? .null)
        return String(decoding: try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]), as: UTF8.self)
    }

    private static func plain(_ value: JSONValue) -> Any {
        switch value {
        case .null: NSNull()
        case .bool(let bool): bool
        case .number(let number): number
        case .text(let text): text
        case .list(let values): values.map(plain)
        case .object(let members): members.mapValues(plain)
        }
    }
}
