import Incubation
import Postgres
import Values

/// The columns that make a ``Incubation/CommunityOrganization``, from a table called `o`.
enum OrganizationColumns {
    static let list: SQL = """
        o.district, o.serial, o.version, o.name, o.english_name, o.category, o.legal_form, o.legal_status, o.legal_status_since, o.area,
        o.credit_code, o.credit_code_override, o.filing_number, o.founded_on
        """

    static func decode(_ row: Row) throws(PostgresError) -> CommunityOrganization {
        let (
            district, serial, version, name, englishName, category, form, status, since, area, code, override, filingNumber, foundedOn
        ) = try row.decode(
            as: District.self, Int64.self, Int64.self, String.self, String?.self, OrganizationCategory?.self, LegalForm.self,
            LegalStatus.self,
            Day?.self, AreaCode.self, UnifiedSocialCreditCode?.self, String?.self, String?.self, Day?.self)
        let particulars = OrganizationParticulars(
            name: name, englishName: englishName, category: category, legalForm: form, area: area, creditCode: code,
            creditCodeOverride: override,
            filingNumber: filingNumber, foundedOn: foundedOn)
        return CommunityOrganization(
            number: OrganizationNumber(district: district, serial: serial), version: version, particulars: particulars, legalStatus: status,
            legalStatusSince: since)
    }
}
