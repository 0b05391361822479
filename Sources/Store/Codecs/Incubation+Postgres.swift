package import Incubation
import Postgres

// Values from a closed list are stored by their names in the code, which the tables' CHECK constraints repeat.

extension AreaLevel: PostgresCodable {}
extension OrganizationCategory: PostgresCodable {}
extension LegalForm: PostgresCodable {}
extension LegalStatus: PostgresCodable {}
extension PostKind: PostgresCodable {}
extension SelectionMethod: PostgresCodable {}
extension CharterClause: PostgresCodable {}
extension GovernanceBodyKind: PostgresCodable {}
extension ActivityKind: PostgresCodable {}
extension InspectionResult: PostgresCodable {}
extension CaseStage: PostgresCodable {}
extension ContactKind: PostgresCodable {}
extension Duty: PostgresCodable {}
extension CaseDecision.State: PostgresCodable {}
extension PendingKind: PostgresCodable {}
extension ResponsibleRole: PostgresCodable {}
extension PendingState: PostgresCodable {}
extension PendingStep.What: PostgresCodable {}
extension DeadlineRule.Certainty: PostgresCodable {}
extension DocumentKind: PostgresCodable {}
