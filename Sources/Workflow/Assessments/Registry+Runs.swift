import Access
import Appraisal
import Foundation
import Incubation
import Postgres
import Store
import Values

/// A run whose parts are stored, with the rubric that it is made by.
struct BegunRun: Sendable {
    let run: AssessmentRun
    let rubric: NamedRubric
}

extension Registry {
    /// How many organizations make a part: enough to make statements cheap, few enough to keep memory small.
    fileprivate static let partSize = 4000

    /// Begins a run: what is to be done is stored with it, in one transaction. It counts for nothing until it is finished.
    ///
    /// A nightly run that somebody else began at the same moment is taken instead.
    func beginRun(
        _ kind: AssessmentRun.Kind, asOf: Day, area: AreaCode?, rubric: NamedRubric?, as admission: Admission
    ) async throws -> BegunRun {
        try refuseFuture(asOf, field: "asOf")
        let roots = try await areaRoots(area, as: admission)
        return try await write(as: admission, within: Self.bulkDeadline) { transaction in
            let rubric = if let rubric { rubric } else { try await transaction.rubricInForce() }
            try rubric.refuse(asOf)
            try await transaction.keep(rubric, by: admission.caller.name)
            let insert = InsertAssessmentRun(
                kind: kind, asOf: asOf, area: area, rubric: rubric.rubric.id, rubricHash: rubric.hash, seed: rubric.seed(asOf: asOf),
                caller: admission.caller.name)
            guard let run = try await transaction.first(insert) else {
                guard let there = try await transaction.first(FindNightlyRun(asOf: asOf, area: area)),
                    let rubric = try await transaction.rubric(withHash: there.rubricHash)
                else { throw Refusal.databaseUnavailable }
                return BegunRun(run: there, rubric: rubric)
            }
            let parts = try await transaction.parts(in: roots, holdsWholeDistricts: area.map { $0.digitCount <= 6 } ?? true)
            if !parts.isEmpty { try await transaction.run(InsertAssessmentParts(parts, of: run.run)) }
            return BegunRun(run: run, rubric: rubric)
        }
    }

    /// The rubric that a run was begun with.
    func rubric(of run: AssessmentRun, as admission: Admission) async throws -> NamedRubric {
        let rubric = try await transaction(as: admission) { try await $0.rubric(withHash: run.rubricHash) }
        guard let rubric else { throw Refusal.rubricUnknown(run.rubric) }
        return rubric
    }

    /// Does what is left of a run, and ends it.
    func finishRun(
        _ begun: BegunRun, by act: Act, as admission: Admission, progress: @escaping @Sendable (Int64) -> Void
    ) async throws -> AssessmentRun {
        let run = begun.run
        let roots = try await areaRoots(run.area, as: admission)
        let (calibrations, hasPast) = try await transaction(as: admission) { transaction in
            (
                try await transaction.all(SelectCalibrationsInForce(of: run.rubricHash, on: run.asOf)),
                try await transaction.first(FindEarlierRun(before: run.asOf)) != nil
            )
        }
        let worker = AssessmentWorker(
            registry: self, admission: admission, areas: roots,
            pass: AssessmentPass(
                run: run.run, asOf: run.asOf, rubrics: try CalibratedRubrics(begun.rubric.rubric, calibrations: calibrations)),
            hasPast: hasPast,
            cohorts: CohortKeeper(registry: self, asOf: run.asOf, as: admission.forCohorts(of: run.area.map(\.cohortArea))))
        try await worker.doAll(progress)
        return try await recorded(act, on: .assessmentRun(run.run, of: run.area), as: admission, within: Self.bulkDeadline) {
            transaction, _ in
            for flag in try await transaction.all(ClearHandledFlags(by: run.run, asOf: run.asOf)) {
                try await transaction.run(
                    InsertHandledFlagStep("clear", on: flag, by: admission.caller.name, owner: nil, dueOn: nil, note: nil))
            }
            if let finished = try await transaction.first(FinishAssessmentRun(run: run.run)) { return finished }
            // Somebody who worked on it too was done first.
            guard let there = try await transaction.first(FindRun(run.run)), there.finishedAt != nil else {
                throw Refusal.notFound(.assessmentRun, String(run.run))
            }
            return there
        }
    }
}

extension PostgresTransaction {
    /// Organizations in parts of about the same size: several whole districts, or a piece of a large one.
    func parts(in areas: AreaRoots?, holdsWholeDistricts: Bool) async throws -> [AssessmentPart] {
        let districts = try await all(CountByDistrict(areas: areas))
        var (parts, from, count) = ([AssessmentPart](), OrganizationNumber?.none, Int64(0))
        func add(_ first: OrganizationNumber, _ last: OrganizationNumber, isWhole: Bool) {
            parts.append(
                AssessmentPart(
                    number: Int32(clamping: parts.count + 1), range: NumberRange(from: first, through: last),
                    holdsWholeDistricts: isWhole && holdsWholeDistricts))
        }
        for (place, district) in districts.enumerated() {
            let first = OrganizationNumber(district: district.district, serial: district.first)
            let last = OrganizationNumber(district: district.district, serial: district.last)
            if district.count > Registry.partSize {
                let begins = try await all(SelectPartBeginnings(in: district.district, areas: areas, size: Registry.partSize))
                for (piece, serial) in begins.enumerated() {
                    let end = piece + 1 < begins.count ? begins[piece + 1] - 1 : district.last
                    add(
                        OrganizationNumber(district: district.district, serial: serial),
                        OrganizationNumber(district: district.district, serial: end), isWhole: false)
                }
                continue
            }
            count += district.count
            let begin = from ?? first
            let next = place + 1 < districts.count ? districts[place + 1].count : .max
            if next > Int64(Registry.partSize) - count {
                add(begin, last, isWhole: true)
                (from, count) = (nil, 0)
            } else {
                from = begin
            }
        }
        return parts
    }
}

extension NamedRubric {
    /// From where a run draws chance: the same for the same rubric and day.
    fileprivate func seed(asOf: Day) -> Int64 {
        (Int64(bitPattern: UInt64(hash.prefix(16), radix: 16) ?? 0)) ^ Int64(asOf.daysSince1970)
    }

    /// - Throws: ``Refusal/notPossible(field:_:)`` for a day on which the rubric may not be used.
    fileprivate func refuse(_ asOf: Day) throws(Refusal) {
        let (from, through) = (rubric.validFrom, rubric.validThrough)
        guard asOf < from || through.map({ asOf > $0 }) ?? false else { return }
        throw .notPossible(
            field: "asOf",
            text(
                "评分规则 \(rubric.id) 的有效期为 \(from) 至 \(through?.iso ?? "今")",
                "the rubric \(rubric.id) is valid from \(from)\(through.map { " to \($0)" } ?? "")"))
    }
}
