import Incubation
import Postgres
import Store
import Tabular
import Values

/// Stages organizations: reads codes, asks the core whether the particulars can be recorded, folds the name.
struct OrganizationStager: RowStager {
    let folding: NameFolding
    let today: Day
    let people: PeopleKeys
    private var random = RandomBytes()

    /// Where the columns stand in the schema, asked once.
    private struct Places {
        let name, englishName, category, form, status, since, area, code, override, filing, founded, scheme, key: Int
        let serviceAreas, classifications, telephone, email, address: Int

        init(_ schema: TableSchema) {
            // The schema is this program's own; a name that it lacks is caught by the test of the schemas.
            func place(_ name: String) -> Int { schema.index(of: name) ?? 0 }
            (name, englishName, category) = (place("name"), place("englishName"), place("category"))
            (form, status, since) = (place("legalForm"), place("legalStatus"), place("legalStatusSince"))
            (area, code, override) = (place("area"), place("creditCode"), place("creditCodeOverride"))
            (filing, founded) = (place("filingNumber"), place("foundedOn"))
            (scheme, key) = (place("sourceScheme"), place("sourceKey"))
            (serviceAreas, classifications) = (place("serviceAreas"), place("classifications"))
            (telephone, email, address) = (place("telephone"), place("email"), place("address"))
        }
    }

    private let places = Places(.organizations)

    init(folding: NameFolding, today: Day, people: PeopleKeys) {
        self.folding = folding
        self.today = today
        self.people = people
    }

    var copy: SQL { StagedOrganizations.copy }

    mutating func stage(_ row: MappedRow, part: Int, job: Int64, into lines: inout CopyText) throws -> [Finding] {
        var findings: [Finding] = []
        guard let draft = particulars(of: row, &findings), let district = draft.particulars.area.district else { return findings }
        findings += draft.particulars.faults(status: draft.status, today: today).map { finding($0, row) }
        findings += sourceFindings(row)
        for column in [places.telephone, places.email, places.address] { findings += PersonalCell.findings(in: row, column) }
        let since = row.day(places.since) ?? draft.particulars.foundedOn ?? today
        if since > today {
            findings.append(
                Finding(
                    row, "legalStatusSince", value: since.iso, code: "day-in-future", ("日期尚未到来", "the day has not come yet"),
                    remedy: ("填写今天或以前的日期", "a day up to today")))
        }
        if findings.isEmpty { try write(draft, since: since, district: district, row: row, job: job, into: &lines) }
        return findings
    }

    private func particulars(
        of row: MappedRow, _ findings: inout [Finding]
    ) -> (particulars: OrganizationParticulars, status: LegalStatus)? {
        let written = row.text(places.area) ?? ""
        guard let area = AreaCode(written) else {
            findings.append(
                Finding(
                    row, "area", value: written, code: "area-code-malformed", ("不是区划代码", "it is no area code"),
                    remedy: ("6、9 或 12 位数字，社区以下再加“-”和编号", "6, 9 or 12 digits, below a community a hyphen and a local number")))
            return nil
        }
        if area.district == nil { findings.append(finding(.areaAboveDistrict(area), row)) }
        guard let form = LegalForm(rawValue: row.text(places.form) ?? ""), let status = LegalStatus(rawValue: row.text(places.status) ?? "")
        else {
            return nil
        }
        let particulars = OrganizationParticulars(
            name: row.text(places.name) ?? "", englishName: row.text(places.englishName),
            category: row.text(places.category).flatMap(OrganizationCategory.init(rawValue:)), legalForm: form, area: area,
            creditCode: creditCode(of: row, &findings), creditCodeOverride: row.text(places.override),
            filingNumber: row.text(places.filing), foundedOn: row.day(places.founded))
        return (particulars, status)
    }

    private func creditCode(of row: MappedRow, _ findings: inout [Finding]) -> UnifiedSocialCreditCode? {
        guard let written = row.text(places.code) else { return nil }
        do throws(CreditCodeFault) {
            return try row.isMissing(places.override) ? UnifiedSocialCreditCode(written) : UnifiedSocialCreditCode(overridden: written)
        } catch {
            findings.append(CreditCodeFinding.make(row, "creditCode", written: written, fault: error))
            return nil
        }
    }

