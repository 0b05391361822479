package import Values

/// How far an organization has come in law.
///
/// The tiers are 台账, 备案 and 登记; each may be skipped. Going back is no move: a registered group that files again has first deregistered.
package enum LegalStatus: String, CaseIterable, Hashable, Sendable {
    /// Not yet on any list.
    case idea
    /// 台账: on the community's ledger.
    case ledgered
    /// 备案: filed with the subdistrict or town. May act, is no legal person.
    case filed
    /// 登记: registered with civil affairs, a legal person.
    case registered
    /// 备案注销: the filing has ended.
    case filingCancelled
    /// 注销登记: ended in order.
    case deregistered
    /// 撤销 or 吊销: ended by the authority.
    case struckOff
    /// Ended by joining another organization.
    case merged

    /// Whether the organization no longer exists under this record.
    package var isEnd: Bool {
        switch self {
        case .idea, .ledgered, .filed, .registered: false
        case .filingCancelled, .deregistered, .struckOff, .merged: true
        }
    }

    /// Whether the organization is on a list that an authority publishes; before that it is known to those who work with it.
    package var isPublic: Bool { self != .idea }

    /// What may follow in the same record. A cancelled filing may be filed or registered anew.
    package var successors: Set<LegalStatus> {
        switch self {
        case .idea: [.ledgered, .filed, .registered, .merged]
        case .ledgered: [.filed, .registered, .merged]
        case .filed: [.registered, .filingCancelled, .merged]
        case .registered: [.deregistered, .struckOff, .merged]
        case .filingCancelled: [.ledgered, .filed, .registered]
        case .deregistered: [.ledgered, .filed, .registered]
        case .struckOff, .merged: []
        }
    }

    /// Whether the status makes a legal person, which alone can hold a unified social credit code.
    package var hasLegalPersonality: Bool { self == .registered }
}

/// One step in an organization's legal history.
package struct LegalStatusStep: Hashable, Sendable {
    package let status: LegalStatus
    /// The day it took effect.
    package let since: Day
    /// The deciding office and its document number, when on file.
    package let office: String?
    package let documentNumber: String?

    package init(status: LegalStatus, since: Day, office: String? = nil, documentNumber: String? = nil) {
        self.status = status
        self.since = since
        self.office = office
        self.documentNumber = documentNumber
    }
}

extension LegalStatus {
    /// Checks a whole history, oldest first.
    ///
    /// - Returns: the place of the first step that may not follow the one before it, or that is dated before it; nil when all is well.
    package static func firstFault(in history: [LegalStatusStep]) -> Int? {
        history.indices.dropFirst().first { index in
            let (before, step) = (history[index - 1], history[index])
            return step.since < before.since || !before.status.successors.contains(step.status)
        }
    }
}
