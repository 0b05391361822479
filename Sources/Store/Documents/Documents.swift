package import Incubation
package import Postgres
package import Values

/// Writes down a document that is issued.
package struct InsertDocument: Statement {
    let document: IssuedDocument

    /// - Parameter document: its number is given by the register, and told back.
    package init(_ document: IssuedDocument) {
        self.document = document
    }

    package var sql: SQL {
        """
        INSERT INTO documents (
            district, serial, verification_number, kind, organization_name, decision, public_facts, issued_on, issued_by)
        VALUES (\(document.organization.district), \(document.organization.serial), \(document.mark), \(document.kind),
                \(document.organizationName), \(document.decision), \(document.publicFacts), \(document.issuedOn), \(document.issuedBy))
        RETURNING document
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> Int64 { try row.decode(as: Int64.self) }
}

/// Documents, the newest first: an organization's, one of them, or the one with a verification number.
package struct SelectDocuments: Statement {
    private let place: SQL

    package init(of organization: OrganizationNumber, number: Int64? = nil) {
        place = """
            district = \(organization.district) AND serial = \(organization.serial)
               AND (\(number)::bigint IS NULL OR document = \(number))
            """
    }

    package init(marked mark: VerificationNumber) {
        place = "verification_number = \(mark)"
    }

    package var sql: SQL {
        """
        SELECT district, serial, document, verification_number, kind, organization_name, decision, public_facts, issued_on, issued_by,
               withdrawn_on, withdrawn_by, withdrawal_reason
          FROM documents
         WHERE \(fragment: place)
         ORDER BY document DESC
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> IssuedDocument {
        let (district, serial, number, mark, kind, name, decision, facts, on, by, withdrawnOn, withdrawnBy, reason) = try row.decode(
            as: District.self, Int64.self, Int64.self, VerificationNumber.self, DocumentKind.self, String.self, Int32?.self, [UInt8]?.self,
            Day.self, String.self, Day?.self, String?.self, String?.self)
        let withdrawal = withdrawnOn.map { IssuedDocument.Withdrawal(on: $0, by: withdrawnBy ?? "", reason: reason ?? "") }
        return IssuedDocument(
            organization: OrganizationNumber(district: district, serial: serial), number: number, mark: mark, kind: kind,
            organizationName: name, decision: decision, publicFacts: facts, issuedOn: on, issuedBy: by, withdrawal: withdrawal)
    }
}

/// What the standing of an organization's documents depends on, by their numbers.
package struct SelectDocumentGrounds: Statement {
    let organization: OrganizationNumber

    package init(of organization: OrganizationNumber) {
        self.organization = organization
    }

    package var sql: SQL {
        """
        SELECT d.document, c.stage, t.to_stage, t.state,
               CASE WHEN d.decision IS NULL
                    THEN EXISTS (SELECT FROM documents l
                                  WHERE l.district = d.district AND l.serial = d.serial AND l.kind = d.kind AND l.document > d.document)
                    ELSE EXISTS (SELECT FROM case_decisions l
                                  WHERE l.district = d.district AND l.serial = d.serial AND l.decision > d.decision
                                    AND l.state IN ('approved', 'returned')) END
          FROM documents d
          LEFT JOIN incubation_cases c ON c.district = d.district AND c.serial = d.serial
          LEFT JOIN case_decisions t ON t.district = d.district AND t.serial = d.serial AND t.decision = d.decision
         WHERE d.district = \(organization.district) AND d.serial = \(organization.serial)
        """
    }

    package func decode(_ row: Row) throws(PostgresError) -> (number: Int64, ground: DocumentGround) {
        let (number, stage, decidedStage, decidedState, isFollowed) = try row.decode(
            as: Int64.self, CaseStage?.self, CaseStage?.self, CaseDecision.State?.self, Bool.self)
        return (
            number,
            DocumentGround(stage: stage, decidedStage: decidedStage, decidedState: decidedState, isFollowed: isFollowed)
        )
    }
}

/// Takes a document back, once.
package struct WithdrawDocumentRow: Command {
    let document: IssuedDocument
    let withdrawal: IssuedDocument.Withdrawal

    package init(_ document: IssuedDocument, _ withdrawal: IssuedDocument.Withdrawal) {
        self.document = document
        self.withdrawal = withdrawal
    }

    package var sql: SQL {
        """
        UPDATE documents
           SET withdrawn_on = \(withdrawal.on), withdrawn_by = \(withdrawal.by), withdrawal_reason = \(withdrawal.reason)
         WHERE district = \(document.organization.district) AND serial = \(document.organization.serial)
           AND document = \(document.number) AND withdrawn_on IS NULL
        """
    }
}
