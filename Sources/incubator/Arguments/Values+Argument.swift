import ArgumentParser
import Incubation
import Values
import Workflow

// What people write on the command line, as values of the register. What cannot be read is wrong usage, exit status 2.

extension AreaCode: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension OrganizationNumber: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension District: ExpressibleByArgument {
    package init?(argument: String) { self.init(code: argument) }
}

extension Day: ExpressibleByArgument {
    package init?(argument: String) { self.init(iso: argument) }
}

extension Money: ExpressibleByArgument {
    package init?(argument: String) { self.init(decimal: argument) }
}

extension PendingItemNumber: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension AreaLevel: ExpressibleByArgument {}
extension OrganizationCategory: ExpressibleByArgument {}
extension LegalForm: ExpressibleByArgument {}
extension LegalStatus: ExpressibleByArgument {}
extension CaseStage: ExpressibleByArgument {}
extension ImportKind: ExpressibleByArgument {}
extension PostKind: ExpressibleByArgument {}
extension SelectionMethod: ExpressibleByArgument {}
extension CharterClause: ExpressibleByArgument {}
extension GovernanceBodyKind: ExpressibleByArgument {}
extension Period.Unit: ExpressibleByArgument {}
extension ResponsibleRole: ExpressibleByArgument {}
extension DeadlineStanding: ExpressibleByArgument {}
extension DisclosurePurpose: ExpressibleByArgument {}
extension ErasureBasis: ExpressibleByArgument {}
extension RestrictionBasis: ExpressibleByArgument {}
