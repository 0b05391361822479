import Appraisal
import Foundation
import Postgres
import Store
import Values

/// A rubric as it is read in each district: with the calibration of the narrowest area that has one.
struct CalibratedRubrics: Sendable {
    /// A rubric ready for use and the number of its calibration.
    struct Reading: Sendable {
        let appraiser: Appraiser
        let calibration: Int64?
    }

    private let plain: Reading
    private let calibrated: [(area: AreaCode?, reading: Reading)]

    /// - Parameter calibrations: in force, the newest approval first; of two for one area the newest counts.
    init(_ rubric: Rubric, calibrations: [CalibrationRecord] = []) throws {
        plain = Reading(appraiser: Appraiser(rubric), calibration: nil)
        var found: [(area: AreaCode?, reading: Reading)] = []
        for row in calibrations where !found.contains(where: { $0.area == row.area }) {
            found.append((row.area, Reading(appraiser: Appraiser(rubric.calibrated(by: try row.calibration)), calibration: row.number)))
        }
        calibrated = found.sorted { ($0.area?.text.utf8.count ?? 0) > ($1.area?.text.utf8.count ?? 0) }
    }

    func reading(in district: District) -> Reading {
        let code = district.description
        return calibrated.first { $0.area.map { code.hasPrefix($0.text) } ?? true }?.reading ?? plain
    }
}

extension CalibrationRecord {
    /// What was learned.
    var calibration: LocalCalibration {
        get throws {
            let value = try JSONDecoder().decode(RubricValue.self, from: Data(document.utf8))
            do throws(RubricFault) {
                return try LocalCalibration(reading: value)
            } catch {
                throw Refusal.rubricInvalid(place: "calibration \(number): \(error.place)", error.problem.words)
            }
        }
    }
}
