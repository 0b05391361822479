import Access
import Appraisal
import Crypto
import Foundation
import Incubation
import Postgres
import Store
package import Values

/// Learns from an area's own exits as much as they allow, shows how it would have done, and keeps that as a proposal for somebody else to approve.
package struct ProposeCalibration: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameters:
    ///   - area: nil for the whole register.
    ///   - rubric: nil for the one in force.
    /// - Throws: ``Refusal/notPossible(field:_:)`` where there are fewer exits than the first stage needs.
    package func callAsFunction(
        area: AreaCode?, rubric: NamedRubric? = nil, as caller: Caller
    ) async throws -> CalibrationProposal {
        try await registry.recordingRefusal(of: .proposeCalibration, on: .rubric(.calibration), as: caller) {
            let admission = try await registry.admit(caller, to: .act(.proposeCalibration), at: area.map { .area($0) } ?? .nation)
            if let request = caller.request {
                // The key is taken with the last transaction; whoever repeats a request that is over need not wait for the work again.
                try await registry.transaction(as: admission) { try await $0.refuseRepeated(request, of: caller) }
            }
            let today = registry.today
            let used = if let rubric { rubric } else { try await registry.transaction(as: admission) { try await $0.rubricInForce() } }
            let history = try await LocalHistory(of: area, by: used.rubric, on: today, registry: registry, as: admission)
            let growth = GrowingCalibration(history.cases, rubric: used.rubric, horizon: .months24)
            let learned = CalibrationFit(used.rubric).fitted(
                to: history.cases, on: today, atMost: growth.adoptsWeights ? .weights : .slope)
            guard learned.stage > .notCalibratedLocally else {
                throw Refusal.notPossible(
                    field: "area",
                    text(
                        "已知退出不足 \(CalibrationStage.intercept.exitsNeeded) 个，尚不能校准",
                        "fewer than \(CalibrationStage.intercept.exitsNeeded) exits are known, too few to learn from"))
            }
            let report = CalibrationReport(growth, title: Self.title(area))
            return try await store(learned, report, area: area, rubric: used, as: admission)
        }
    }

    private func store(
        _ learned: LocalCalibration, _ report: CalibrationReport, area: AreaCode?, rubric: NamedRubric, as admission: Admission
    ) async throws -> CalibrationProposal {
        let bytes = learned.document.canonicalBytes
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let json = String(decoding: try encoder.encode(report), as: UTF8.self)
        let insert = InsertCalibration(
            hash: SHA256.hash(data: bytes).hexadecimal, rubricHash: rubric.hash, area: area, asOf: registry.today,
            stage: learned.stage.rawValue, exits: Int32(clamping: learned.parts.reduce(0) { $0 + $1.exits }),
            cases: Int32(clamping: learned.parts.reduce(0) { $0 + $1.cases }), document: String(decoding: bytes, as: UTF8.self),
            report: json, author: admission.caller.name)
        return try await registry.recorded(.proposeCalibration, on: .rubric(.calibration), as: admission) { transaction, subject in
            try await transaction.keep(rubric, by: admission.caller.name)
            guard let row = try await transaction.first(insert) else { throw Refusal.databaseUnavailable }
            subject.key = String(row.number)
            return CalibrationProposal(row: row, report: report)
        }
    }

    private static func title(_ area: AreaCode?) -> BilingualText {
        let place = area?.text ?? ""
        return text(
            "\(place.isEmpty ? "全部登记组织" : "区域 \(place)")：24 个月内退出的估计与实际",
            "\(place.isEmpty ? "the whole register" : "area \(place)"): exits within 24 months, estimated and real")
    }
}
