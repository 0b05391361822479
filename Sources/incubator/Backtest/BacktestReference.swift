import Appraisal
import EmbeddedFiles
import Foundation
import Values
import Workflow

/// The data sets' mappings and the settings of the fit that were compiled in.
enum BacktestReference {
    private static let folder = "reference/backtest"

    /// The names that `--dataset` takes, sorted.
    static var datasets: [String] {
        EmbeddedFile.all(under: folder).map { String($0.name.dropFirst(folder.utf8.count + 1)) }
            .filter { $0.hasSuffix(".json") && $0 != "fit.json" }.map { String($0.dropLast(5)) }.sorted()
    }

    /// - Throws: ``Workflow/Refusal/importFile(_:remedy:)`` for a name that there is no mapping of.
    static func layout(_ dataset: String) throws(Refusal) -> BacktestLayout {
        guard datasets.contains(dataset) else {
            throw .importFile(
                BilingualText(zh: "没有数据集“\(dataset)”的映射。", en: "There is no mapping for the data set “\(dataset)”."),
                remedy: BilingualText(
                    zh: "可用：\(datasets.joined(separator: "、"))。", en: "There are: \(datasets.joined(separator: ", ")).")
            )
        }
        return try read("\(dataset).json") { document throws(RubricFault) in try BacktestLayout(reading: document) }
    }

    static func fitSettings() throws(Refusal) -> RubricFit.Settings {
        try read("fit.json") { document throws(RubricFault) in try RubricFit.Settings(reading: document) }
    }

    private static func read<Value>(
        _ name: String, _ body: (RubricValue) throws(RubricFault) -> Value
    ) throws(Refusal) -> Value {
        let problem: String
        if let file = EmbeddedFile.named("\(folder)/\(name)"),
            let document = try? JSONDecoder().decode(RubricValue.self, from: Data(file.bytes))
        {
            do throws(RubricFault) {
                return try body(document)
            } catch {
                problem = "\(error.place): \(error.problem)"
            }
        } else {
            problem = "not JSON"
        }
        throw .importFile(
            BilingualText(zh: "内置的 \(name) 有误：\(problem)", en: "The built-in \(name) is wrong: \(problem)"),
            remedy: BilingualText(zh: "请重新构建程序。", en: "Build the program again."))
    }
}
