package import Incubation
package import Values

/// Where the records lie that a use case is about.
package enum Place: Hashable, Sendable {
    /// The whole register.
    case nation
    case area(AreaCode)
    /// - area: the organization's home, when it is known.
    case organization(OrganizationNumber, area: AreaCode? = nil)
    /// Wherever the caller may: lists, which then hold what the caller's scope reaches, and what is the same for everybody.
    case anywhere
}