    private func sourceFindings(_ row: MappedRow) -> [Finding] {
        guard row.isMissing(places.scheme) != row.isMissing(places.key) else { return [] }
        return [
            Finding(
                row, "sourceKey", value: row.text(places.key) ?? "", code: "source-half-given",
                ("来源名录和来源编号须同时填写", "only half of the source is given"),
                remedy: ("两者都填或都不填", "give both the list and the key, or neither"))
        ]
    }

    private func finding(_ fault: OrganizationFault, _ row: MappedRow) -> Finding {
        Finding(
            row: row.row, line: row.line, column: fault.column, value: row.text(places.name) ?? "", code: fault.slug,
            message: fault.sentence,
            remedy: .init(zh: "更正该列后重新导入", en: "correct that column and import again"))
    }

    private mutating func write(
        _ draft: (particulars: OrganizationParticulars, status: LegalStatus), since: Day, district: District, row: MappedRow, job: Int64,
        into lines: inout CopyText
    ) throws {
        let particulars = draft.particulars
        let folded = folding.fold(particulars.name)
        lines.append(job)
        lines.append(row.row)
        lines.append(district.rawValue)
        lines.append(particulars.name)
        lines.append(particulars.englishName)
        lines.append(folded)
        lines.append(ArrayText.of(NameFolding.bigrams(of: folded)))
        lines.append(particulars.category?.rawValue)
        lines.append(particulars.legalForm.rawValue)
        lines.append(draft.status.rawValue)
        lines.append(since.iso)
        lines.append(particulars.area.text)
        lines.append(particulars.creditCode?.text)
        lines.append(particulars.creditCode == nil ? nil : particulars.creditCodeOverride)
        lines.append(particulars.filingNumber)
        lines.append(particulars.foundedOn?.iso)
        lines.append(row.text(places.scheme))
        lines.append(row.text(places.key))
        for column in [places.serviceAreas, places.classifications] {
            lines.append(row.isMissing(column) ? nil : ArrayText.of(ListCell.parts(row.text(column))))
        }
        for (column, kind) in [(places.telephone, ContactKind.telephone), (places.email, .email), (places.address, .address)] {
            let contact = row.text(column)
            lines.append(bytea: try contact.map { try StagedPerson($0, as: .contact(kind.rawValue), by: people, &random).bytes })
        }
        lines.endRow()
    }
}

extension OrganizationFault {
    /// The column of an import that the fault is about.
    var column: String {
        switch self {
        case .nameMissing, .nameTooLong, .nameHasControlCharacters: "name"
        case .areaAboveDistrict: "area"
        case .formDisagreesWithCode, .codeOfAnotherDepartment, .codeWithoutLegalPerson: "creditCode"
        case .foundedInFuture: "foundedOn"
        case .statusOutOfOrder: "legalStatus"
        }
    }

    /// A stable name for programs.
    var slug: String {
        switch self {
        case .nameMissing: "name-missing"
        case .nameTooLong: "name-too-long"
        case .nameHasControlCharacters: "name-control-characters"
        case .areaAboveDistrict: "area-above-district"
        case .formDisagreesWithCode: "form-disagrees-with-code"
        case .codeOfAnotherDepartment: "code-of-another-department"
        case .codeWithoutLegalPerson: "code-without-legal-person"
        case .foundedInFuture: "founded-in-future"
        case .statusOutOfOrder: "status-out-of-order"
        }
    }
}

/// What is said of a wrong credit code in a table.
enum CreditCodeFinding {
    static func make(_ row: MappedRow, _ column: String, written: String, fault: CreditCodeFault) -> Finding {
        let words = fault.words(written: written)
        return Finding(
            row: row.row, line: row.line, column: column, value: written, code: "credit-code-\(fault.slug)", message: words.detail,
            remedy: words.nextStep)
    }
}
