/// The four categories of community social organization that a hub cultivates.
///
/// Local schemes cut the field otherwise (the six of the 6631 project, Beijing's, Sichuan's); an organization carries their codes beside this one.
package enum OrganizationCategory: String, CaseIterable, Hashable, Sendable {
    /// 文体类.
    case cultureSport
    /// 治理类, such as neighbourhood councils.
    case governance
    /// 互助类.
    case mutualAid
    /// 公益类. Not the same as charity (慈善) in the Charity Law.
    case publicBenefit
}
