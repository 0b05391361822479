/// How the cells of a foreign column are written. Part of a mapping file.
package struct CellFormat: Hashable, Sendable {
    /// The unit of amounts of money.
    package enum Amount: String, Hashable, Sendable, CaseIterable {
        /// Whole units with decimals: yuan, pounds.
        case decimal
        /// Whole minor units: fen, pence.
        case minor
        /// Ten thousands of the unit (万元).
        case tenThousand
    }

    /// The order of the parts of a day when the year does not come first.
    package enum DayOrder: String, Hashable, Sendable, CaseIterable {
        /// 2013-02-28, 2013/2/28, 2013年2月28日, 20130228.
        case yearFirst
        /// 28/02/2013.
        case dayFirst
        /// 02/28/2013.
        case monthFirst
    }

    package var amount = Amount.decimal
    package var dayOrder = DayOrder.yearFirst
    /// Whether decimals beyond the last one allowed are rounded (half away from zero) instead of refused.
    package var rounds = false
    /// Texts that mean that a value is not known, such as `NA`, compared as written.
    package var missing: Set<String> = []

    package init() {}
}
