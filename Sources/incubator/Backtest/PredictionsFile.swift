import Appraisal
import Tabular
import Values

/// One row per landmark, as others measure it.
struct PredictionsFile {
    let data: BacktestData
    let evaluations: [Evaluation]
    let horizon: Horizon

    /// Landmarks of several tasks stand in one file, each task's key in a column of its own.
    ///
    /// - Throws: ``OutputFault``.
    func write(to path: String) throws(OutputFault) {
        let present = data.layout.tasks.indices.filter { task in data.landmarks.contains { $0.task == task } }
        let keys = present.map { data.layout.tasks[$0].key }
        var options = CSVWriter.Options()
        options.neutralizesFormulas = false
        options.carriageReturns = false
        var writer = CSVWriter(options: options)
        let file = try ReportFile(path: path)
        try file.begin()
        writer.write(["org_id"] + keys + ["probability", "points", "coverage", "status"])
        for (landmark, evaluation) in zip(data.landmarks, evaluations) {
            let key = present.map { $0 == landmark.task ? landmark.key : "" }
            writer.write(
                [data.organizationKeys[landmark.organization]] + key + [
                    "\(evaluation.probabilities[horizon].probability)", "\(evaluation.totalPoints)", "\(evaluation.coverage)",
                    evaluation.status.rawValue,
                ])
        }
        try file.write(writer.takeBytes())
        try file.close()
    }
}
