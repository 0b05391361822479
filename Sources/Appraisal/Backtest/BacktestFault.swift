/// Why a folder of tables cannot be back-tested.
package enum BacktestFault: Error, Hashable, Sendable {
    case missingFile(String)
    case missingColumn(String, file: String)
    /// A cell that must hold a date or the key of an organization does not. Rows count from 1 below the heading.
    case unusableCell(file: String, row: Int, column: String)
    case unknownOrganization(String, file: String, row: Int)
    /// Outcomes are needed to fit and there are none.
    case noOutcomes
}
