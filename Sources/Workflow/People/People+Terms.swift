package import Incubation
package import Values

// Closed lists of what a person has to state before people's data is shown, restricted or erased, with their words.

/// What people's data is wanted unmasked for. The names stand in audit events for ever.
package enum DisclosurePurpose: String, CaseIterable, Hashable, Sendable {
    /// 履职联系.
    case contact = "contact"
    /// 备案、登记核对.
    case filing = "filing"
    case review = "review"
    case audit = "audit"
    /// The person asks to see or to have a copy of what is kept (PIPL Art. 45).
    case personRequest = "person-request"
    case legalDuty = "legal-duty"
    case incident = "incident"

    package var words: BilingualText {
        switch self {
        case .contact: text("履职联系", "contact in the course of duty")
        case .filing: text("备案、登记核对", "checking a filing or registration")
        case .review: text("评估评审", "review")
        case .audit: text("审计监督", "audit and supervision")
        case .personRequest: text("本人查阅、复制", "the person asked to see it")
        case .legalDuty: text("依法提供", "a duty by law")
        case .incident: text("安全事件处置", "a security incident")
        }
    }
}

/// Why a person's data is erased: the cases of PIPL Art. 47.
package enum ErasureBasis: String, CaseIterable, Hashable, Sendable {
    case personRequest = "person-request"
    /// 处理目的已实现、无法实现或者不再必要.
    case purposeEnded = "purpose-ended"
    case consentWithdrawn = "consent-withdrawn"
    case retentionEnded = "retention-ended"
    case unlawful = "unlawful"

    package var words: BilingualText {
        switch self {
        case .personRequest: text("本人请求", "the person asked for it")
        case .purposeEnded: text("处理目的已实现或不再必要", "the purpose is reached or has gone")
        case .consentWithdrawn: text("撤回同意", "consent was withdrawn")
        case .retentionEnded: text("保存期限届满", "the retention period is over")
        case .unlawful: text("违法或违约处理", "it was processed against law or agreement")
        }
    }
}

/// Why a person's data is only stored: where erasing is not allowed or not possible (PIPL Art. 47), or while it is being disputed.
package enum RestrictionBasis: String, CaseIterable, Hashable, Sendable {
    case legalRetention = "legal-retention"
    case erasureInfeasible = "erasure-infeasible"
    case disputed = "disputed"

    package var words: BilingualText {
        switch self {
        case .legalRetention: text("法定保存期未满", "a legal retention period runs")
        case .erasureInfeasible: text("技术上难以删除", "erasing is technically infeasible")
        case .disputed: text("准确性有争议", "its accuracy is disputed")
        }
    }
}

extension PersonState {
    package var words: BilingualText {
        switch self {
        case .active: text("使用中", "active")
        case .restricted: text("仅存储", "restricted to storage")
        case .erased: text("已删除", "erased")
        case .unsealed: text("尚未加密", "not sealed yet")
        }
    }
}
