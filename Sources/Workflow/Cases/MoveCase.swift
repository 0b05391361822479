import Access
package import Incubation
import Postgres
import Store
package import Values

/// Opens an incubation case. The reply to the application then waits for the hub's staff.
package struct OpenCase: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(
        _ number: OrganizationNumber, on day: Day, reason: String?, as caller: Caller
    ) async throws -> IncubationCase {
        try await registry.act(.openCase, on: .incubationCase(number), as: caller) {
            try registry.refuseFuture(day, field: "on")
            try FieldRules.refuseLength(reason, field: "reason", longest: 2000)
        } doing: { transaction, subject in
            let organization = try await transaction.organization(number, lock: true)
            let area = organization.particulars.area
            let contract = try await transaction.first(FindContractInForce(at: area, on: registry.today))
            // What the machine's operator takes over from a list may be older than all contracts.
            if contract == nil, caller.account != nil { throw Refusal.contractMissing(area) }
            do {
                try await transaction.run(InsertCase(for: number, stage: .opened, contract: contract))
            } catch let error as PostgresError where error.constraint == "incubation_cases_pkey" {
                throw Refusal.caseAlreadyOpen(number)
            }
            try await transaction.run(InsertCaseStep(CaseStep(stage: .opened, enteredOn: day, reason: reason), for: number))
            try await transaction.openPending(.incubationReply, about: organization, from: day, at: registry.now(), by: caller)
            let opened = try await transaction.incubationCase(of: number)
            subject.versionAfter = opened.version
            return opened
        }
    }
}

/// Moves a case to a stage that the table of moves allows, where one person may: see ``RecommendMove`` for the others.
package struct AdvanceCase: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter version: the version of the case that the editor read.
    package func callAsFunction(
        _ number: OrganizationNumber, to stage: CaseStage, on day: Day, reason: String?, version: Int64, as caller: Caller
    ) async throws -> IncubationCase {
        try await registry.act(.advanceCase, on: .incubationCase(number), as: caller) {
            try registry.refuseFuture(day, field: "on")
            try FieldRules.refuseLength(reason, field: "reason", longest: 2000)
        } doing: { transaction, subject in
            _ = try await transaction.organization(number)
            let current = try await transaction.incubationCase(of: number, lock: true)
            guard current.version == version else { throw Refusal.versionStale(current: current.version) }
            let steps = try await transaction.first(FindDecisionSteps(from: current.stage, to: stage)) ?? 0
            if steps > 0 { throw Refusal.duty(.needed(stage)) }
            try await transaction.move(current, of: number, to: stage, on: day, reason: reason, at: registry.now(), by: caller)
            let moved = try await transaction.incubationCase(of: number)
            (subject.versionBefore, subject.versionAfter) = (version, moved.version)
            return moved
        }
    }
}
