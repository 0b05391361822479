import Access
package import Incubation
import Store
package import Values

/// What a visitor is told of a number: where things stand and with whom, in words from closed lists, and nothing else.
///
/// It is the same, with nothing in it, for a number that there is not and for an organization that is not public.
package struct PublicStatus: Hashable, Sendable {
    package let legalStatus: LegalStatus?
    package let stage: CaseStage?
    /// Whose turn it is in the case: whom the item that is due first waits for, or else who works in that stage.
    package let owner: ResponsibleRole?
    /// By when, if something is pending.
    package let until: Day?

    package init(legalStatus: LegalStatus?, stage: CaseStage?, owner: ResponsibleRole?, until: Day?) {
        self.legalStatus = legalStatus
        self.stage = stage
        self.owner = owner
        self.until = until
    }
}

/// Tells anybody where an organization stands, by its credit code, its filing number or the number of its case.
package struct LookUpStatus: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter address: where the question comes from, so that nobody goes through number after number; nil at the machine itself.
    /// - Throws: ``Refusal/missing(field:)``, ``Refusal/notPossible(field:_:)``, ``Refusal/tooManyAttempts(seconds:)``.
    package func callAsFunction(_ written: String, from address: String?, as caller: Caller) async throws -> PublicStatus {
        let admission = try await registry.admit(caller, to: .reading(.lookUpStatus), at: .anywhere)
        let number = written.filter { !$0.isWhitespace }
        if number.isEmpty { throw Refusal.missing(field: "number") }
        if number.unicodeScalars.count > 200 {
            throw Refusal.notPossible(field: "number", text("最多 200 个字", "it has more than 200 characters"))
        }
        if let address { try await registry.take([(.publicLookUps, RateLimit.subject(address))]) }
        let code = (try? UnifiedSocialCreditCode(overridden: number))?.text ?? ""
        let found = try await registry.all(
            FindByPublicNumber(creditCode: code, filingNumber: number, number: OrganizationNumber(number)), as: admission
        ).first
        // The case is read for its stage alone, as whoever works with it reads it; for nobody's number as well, so that both take as long.
        let place = found?.number ?? .nobodys
        let waits = try await registry.all(FindCaseStage(of: place), as: Admission(caller: caller, scope: .organization(place))).first
        return PublicStatus(
            legalStatus: found?.status, stage: waits?.stage, owner: waits?.owner ?? waits?.stage.worker, until: waits?.dueOn)
    }
}

extension RateLimit {
    /// What anybody may ask of one number after the other: thirty at once, for an office that asks for its visitors, then six in a minute.
    static let publicLookUps = RateLimit(action: "look-up-address", burst: 30, secondsPerToken: 10)
}

extension OrganizationNumber {
    /// No organization has the serial number 0. The forced unwrap is safe: the number is the smallest of a district.
    // swift-format-ignore: NeverForceUnwrap
    static let nobodys = OrganizationNumber(district: District(rawValue: 110_000)!, serial: 0)
}

extension CaseStage {
    /// Whose turn it is, where nothing in particular waits: the hub decides on admission and keeps the case, the organization does the work in between.
    package var worker: ResponsibleRole? {
        switch self {
        case .opened, .admitted: .hubStaff
        case .incubating: .organizationMember
        case .graduated, .exited: nil
        }
    }
}
