import Testing

struct DocumentCommandTests {
    @Test func `a summary is issued, listed, shown and verified`() async throws {
        try await TestRegister.run { register in
            try await register.importOrganizations()
            let incubator = register.incubator
            let issued = try await incubator.run("document", "issue", "320613-1", "--json")
            #expect(issued.status == 0, "\(issued.complaints)")
            guard case .text(let mark)? = try issued.json["verificationNumber"] else {
                Issue.record("no number: \(issued.output)")
                return
            }
            #expect(try await incubator.run("document", "list", "320613-1", "--csv").lines.count == 2)
            #expect(try await incubator.run("document", "show", "320613-1", "1", "--json").json["standing"] == "inForce")
            let verified = try await incubator.inChinese.run("document", "verify", mark.lowercased())
            for words in ["组织档案摘要", "城东合唱团", "有效"] { #expect(verified.output.contains(words), "\(words)") }
            let unknown = try await incubator.run("document", "verify", "000G40-R40M30-E209FA", "--json")
            #expect(try unknown.json["standing"] == .null)
            let mistyped = try await incubator.run("document", "verify", "000G40-R40M30-E209FB")
            #expect(mistyped.status == 1 && mistyped.output.isEmpty)
            let refused = try await incubator.run("document", "withdraw", "320613-1", "1", "--reason", "misprint")
            #expect(refused.status == 1, "the word of a named official")
            #expect(try await incubator.run("document", "show", "320613-1", "9").status == 1)
            #expect(try await incubator.run("verify").status == 0)
        }
    }
}
