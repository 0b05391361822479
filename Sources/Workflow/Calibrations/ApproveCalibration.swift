import Access
import Appraisal
import Foundation
import Postgres
import Store
package import Values

/// Puts a calibration in force. Whoever proposed it does not.
package struct ApproveCalibration: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameters:
    ///   - from: the first day for which it is used.
    ///   - through: the last; nil while it is open.
    /// - Throws: ``Refusal/ownProposal``, ``Refusal/alreadyRecorded(_:)``, ``Refusal/notPossible(field:_:)``, ``Refusal/notFound(_:_:)``.
    package func callAsFunction(
        _ number: Int64, from: Day, through: Day?, as caller: Caller
    ) async throws -> CalibrationProposal {
        try await registry.act(.approveCalibration, on: .rubric(.calibration, number), as: caller) {
            try FieldRules.refuseOrder(from, through, field: "validThrough")
        } doing: { transaction, _ in
            let proposed = try await transaction.calibration(number, lock: true)
            guard proposed.row.author != caller.name else { throw Refusal.ownProposal }
            guard proposed.row.approver == nil else { throw Refusal.alreadyRecorded(.calibration) }
            do {
                try await transaction.run(UpdateCalibrationApproval(number, by: caller.name, from: from, through: through))
            } catch let error as PostgresError where error.constraint == "calibrations_four_eyes" {
                throw Refusal.ownProposal
            }
            return try await transaction.calibration(number)
        }
    }
}

/// Lists calibrations, the newest first.
package struct ListCalibrations: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(page: PageRequest, as caller: Caller) async throws -> Page<CalibrationProposal> {
        let before = try page.key { Int64($0) }
        return try await registry.reading(.listCalibrations, of: .anywhere, as: caller) { transaction in
            let rows = try await transaction.all(SelectCalibrations(before: before ?? .max, limit: page.size + 1))
            return Page(reading: try rows.map(CalibrationProposal.init), size: page.size) { String($0.row.number) }
        }
    }

    /// One of them.
    /// - Throws: ``Refusal/notFound(_:_:)``.
    package func callAsFunction(_ number: Int64, as caller: Caller) async throws -> CalibrationProposal {
        try await registry.reading(.listCalibrations, of: .anywhere, as: caller) { try await $0.calibration(number) }
    }
}

extension PostgresTransaction {
    fileprivate func calibration(_ number: Int64, lock: Bool = false) async throws -> CalibrationProposal {
        guard let row = try await first(FindCalibration(number, lock: lock)) else {
            throw Refusal.notFound(.calibration, String(number))
        }
        return try CalibrationProposal(row)
    }
}

extension CalibrationProposal {
    fileprivate init(_ row: CalibrationRecord) throws {
        self.init(row: row, report: try JSONDecoder().decode(CalibrationReport.self, from: Data(row.report.utf8)))
    }
}
