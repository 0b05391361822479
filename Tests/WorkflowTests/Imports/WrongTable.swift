import Incubation
import Postgres
import Tabular
import Testing
import Values
import Workflow

/// A table with something wrong in it, and what the import must say of it.
struct WrongTable: Sendable, CustomTestStringConvertible {
    /// What a finding must be: where, of which value and of which sort.
    struct Expected: Hashable, Sendable {
        var row: Int
        var column: String?
        var value: String
        var code: String
    }

    let name: String
    let kind: ImportKind
    let bytes: [UInt8]
    let expected: [Expected]
    /// How many rows are taken over when bad rows are skipped; nil when the table cannot be read and nothing is.
    let sound: Int64?
    /// Whether the findings are no more than warnings, so that all rows are taken over in any case.
    let isSound: Bool

    var testDescription: String { "\(kind): \(name)" }
    var table: TestTable { TestTable(kind, bytes: bytes) }

    /// - Parameter findings: each `row column value code`, with `|` between and an empty column for none.
    init(_ kind: ImportKind, _ name: String, bytes: [UInt8], _ findings: [String], sound: Int64?, isSound: Bool = false) {
        self.kind = kind
        self.name = name
        self.bytes = bytes
        self.sound = sound
        self.isSound = isSound
        expected = findings.map { written in
            let parts = written.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            return Expected(row: Int(parts[0]) ?? -1, column: parts[1].isEmpty ? nil : parts[1], value: parts[2], code: parts[3])
        }
    }

    init(_ kind: ImportKind, _ name: String, _ rows: [String], _ findings: [String], sound: Int64?, isSound: Bool = false) {
        let text = ([Self.headers[kind] ?? ""] + rows).joined(separator: "\n") + "\n"
        self.init(kind, name, bytes: Array(text.utf8), findings, sound: sound, isSound: isSound)
    }

    static let headers: [ImportKind: String] = [
        .areas: "code,name,level,parent,validUntil,successor",
        .organizations:
            "name,legalForm,legalStatus,legalStatusSince,area,creditCode,sourceScheme,sourceKey,serviceAreas,classifications,telephone",
        .statuses: "organization,creditCode,status,since",
        .accounts: "sourceScheme,sourceKey,periodEnd,receivedOn,currency,income,members",
        .reports: "sourceScheme,sourceKey,periodEnd,dueOn,receivedOn,result",
        .activities: "organization,creditCode,filingNumber,sourceScheme,sourceKey,heldOn,kind,title,participants",
        .leadership: "sourceScheme,sourceKey,post,personName,chosenBy,termBegan,termEnds,leftOn",
        .charters: "sourceScheme,sourceKey,charterVersion,adoptedOn,clauses,votesEntitled,votesInFavour,votesAgainst,votesAbstained",
        .meetings: "sourceScheme,sourceKey,body,heldOn,present,entitled",
        .bodies: "sourceScheme,sourceKey,kind,formedOn,dissolvedOn,quorumPerMille",
        .boundaries: "sourceScheme,sourceKey,since,content,areas",
        .cases: "sourceScheme,sourceKey,stage,enteredOn",
        .mentors: "sourceScheme,sourceKey,mentorName,from,until",
        .observations: "sourceScheme,sourceKey,indicator,observedOn,value,source",
    ]
}

extension TestRegistry {
    /// Records what the wrong tables run into: an organization `list K1`, whose case was opened and admitted, one with credit code 1, and two
    /// that share the filing number F-1.
    func recordNeighbours() async throws {
        try await taking(
            TestTable(
                .organizations,
                """
                name,legalForm,legalStatus,legalStatusSince,area,creditCode,sourceScheme,sourceKey,filingNumber
                城东合唱团,unincorporated,filed,2024-01-15,320613001,,list,K1,
                邻里服务中心,socialServiceInstitution,registered,2024-01-15,320613001,\(try TestCodes.code(1)),,,
                东风棋社,unincorporated,filed,2024-01-15,320613001,,list,K2,F-1
                西风棋社,unincorporated,filed,2024-01-15,320613002,,list,K3,F-1
                南风棋社,unincorporated,filed,2024-01-15,320613002,,,,F-2
                """))
        try await taking(
            TestTable(
                .cases, "sourceScheme,sourceKey,stage,enteredOn\nlist,K1,opened,2024-02-01\nlist,K1,admitted,2024-03-01\n"))
    }
}
