package import Incubation
package import Postgres
package import Values

/// Adds an organization to the directory.
package struct InsertOrganization: Statement {
    let particulars: OrganizationParticulars
    let district: District
    let status: LegalStatusStep
    let foldedName: String

    package init(particulars: OrganizationParticulars, district: District, status: LegalStatusStep, foldedName: String) {
        self.particulars = particulars
        self.district = district
        self.status = status
        self.foldedName = foldedName
    }

    package var sql: SQL {
        """
        INSERT INTO organizations (
            district, name, english_name, folded_name, name_bigrams, category, legal_form, legal_status, legal_status_since, area, credit_code,
            credit_code_override, filing_number, founded_on)
        VALUES (
            \(district), \(particulars.name), \(particulars.englishName), \(foldedName), \(NameFolding.bigrams(of: foldedName)),
            \(particulars.category), \(particulars.legalForm), \(status.status), \(status.since), \(particulars.area), \(particulars.creditCode),
            \(particulars.creditCodeOverride), \(particulars.filingNumber), \(particulars.foundedOn))
        RETURNING serial
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> OrganizationNumber {
        OrganizationNumber(district: district, serial: try row.decode(as: Int64.self))
    }
}

/// Replaces an organization's particulars, if it still has the version that was read.
package struct UpdateOrganization: Command {
    let number: OrganizationNumber
    let version: Int64
    let particulars: OrganizationParticulars
    let foldedName: String

    package init(_ number: OrganizationNumber, version: Int64, particulars: OrganizationParticulars, foldedName: String) {
        self.number = number
        self.version = version
        self.particulars = particulars
        self.foldedName = foldedName
    }

    package var sql: SQL {
        """
        UPDATE organizations
           SET version = version + 1, name = \(particulars.name), english_name = \(particulars.englishName), folded_name = \(foldedName),
               name_bigrams = \(NameFolding.bigrams(of: foldedName)), category = \(particulars.category), legal_form = \(particulars.legalForm),
               area = \(particulars.area), credit_code = \(particulars.creditCode), credit_code_override = \(particulars.creditCodeOverride),
               filing_number = \(particulars.filingNumber), founded_on = \(particulars.foundedOn)
         WHERE district = \(number.district) AND serial = \(number.serial) AND version = \(version)
        """
    }
}

/// Claims a credit code for an organization, for ever. Another holder makes it fail with the constraint `credit_codes_pkey`.
package struct ClaimCreditCode: Command {
    let code: UnifiedSocialCreditCode
    let number: OrganizationNumber

    package init(_ code: UnifiedSocialCreditCode, for number: OrganizationNumber) {
        self.code = code
        self.number = number
    }

    package var sql: SQL {
        "INSERT INTO credit_codes (code, district, serial) VALUES (\(code), \(number.district), \(number.serial))"
    }
}

/// Adds the next step of the legal history.
package struct InsertLegalStatusStep: Command {
    let number: OrganizationNumber
    let step: LegalStatusStep

    package init(_ step: LegalStatusStep, for number: OrganizationNumber) {
        self.step = step
        self.number = number
    }

    package var sql: SQL {
        """
        INSERT INTO legal_status_steps (district, serial, step, status, since, office, document_number)
        SELECT \(number.district), \(number.serial), coalesce(max(step), 0) + 1, \(step.status), \(step.since), \(step.office), \(step.documentNumber)
          FROM legal_status_steps
         WHERE district = \(number.district) AND serial = \(number.serial)
        """
    }
}

/// Shows the newest step in the directory.
package struct UpdateLegalStatus: Command {
    let number: OrganizationNumber
    let version: Int64
    let step: LegalStatusStep

    package init(_ number: OrganizationNumber, version: Int64, step: LegalStatusStep) {
        self.number = number
        self.version = version
        self.step = step
    }

    package var sql: SQL {
        """
        UPDATE organizations
           SET version = version + 1, legal_status = \(step.status), legal_status_since = \(step.since)
         WHERE district = \(number.district) AND serial = \(number.serial) AND version = \(version)
        """
    }
}

/// The legal history, oldest first.
package struct SelectLegalStatusSteps: Statement {
    let number: OrganizationNumber

    package init(of number: OrganizationNumber) {
        self.number = number
    }

    package var sql: SQL {
        """
        SELECT status, since, office, document_number
          FROM legal_status_steps
         WHERE district = \(number.district) AND serial = \(number.serial)
         ORDER BY step
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> LegalStatusStep {
        let (status, since, office, documentNumber) = try row.decode(as: LegalStatus.self, Day.self, String?.self, String?.self)
        return LegalStatusStep(status: status, since: since, office: office, documentNumber: documentNumber)
    }
}
