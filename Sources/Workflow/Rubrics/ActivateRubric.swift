import Access
package import Appraisal
import Postgres
import Store
import Values

/// Puts a rubric in force. Whoever proposed it does not, nor whoever tried one that came with the program, and it must have been tried on all past data beside the one that it follows.
package struct ActivateRubric: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter trial: the trial that the activation rests on.
    /// - Throws: ``Refusal/ownProposal``, ``Refusal/trialNeeded``, ``Refusal/rubricUnknown(_:)``, ``Refusal/notFound(_:_:)``.
    package func callAsFunction(_ hash: String, trial: Int64, reason: String, as caller: Caller) async throws -> RubricVersion {
        try await registry.act(.activateRubric, on: .rubric(.rubricTrial, trial), as: caller) {
            try FieldRules.refuseParagraphs(reason, field: "reason", longest: 2000)
        } doing: { transaction, _ in
            guard let version = try await transaction.first(SelectRubricVersions(hash: hash)) else { throw Refusal.rubricUnknown(hash) }
            guard version.author != caller.name else { throw Refusal.ownProposal }
            guard let found = try await transaction.first(FindRubricTrial(trial)) else {
                throw Refusal.notFound(.rubricTrial, String(trial))
            }
            // What came with the program nobody here proposed: whoever tried it stands for it.
            guard !version.isShipped || found.madeBy != caller.name else { throw Refusal.ownProposal }
            let present = try await transaction.rubricInForce()
            guard found.rubricHash == hash, found.besideHash == present.hash, found.finishedAt != nil else { throw Refusal.trialNeeded }
            do {
                try await transaction.run(
                    InsertRubricActivation(of: hash, by: version.author, trial: trial, caller: caller.name, reason: reason))
            } catch let error as PostgresError where error.constraint == "rubric_activations_four_eyes" {
                throw Refusal.ownProposal
            }
            guard let active = try await transaction.first(SelectRubricVersions(hash: hash)) else { throw Refusal.rubricUnknown(hash) }
            return active
        }
    }
}
