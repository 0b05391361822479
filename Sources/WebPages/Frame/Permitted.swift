import Workflow

/// A part of a page that its reader may not see, or that there is not, is left out.
///
/// - Returns: nil for what was refused as such; any other failure is the page's.
func permitted<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result? {
    do {
        return try await body()
    } catch let refusal as Refusal {
        switch refusal {
        case .notPermitted, .signInNeeded, .secondFactorNeeded, .caseNotOpen, .notFound(.assessment, _), .notFound(.assessmentRun, _):
            return nil
        default: throw refusal
        }
    }
}
