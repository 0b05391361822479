package import Appraisal
import Postgres

// States are kept by their names.

extension AssessmentRun.Kind: PostgresCodable {}
extension FlagRule.Severity: PostgresCodable {}
extension Intervention.Kind: PostgresCodable {}
extension Intervention.Reason: PostgresCodable {}
