import Testing
import Values

@testable import Tabular

struct MappingProblemTests {
    @Test(arguments: [
        (#"{"#, "mapping-not-json", ""),
        (#"[1]"#, "mapping-wrong-value", ""),
        (#"{"kind": "organizations", "otherColumns": "byName"}"#, "mapping-wrong-kind", "kind"),
        (#"{"colums": {}}"#, "mapping-unknown-key", "colums"),
        (#"{"columns": {"income": {"form": "turnover"}}}"#, "mapping-unknown-key", "columns.income.form"),
        (#"{"columns": {"income": {}}}"#, "mapping-wrong-value", "columns.income.from"),
        (#"{"columns": {"income": {"from": "a", "constant": "1"}}}"#, "mapping-wrong-value", "columns.income.from"),
        (#"{"columns": {"income": {"from": "a", "as": "pounds"}}}"#, "mapping-wrong-value", "columns.income.as"),
        (#"{"columns": {"income": {"template": "{a-12-31"}}}"#, "mapping-wrong-value", "columns.income.template"),
        (#"{"columns": {"income": {"from": 7}}}"#, "mapping-wrong-value", "columns.income.from"),
        (#"{"columns": {"income": {"from": "a", "scale": "ten"}}}"#, "mapping-wrong-value", "columns.income.scale"),
        (#"{"encoding": "latin-1"}"#, "mapping-wrong-value", "encoding"),
        (#"{"delimiter": "|"}"#, "mapping-wrong-value", "delimiter"),
        (#"{"source": {}}"#, "mapping-missing-key", "source.name"),
        (#"{"skipWhen": [{"column": "a"}]}"#, "mapping-wrong-value", "skipWhen[0].is"),
        (#"{"repeat": [{"columns": {"income": {"from": "a", "wen": 1}}}]}"#, "mapping-unknown-key", "repeat[0].columns.income.wen"),
        (#"{"columns": {"incom": "a"}, "otherColumns": "byName"}"#, "mapping-unknown-target", "columns.incom"),
        (#"{"columns": {"income": "turnovr"}, "otherColumns": "byName"}"#, "mapping-unknown-column", "columns.income"),
        (
            #"{"columns": {"organization": {"from": "a", "scale": 2}}, "otherColumns": "byName"}"#, "mapping-not-numeric",
            "columns.organization"
        ),
        (
            #"{"columns": {"receivedOn": {"constant": "2013-02-30"}}, "otherColumns": "byName"}"#, "mapping-unfit-value",
            "columns.receivedOn"
        ),
        (
            #"{"columns": {"category": {"from": "a", "values": {"x": "mutalAid"}}}, "otherColumns": "byName"}"#, "mapping-unfit-value",
            "columns.category.values.x"
        ),
    ])
    func `a mistake in a mapping file is refused at its place`(json: String, code: String, place: String) {
        let findings = Sample.refusal(Sample.accounts, json, "organization,receivedOn,turnover,a\nC1,2013-01-01,1,2\n")
        #expect(findings.first?.code == code)
        #expect(findings.first?.column ?? "" == place)
    }

    @Test func `all mistakes are told at once, with suggestions`() {
        let json = #"{"columns": {"incom": "turnover", "spending": "spendng", "members": "nothing"}}"#
        let findings = Sample.refusal(Sample.accounts, json, "turnover,spending\n1,2\n")
        #expect(
            findings.map(\.code) == [
                "mapping-unknown-target", "required-column-missing", "required-column-missing", "mapping-unknown-column",
                "mapping-unknown-column",
            ])
        #expect(findings.first?.remedy.en == "Is “income” meant? Correct the name.")
        #expect(findings[3].remedy.en.hasPrefix("Is “spending” meant?"))
        #expect(!findings[4].remedy.en.contains("meant"))
    }

    @Test func `a required column that is missing is named with what looks like it`() {
        let findings = Sample.refusal(Sample.accounts, nil, "organisation,received_on\nC1,2013-01-01\n")
        #expect(findings.map(\.code) == ["required-column-missing"])
        #expect(findings.first?.message.zh == "没有必填列“组织编号”(organization)。")
        #expect(findings.first?.remedy.en.hasPrefix("Is “organisation” meant?") == true)
    }

    @Test func `columns that nothing is read from are pointed out`() throws {
        var reader = TableReader(schema: Sample.accounts)
        reader.append(Array("organization,receivedOn,incmoe,colour\nC1,2013-01-01,1,red\n".utf8))
        #expect(try reader.next() == .row)
        #expect(reader.headerFindings.map(\.code) == ["column-not-used", "column-not-used"])
        #expect(reader.headerFindings.allSatisfy { $0.severity == .warning })
        #expect(reader.headerFindings.first?.remedy.en.hasPrefix("Is “income” meant?") == true)
    }

    @Test func `encoding and delimiter of the file come from the mapping, and what the caller states goes first`() throws {
        let mapping = try TableMapping(json: Array(#"{"encoding": "GB18030", "delimiter": ";", "comment": "x"}"#.utf8))
        #expect(mapping.options().encoding == .gb18030)
        #expect(mapping.options().delimiter == UInt8(ascii: ";"))
        #expect(mapping.options(over: CSVOptions(encoding: .utf8)).encoding == .utf8)
        #expect(mapping.matchesByName)
    }
}
