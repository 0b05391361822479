import Appraisal
import Foundation
import Store
import Tabular
import Values
import Workflow

/// A folder of a data set's tables, read by its mapping.
struct BacktestFolder {
    let data: BacktestData

    /// Far more than any table of a data set that fits in memory.
    private static let largest = 1 << 30

    /// - Throws: ``Workflow/Refusal/importFile(_:remedy:)``.
    init(path: String, layout: BacktestLayout) throws(Refusal) {
        var tables: [String: BacktestTable] = [:]
        for file in layout.files {
            let location = path + "/" + file
            // A task whose table is not there is left out; the core says when one is missing that everything needs.
            guard FileManager.default.fileExists(atPath: location) else { continue }
            tables[file] = try Self.table(location)
        }
        do throws(BacktestFault) {
            data = try BacktestData(layout: layout, tables: tables)
        } catch {
            throw .backtest(error, folder: path)
        }
        guard !data.landmarks.isEmpty else {
            throw .importFile(
                BilingualText(zh: "“\(path)”中没有评分时点。", en: "There are no scoring dates in “\(path)”."),
                remedy: BilingualText(zh: "请核对路径和 --dataset。", en: "Check the path and --dataset."))
        }
    }

    private static func table(_ path: String) throws(Refusal) -> BacktestTable {
        var options = CSVOptions(encoding: .utf8, delimiter: UInt8(ascii: ","))
        options.mostColumns = 2000
        var reader = CSVReader(options: options)
        reader.append(try TableFile.content(of: path, atMost: largest))
        reader.finish()
        var rows: [[String]] = []
        do throws(TableRefusal) {
            while true {
                switch try reader.next() {
                case .record: rows.append(reader.record.strings)
                case .refused(let finding): throw TableRefusal(finding)
                case .needsBytes, .end: return BacktestTable(columns: reader.header?.names ?? [], rows: rows)
                }
            }
        } catch {
            throw .importFile(
                BilingualText(zh: "“\(path)”：\(error.finding.message.zh)", en: "“\(path)”: \(error.finding.message.en)"),
                remedy: error.finding.remedy)
        }
    }
}

extension Refusal {
    /// Why a folder cannot be back-tested, in words.
    static func backtest(_ fault: BacktestFault, folder: String) -> Refusal {
        let (what, remedy) =
            switch fault {
            case .missingFile(let file):
                (BilingualText(zh: "“\(folder)”中没有 \(file)。", en: "There is no \(file) in “\(folder)”."), checkPath)
            case .missingColumn(let column, let file):
                (BilingualText(zh: "\(file) 没有“\(column)”列。", en: "\(file) has no column “\(column)”."), checkPath)
            case .unusableCell(let file, let row, let column):
                (
                    BilingualText(zh: "\(file) 第 \(row) 行“\(column)”列的值无法使用。", en: "\(file), row \(row): “\(column)” cannot be used."),
                    BilingualText(zh: "请更正该单元格。", en: "Correct that cell.")
                )
            case .unknownOrganization(let key, let file, let row):
                (
                    BilingualText(zh: "\(file) 第 \(row) 行的组织“\(key)”不在组织表中。", en: "\(file), row \(row): no organization “\(key)”."),
                    BilingualText(zh: "请把该组织加入组织表。", en: "Add it to the table of organizations.")
                )
            case .noOutcomes:
                (
                    BilingualText(zh: "“\(folder)”没有可供拟合的结果。", en: "“\(folder)” has no outcomes to fit to."),
                    BilingualText(zh: "请使用带结果列的数据，或去掉 --fit-on。", en: "Use data with outcome columns, or leave out --fit-on.")
                )
            }
        return .importFile(what, remedy: remedy)
    }

    private static var checkPath: BilingualText {
        BilingualText(zh: "请核对路径和 --dataset。", en: "Check the path and --dataset.")
    }
}
