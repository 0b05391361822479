import Incubation
import Postgres
import Store
import Tabular
import Values

/// Stages rows of every kind but organizations: how the organization is named, and the fields as text in the order of the kind's columns.
struct RecordStager: RowStager {
    let kind: ImportKind
    let today: Day
    /// What names are sealed with; nil for a kind whose rows name nobody.
    private let people: PeopleKeys?
    private var random = RandomBytes()
    private let personColumn: Int?
    /// How many of the schema's first columns name the organization.
    private let keyCount: Int
    private let listColumns: Set<Int>

    init(kind: ImportKind, today: Day, people: PeopleKeys?) {
        self.kind = kind
        self.today = today
        self.people = people
        personColumn = kind.schema.columns.firstIndex(where: \.personal)
        keyCount = kind == .areas ? 0 : TableSchema.Column.organizationKey.count
        let lists = kind.schema.columns.indices.filter { ["clauses", "areas"].contains(kind.schema.columns[$0].name) }
        listColumns = Set(lists)
    }

    var copy: SQL { StagedRecords.copy }

    mutating func stage(_ row: MappedRow, part: Int, job: Int64, into lines: inout CopyText) throws -> [Finding] {
        var findings: [Finding] = []
        let key = keyCount == 0 ? RowKey.none : RowKey.read(row, &findings)
        findings += RecordRules.findings(in: row, of: kind, today: today)
        if let personColumn { findings += PersonalCell.findings(in: row, personColumn) }
        guard findings.isEmpty else { return findings }
        lines.append(job)
        lines.append(row.row)
        lines.append(part)
        for text in [key.organization, key.creditCode, key.filingNumber, key.sourceScheme, key.sourceKey] { lines.append(text) }
        lines.append(ArrayText.of(fields(of: row)))
        lines.append(bytea: try person(of: row))
        lines.endRow()
        return []
    }

    /// Whom the row names, sealed: a name stands in no field.
    private mutating func person(of row: MappedRow) throws -> [UInt8]? {
        guard let personColumn, let people, let name = row.text(personColumn) else { return nil }
        return try StagedPerson(name, as: .name, by: people, &random).bytes
    }

    private func fields(of row: MappedRow) -> [String?] {
        row.schema.columns.indices.dropFirst(keyCount).map { $0 == personColumn ? nil : field(row, $0) }
    }

    private func field(_ row: MappedRow, _ column: Int) -> String? {
        if listColumns.contains(column) { return ArrayText.of(ListCell.parts(row.text(column))) }
        return switch row[column] {
        case .missing: nil
        case .text(let text), .choice(let text): text
        case .integer(let number): String(number)
        case .money(let amount): String(amount.minorUnits)
        case .number(let number): number.description
        case .day(let day): day.iso
        case .yesNo(let answer): answer ? "true" : "false"
        }
    }
}

/// How a row names its organization: exactly one way.
struct RowKey {
    var organization: String?
    var creditCode: String?
    var filingNumber: String?
    var sourceScheme: String?
    var sourceKey: String?

    static let none = RowKey()

    /// Reads the first five columns of a schema that begins with ``Tabular/TableSchema/Column/organizationKey``.
    static func read(_ row: MappedRow, _ findings: inout [Finding]) -> RowKey {
        var key = RowKey()
        key.organization = row.text(0)
        key.creditCode = row.text(1)
        key.filingNumber = row.text(2)
        (key.sourceScheme, key.sourceKey) = (row.text(3), row.text(4))
        let whole = key.sourceScheme != nil && key.sourceKey != nil
        let ways = [key.organization != nil, key.creditCode != nil, key.filingNumber != nil, whole].filter { $0 }.count
        if ways != 1 || (key.sourceScheme == nil) != (key.sourceKey == nil) {
            findings.append(
                Finding(
                    row, "organization", value: "", code: "organization-not-named",
                    ways == 0
                        ? ("没有说明是哪个组织", "the row does not say which organization it is about")
                        : ("用了几种方式指明组织", "the row names its organization in several ways"),
                    remedy: ("组织编号、信用代码、备案号、来源名录加编号，四者取一", "one of: organization number, credit code, filing number, source list with key"))
            )
        }
        key.check(row, &findings)
        return key
    }

    private mutating func check(_ row: MappedRow, _ findings: inout [Finding]) {
        if let written = organization {
            if let number = OrganizationNumber(written) {
                organization = number.description
            } else {
                findings.append(
                    Finding(
                        row, "organization", value: written, code: "organization-number-malformed",
                        ("不是组织编号", "it is no organization number"),
                        remedy: ("六位区县代码、连字符、序号，如 320613-42", "a district's six digits, a hyphen, a serial number: 320613-42")))
            }
        }
        if let written = creditCode {
            do throws(CreditCodeFault) {
                // Whether a wrong check was vouched for is known where the code is recorded; here only a code on record is found.
                creditCode = try UnifiedSocialCreditCode(overridden: written).text
            } catch {
                findings.append(CreditCodeFinding.make(row, "creditCode", written: written, fault: error))
            }
        }
    }
}
