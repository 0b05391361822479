/// What the first two characters of a unified social credit code say about its holder (GB 32100-2015, table of departments and categories).
package enum CreditCodeKind: Hashable, Sendable {
    /// `51`, 社会团体.
    case socialAssociation
    /// `52`, 民办非企业单位 or 社会服务机构.
    case socialServiceInstitution
    /// `53`, 基金会.
    case foundation
    /// `5` with another second character: registered with civil affairs, of a kind this register does not tell apart.
    case otherCivilAffairs
    /// Registered with another department, so not a social organization.
    case otherDepartment

    init(prefix: String) {
        switch prefix {
        case "51": self = .socialAssociation
        case "52": self = .socialServiceInstitution
        case "53": self = .foundation
        case _ where prefix.hasPrefix("5"): self = .otherCivilAffairs
        default: self = .otherDepartment
        }
    }
}
