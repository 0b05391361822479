import Testing
import Values

@testable import Tabular

struct MappingTests {
    @Test func `columns are found by name, label or alias, whatever their case and width`() throws {
        let text = "ＯＲＧＡＮＩＺＡＴＩＯＮ,收到日期,总收入,SPENDING, 成员数 ,Category\nC1,2013-12-31,10,5.5,7,互助类\n"
        let (rows, findings) = try Sample.rows(Sample.accounts, nil, text)
        let day = try #require(Day(iso: "2013-12-31"))
        #expect(findings.isEmpty)
        #expect(
            rows == [
                [
                    .text("C1"), .day(day), .money(Money(minorUnits: 1000)), .money(Money(minorUnits: 550)), .integer(7),
                    .choice("mutualAid"),
                ]
            ])
    }

    @Test func `a mapping computes, fills in and translates`() throws {
        let mapping = """
            {
              "kind": "accounts",
              "source": {"name": "Co-operatives UK", "licence": "ODC-By-1.0", "attribution": "Co-operatives UK"},
              "columns": {
                "organization": "org_id",
                "receivedOn": {"template": "{edition_year}-12-31"},
                "income": {"from": "turnover", "as": "decimal"},
                "spending": {"difference": ["turnover", "profit"]},
                "members": {"from": "memberships", "missing": ["n/a"]},
                "category": {"from": "sector", "values": {"Sports": "publicBenefit", "None": ""}, "otherwise": "mutualAid"}
              },
              "skipWhen": {"column": "status", "is": "Dead"}
            }
            """
        let text = """
            org_id,edition_year,turnover,profit,memberships,sector,status
            C1,2013,77961.0,6933.0,280.0,Sports,Live
            C2,2013,,6933.0,n/a,None,Live
            C3,2013,1,2,3,Sports,Dead
            C4,2013,10,-5,3,Other,Live
            """
        let (rows, findings) = try Sample.rows(Sample.accounts, mapping, text)
        let day = try #require(Day(iso: "2013-12-31"))
        #expect(findings.isEmpty)
        #expect(rows.map { $0[0] } == [.text("C1"), .text("C2"), .text("C4")])
        #expect(rows.allSatisfy { $0[1] == .day(day) })
        #expect(rows.map { $0[2] } == [.money(Money(minorUnits: 7_796_100)), .missing, .money(Money(minorUnits: 1000))])
        #expect(rows.map { $0[3] } == [.money(Money(minorUnits: 7_102_800)), .missing, .money(Money(minorUnits: 1500))])
        #expect(rows.map { $0[4] } == [.integer(280), .missing, .integer(3)])
        #expect(rows.map { $0[5] } == [.choice("publicBenefit"), .missing, .choice("mutualAid")])
    }

    @Test func `one row of the file can give several rows`() throws {
        let mapping = """
            {
              "kind": "observations",
              "columns": {"organization": "org_id"},
              "repeat": [
                {"columns": {"indicator": {"constant": "ACT-01"}, "value": "num_commits"}, "skipWhen": {"column": "num_commits", "empty": true}},
                {"columns": {"indicator": {"constant": "ACT-02"}, "value": {"from": "share", "scale": 0.01, "offset": "-0.5"}}}
              ]
            }
            """
        let (rows, findings) = try Sample.rows(Sample.observations, mapping, "org_id,num_commits,share\nP1,7,50\nP2,,x\nP3,1,25\n")
        #expect(
            rows == [
                [.text("P1"), .text("ACT-01"), .number(7)], [.text("P1"), .text("ACT-02"), .number(0)],
                [.text("P3"), .text("ACT-01"), .number(1)], [.text("P3"), .text("ACT-02"), .number(-0.25)],
            ])
        #expect(findings.map(\.code) == ["not-a-number"])
        #expect(findings.map(\.row) == [3])
    }

    @Test func `a checkpoint in the middle of several rows goes back to the first of them`() throws {
        let json =
            #"{"columns": {"organization": "o"}, "repeat": [{"columns": {"indicator": {"constant": "A"}, "value": "x"}}, {"columns": {"indicator": {"constant": "B"}, "value": "x"}}]}"#
        var reader = TableReader(schema: Sample.observations, mapping: try TableMapping(json: Array(json.utf8)))
        reader.append(Array("o,x\nP1,1\nP2,2\n".utf8))
        #expect(try reader.next() == .row)
        #expect(reader.checkpoint?.offset == 4)
        #expect(reader.checkpoint?.row == 2)
        #expect(try reader.next() == .row)
        #expect(reader.checkpoint?.offset == 9)
        #expect(reader.checkpoint?.row == 3)
    }

    @Test func `an empty part of a sum makes it missing unless the mapping says what it counts as`() throws {
        let plain = #"{"columns": {"organization": "o", "receivedOn": "d", "income": {"sum": ["a", "b"]}}}"#
        let counted = #"{"columns": {"organization": "o", "receivedOn": "d", "income": {"sum": ["a", "b"], "whenEmpty": 0}}}"#
        let text = "o,d,a,b\nC1,2013-01-01,1.10,\n"
        #expect(try Sample.rows(Sample.accounts, plain, text).rows.first?[2] == .missing)
        #expect(try Sample.rows(Sample.accounts, counted, text).rows.first?[2] == .money(Money(minorUnits: 110)))
    }

    @Test(
        arguments: [
            (#""as": "tenThousand""#, "1.5", 1_500_000), (#""as": "minor""#, "1500", 1500), (#""round": true"#, "1.005", 101),
            (#""scale": 1000"#, "1.5", 150_000), (#""scale": "0.001""#, "1500", 150),
        ] as [(String, String, Int64)])
    func `the unit of amounts can be stated`(rule: String, cell: String, minorUnits: Int64) throws {
        let mapping = #"{"columns": {"organization": "o", "receivedOn": "d", "income": {"from": "a", \#(rule)}}}"#
        let (rows, _) = try Sample.rows(Sample.accounts, mapping, "o,d,a\nC1,2013-01-01,\(cell)\n")
        #expect(rows.first?[2] == .money(Money(minorUnits: minorUnits)))
    }

    @Test func `the order of the parts of a day can be stated`() throws {
        let mapping = #"{"columns": {"organization": "o", "receivedOn": {"from": "d", "days": "dayFirst"}}}"#
        let (rows, findings) = try Sample.rows(Sample.accounts, mapping, "o,d\nC1,28/02/2013\nC2,31/02/2013\n")
        let day = try #require(Day(iso: "2013-02-28"))
        #expect(rows.map { $0[1] } == [.day(day)])
        #expect(findings.map(\.code) == ["impossible-day"])
    }

    @Test func `a cell that the list of values lacks is refused with the nearest one`() throws {
        let mapping =
            #"{"columns": {"organization": "o", "receivedOn": "d", "category": {"from": "c", "values": {"Sports": "mutualAid"}}}}"#
        let (rows, findings) = try Sample.rows(Sample.accounts, mapping, "o,d,c\nC1,2013-01-01,Sport\n")
        #expect(rows.isEmpty)
        #expect(findings.map(\.code) == ["not-in-mapping"])
        #expect(findings.first?.remedy.en.hasPrefix("Is “Sports” meant?") == true)
    }
}
