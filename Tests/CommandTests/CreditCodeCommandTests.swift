import Testing

/// `incubator credit-code check`. The codes are public ones and made ones whose arithmetic was worked out by hand.
struct CreditCodeCommandTests {
    private let incubator = Executable.withoutDatabase

    @Test(arguments: [
        "51100000500002862F", "51100000500009247D", "51100000500012681T", "51110000MJ0101505U", "53100000500019795A", "53100000500021676K",
        "53100000500021326D", "53100000500009167K", "51320613501234569L", "52320613MJ0123456L", "51320602338900014E", "52320612MJ2000011G",
        "52110101MJ0A1B2C5Y", "5332000050987654XY", "52500111MJP000013M", "51500111MJ0000093J", "53320000MJ0000771K", "59320613MJ09999929",
        "52320613MJ00002020", "52320613MJ000000X8", "52320613MJ0000050K", "52999999MJ0123456B",
    ])
    func `a right code is right`(code: String) async throws {
        let outcome = try await incubator.run("credit-code", "check", code, "--json")
        #expect(outcome.status == 0)
        #expect(outcome.complaints == "")
        let json = try outcome.json
        #expect(json.names == ["expected_check_character", "message", "normalized", "reason", "valid"])
        #expect(json["valid"] == true)
        #expect(json["normalized"] == .text(code))
        #expect(json["reason"] == .null)
        #expect(json["expected_check_character"] == .null)
    }

    @Test(
        arguments: [
            ("53100000500020462H", "wrong-check", "K"), ("531000005000074012", "wrong-check", "D"),
            ("51100000500000024G", "wrong-check", "M"),
            ("52110101MJ0018899X", "wrong-check", "T"), ("51100000500008262F", "wrong-check", "Q"),
            ("51320602500002862F", "wrong-check", "1"),
            ("51100000500002862E", "wrong-check", "F"), ("5110000050000286F", "wrong-length", nil),
            ("51100000500002862FF", "wrong-length", nil),
            ("51320613SO1234569L", "forbidden-character", nil), ("51320613501234569I", "forbidden-character", nil),
            ("51100O00500002862F", "forbidden-character", nil), ("51100A00500002862F", "letter-in-division", nil), ("", "empty", nil),
            ("   ", "empty", nil), ("000000000000000000", "unknown-department", nil),
        ] as [(code: String, reason: String, expected: String?)])
    func `a wrong code is refused with what would be right`(code: String, reason: String, expected: String?) async throws {
        let outcome = try await incubator.run("credit-code", "check", code, "--json")
        #expect(outcome.status == 1)
        let json = try outcome.json
        #expect(json["valid"] == false)
        #expect(json["reason"] == .text(reason))
        #expect(json["expected_check_character"] == expected.map(JSONValue.text) ?? .null)
        #expect(json["normalized"] == (expected == nil ? .null : .text(code)))
        #expect(json["message"] != .null)

        let text = try await incubator.run("credit-code", "check", code)
        #expect(text.status == 1)
        #expect(text.output == "")
        #expect(text.complaints.hasPrefix("The credit code is wrong\n"))
    }

    @Test(arguments: ["91110000600037341L", "121200004013590816"])
    func `a right code of another department is right, with a warning`(code: String) async throws {
        let outcome = try await incubator.run("credit-code", "check", code)
        #expect(outcome.status == 0)
        #expect(outcome.output == "The code is right: \(code)\n")
        #expect(outcome.complaints.hasPrefix("Note: civil affairs did not give this code"))
        #expect(try await incubator.run("credit-code", "check", code, "--json").json["valid"] == true)
    }

    @Test(arguments: ["52320613mj0123456l", " 5232 0613 MJ01 2345 6L ", "52320613-MJ0123456-L", "５２３２０６１３ＭＪ０１２３４５６Ｌ"])
    func `a code is read as people write it`(written: String) async throws {
        let outcome = try await incubator.run("credit-code", "check", written, "--json")
        #expect(outcome.status == 0)
        #expect(try outcome.json["normalized"] == "52320613MJ0123456L")
    }

    @Test func `the answer is in the reader's language`() async throws {
        let right = try await incubator.inChinese.run("credit-code", "check", "52320613MJ0123456L")
        #expect(right.output == "代码有效：52320613MJ0123456L\n")
        let wrong = try await incubator.inChinese.run("credit-code", "check", "53100000500020462H")
        #expect(wrong.complaints == "统一社会信用代码有误\n  校验码不符：按前 17 位，末位应为“K”。\n  请对照证书核对。\n")
    }

    @Test(arguments: [
        (["LANG": "zh_CN.UTF-8"], true), (["LANG": "en_GB.UTF-8"], false), (["LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"], true),
        (["INCUBATOR_LANGUAGE": "en", "LC_ALL": "zh_CN.UTF-8"], false), (["LANG": "C"], false),
    ])
    func `the environment chooses the language`(settings: [String: String], isChinese: Bool) async throws {
        var incubator = incubator
        incubator.environment["INCUBATOR_LANGUAGE"] = ""
        incubator.environment.merge(settings) { $1 }
        let outcome = try await incubator.run("credit-code", "check", "52320613MJ0123456L")
        #expect(outcome.output.hasPrefix("代码") == isChinese)
    }
}
