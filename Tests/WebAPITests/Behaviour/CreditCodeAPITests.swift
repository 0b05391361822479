import HTTPSupport
import Testing

@Suite struct CreditCodeAPITests {
    @Test func `a right code is valid however it is written`() async throws {
        try await APIUnderTest.run { client in
            for written in ["52320613MJ0123456L", "52320613%20mj0123456l", PercentEncoding.encode("５２３２０６１３ＭＪ０１２３４５６Ｌ")] {
                let verdict = try await client.get("/api/v1/credit-codes/\(written)").json
                #expect(verdict["valid"] == .boolean(true))
                #expect(verdict["normalized"] == .string("52320613MJ0123456L"))
            }
        }
    }

    @Test(arguments: [
        ("123", "wrong-length", JSONValue.null), ("%20", "empty", .null), ("52320613MJ01234560", "wrong-check", .string("L")),
        ("5232O613MJ0123456L", "forbidden-character", .null), ("%FF", "empty", .null),
    ])
    func `a wrong code is told why, with the right character where there is one`(code: String, reason: String, expected: JSONValue)
        async throws
    {
        try await APIUnderTest.run { client in
            let verdict = try await client.get("/api/v1/credit-codes/\(code)").json
            #expect(verdict["valid"] == .boolean(false))
            #expect(verdict["reason"] == .string(reason))
            #expect(verdict["expectedCheckCharacter"] == expected)
            #expect(verdict["detail"]?["zh-CN"] != nil)
        }
    }
}
