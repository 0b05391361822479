import Access
package import Appraisal
import Postgres
import Store
package import Values

/// Assesses every organization that existed on a day, in an area or in the whole register, and stores what it finds as a run.
///
/// A run is done in parts, each in a transaction of its own, by as many workers as there are processors. What is done stays done: a run that was cut short goes
/// on where it stopped.
package struct RunAssessment: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameters:
    ///   - area: nil for the whole register. Cohorts are always those of whole districts.
    ///   - rubric: nil for the one in force.
    /// - Throws: ``Refusal/areaUnknown(_:)``; ``Refusal/notPossible(field:_:)`` for a day to come or one outside the rubric's validity.
    package func callAsFunction(
        asOf: Day, area: AreaCode? = nil, rubric: NamedRubric? = nil, as caller: Caller,
        progress: @escaping @Sendable (Int64) -> Void = { _ in }
    ) async throws -> AssessmentRun {
        try await registry.recordingRefusal(of: .runAssessment, on: .assessmentRun(nil, of: area), as: caller) {
            let admission = try await registry.admit(caller, to: .act(.runAssessment), at: area.map { .area($0) } ?? .nation)
            if let request = caller.request {
                // The key is taken with the last transaction; whoever repeats a request that is over need not wait for another run.
                try await registry.transaction(as: admission) { try await $0.refuseRepeated(request, of: caller) }
            }
            let begun = try await registry.beginRun(.demanded, asOf: asOf, area: area, rubric: rubric, as: admission)
            return try await registry.finishRun(begun, by: .runAssessment, as: admission, progress: progress)
        }
    }

    /// Goes on with a run that was cut short.
    /// - Throws: ``Refusal/notFound(_:_:)``; ``Refusal/notPossible(field:_:)`` for one that is finished already.
    package func resume(
        _ run: Int64, as caller: Caller, progress: @escaping @Sendable (Int64) -> Void = { _ in }
    ) async throws -> AssessmentRun {
        try await registry.recordingRefusal(of: .runAssessment, on: .assessmentRun(run, of: nil), as: caller) {
            // Its area is known only when it is read, and only who may assess somewhere reads it.
            let outer = try await registry.admit(caller, to: .act(.runAssessment), at: .anywhere)
            guard let found = try await registry.all(FindRun(run), as: outer).first else {
                throw Refusal.notFound(.assessmentRun, String(run))
            }
            let admission = try await registry.admit(caller, to: .act(.runAssessment), at: found.area.map { .area($0) } ?? .nation)
            guard found.finishedAt == nil, found.kind != .refresh else {
                throw Refusal.notPossible(field: "run", text("批次 \(run) 已经完成", "run \(run) is finished"))
            }
            let begun = BegunRun(run: found, rubric: try await registry.rubric(of: found, as: admission))
            return try await registry.finishRun(begun, by: .runAssessment, as: admission, progress: progress)
        }
    }
}

/// Assesses the register, or an area of it, once a day: started again it goes on, or says what there is.
package struct RunNightlyAssessment: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Returns: the day's run, and whether it was finished before.
    package func callAsFunction(
        area: AreaCode? = nil, as caller: Caller, progress: @escaping @Sendable (Int64) -> Void = { _ in }
    ) async throws -> (run: AssessmentRun, wasFinished: Bool) {
        try await registry.recordingRefusal(of: .runAssessment, on: .assessmentRun(nil, of: area), as: caller) {
            let admission = try await registry.admit(caller, to: .act(.runAssessment), at: area.map { .area($0) } ?? .nation)
            let today = registry.today
            let find = FindNightlyRun(asOf: today, area: area)
            if let there = try await registry.all(find, as: admission).first {
                if there.finishedAt != nil { return (there, true) }
                let begun = BegunRun(run: there, rubric: try await registry.rubric(of: there, as: admission))
                return (try await registry.finishRun(begun, by: .runAssessment, as: admission, progress: progress), false)
            }
            let begun = try await registry.beginRun(.nightly, asOf: today, area: area, rubric: nil, as: admission)
            return (try await registry.finishRun(begun, by: .runAssessment, as: admission, progress: progress), false)
        }
    }
}
