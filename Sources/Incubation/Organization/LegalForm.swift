package import Values

/// The legal form (组织形式) of an organization.
package enum LegalForm: String, CaseIterable, Hashable, Sendable {
    /// 社会团体.
    case socialAssociation
    /// 社会服务机构, in the regulation of 1998 民办非企业单位.
    case socialServiceInstitution
    /// 基金会.
    case foundation
    /// No legal person: a filed or ledgered group.
    case unincorporated
    /// A form from outside this law, such as a co-operative of another country.
    case other

    /// Whether an organization of this form may hold a credit code of that kind.
    ///
    /// Codes beginning 51, 52 and 53 state the form outright. Other codes under civil affairs say nothing certain, and a code given by
    /// another department never belongs to a social organization.
    package func agrees(with kind: CreditCodeKind) -> Bool {
        switch kind {
        case .socialAssociation: self == .socialAssociation
        case .socialServiceInstitution: self == .socialServiceInstitution
        case .foundation: self == .foundation
        case .otherCivilAffairs: self != .unincorporated
        case .otherDepartment: false
        }
    }
}
