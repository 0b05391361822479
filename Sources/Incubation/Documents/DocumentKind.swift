/// What the register prints and vouches for.
package enum DocumentKind: String, CaseIterable, Hashable, Sendable {
    /// 决定通知书: the authority's word on a move, to the organization.
    case decisionNotice
    /// 出壳证书.
    case graduationCertificate
    /// 档案摘要.
    case fileSummary
}
