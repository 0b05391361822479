import HTTPSupport
import Incubation
import Values
import Workflow

extension OrganizationDraft {
    /// A new organization: particulars, `firstStep`, and what belongs to it.
    init(new fields: inout JSONFields) throws(Refusal) {
        let step = try fields.value("firstStep", .object { (step: inout JSONFields) throws(Refusal) in try LegalStatusStep(&step) })
        try self.init(&fields, firstStep: step)
    }

    /// An edit: the same without `firstStep`, since the legal status is not edited but moved.
    init(edit fields: inout JSONFields) throws(Refusal) {
        try self.init(&fields, firstStep: LegalStatusStep(status: .idea, since: .earliest))
    }

    private init(_ fields: inout JSONFields, firstStep: LegalStatusStep) throws(Refusal) {
        self.init(
            particulars: try OrganizationParticulars(&fields), firstStep: firstStep,
            serviceAreas: try fields.list("serviceAreas", .areaCode),
            classifications: try fields.list(
                "classifications", .object { (item: inout JSONFields) throws(Refusal) in try Classification(&item) }),
            contacts: try fields.list("contacts", .object { (item: inout JSONFields) throws(Refusal) in try Contact(&item) }))
    }
}

extension OrganizationParticulars {
    init(_ fields: inout JSONFields) throws(Refusal) {
        let override = try fields.optional("creditCodeOverride", .text(longest: 500))
        let code = try fields.optional("creditCode", .creditCode(override: override))
        self.init(
            name: try fields.value("name", .text()), englishName: try fields.optional("englishName", .text()),
            category: try fields.optional("category", .code), legalForm: try fields.value("legalForm", .code),
            area: try fields.value("area", .areaCode), creditCode: code?.code, creditCodeOverride: code?.reason,
            filingNumber: try fields.optional("filingNumber", .text(longest: 100)), foundedOn: try fields.optional("foundedOn", .day))
    }
}

/// A credit code, and why it was taken in spite of its arithmetic.
struct VouchedCode: Hashable, Sendable {
    let code: UnifiedSocialCreditCode
    /// Nil for a code that is right: there is nothing to vouch for.
    let reason: String?
}

extension FieldKind where Value == VouchedCode {
    /// A credit code; one whose check fails is taken only with a reason.
    static func creditCode(override reason: String?) -> FieldKind {
        FieldKind { value, path throws(Refusal) in
            let written = try FieldKind<String>.text(longest: 100).read(value, path)
            do throws(CreditCodeFault) {
                return VouchedCode(code: try UnifiedSocialCreditCode(written), reason: nil)
            } catch {
                guard let reason, error.expectedCheckCharacter != nil else { throw .creditCode(error, written: written) }
                guard !reason.allSatisfy(\.isWhitespace), let code = try? UnifiedSocialCreditCode(overridden: written)
                else { throw .overrideNeedsReason }
                return VouchedCode(code: code, reason: reason)
            }
        }
    }
}

extension LegalStatusStep {
    init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(
            status: try fields.value("status", .code), since: try fields.value("since", .day),
            office: try fields.optional("office", .text(longest: 200)),
            documentNumber: try fields.optional("documentNumber", .text(longest: 100)))
    }
}

extension Classification {
    init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(scheme: try fields.value("scheme", .text(longest: 100)), code: try fields.value("code", .text(longest: 100)))
    }
}

extension Contact {
    init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(
            kind: try fields.value("kind", .code), value: try fields.value("value", .text(longest: 500)),
            person: try fields.optional("person", .text(longest: 200)))
    }
}
