package import Values

/// How a folder of foreign tables becomes evidence and landmarks: a data set's mapping, as data.
package struct BacktestLayout: Sendable {
    package let id: String
    package let title: BilingualText
    let organizations: Organizations
    let accounts: Accounts?
    let observations: [Observations]
    let activity: Activity?
    package let tasks: [Task]

    /// The table of organizations.
    struct Organizations: Sendable {
        let file: String
        let id: String
        let founded: DateTemplate?
        /// Entry into incubation.
        let admitted: DateTemplate?
    }

    /// A table with one row per year's accounts.
    struct Accounts: Sendable {
        let file: String
        let id: String
        let periodEnd: DateTemplate
        let knownOn: DateTemplate
        /// Amounts in whole units of the currency, by the name of their field in ``AccountsRecord``; several columns are added up.
        let amounts: [AmountField: [String]]
        let members: [String]
        let incomeLines: [(columns: [String], isPublic: Bool)]
    }

    /// Amounts of ``AccountsRecord`` that a mapping can fill.
    enum AmountField: String, CaseIterable, Sendable {
        case income, spending, surplus, administrativeSpending, assets, liabilities, netAssets, cash
    }

    /// A table whose columns are ready-made values of indicators.
    struct Observations: Sendable {
        let file: String
        let id: String
        let observedOn: DateTemplate
        let columns: [Column]

        struct Column: Sendable {
            let indicator: String
            let column: String
            /// The value is the cell times this.
            let scale: Double
            /// The cell counts only where another column is at least so much.
            let onlyWhere: (column: String, atLeast: Double)?
        }
    }

    /// A table with one row per month since admission.
    struct Activity: Sendable {
        let file: String
        let id: String
        /// Column with the number of the month, 1 being the month of admission.
        let month: String
        let activities: [String]
        let activePeople: [String]
    }

    /// A set of scoring dates.
    package struct Task: Sendable {
        package let id: String
        package let title: BilingualText
        package let file: String
        let organization: String
        package let population: String
        /// Column that names the landmark in the answer.
        package let key: String
        let day: LandmarkDay
        /// Keys whose landmarks are measured one by one; empty to measure them all together.
        package let measuredKeys: [String]
        let outcome: Outcome
    }

    enum LandmarkDay: Sendable {
        case date(DateTemplate)
        /// The last day of the month with that number since admission.
        case monthOfIncubation(column: String)
    }

    /// Where it says what became of an organization. All its columns may be absent.
    enum Outcome: Sendable {
        /// Columns of the landmark's own row: 1 for an exit within the horizon, 0 for none, empty when not known.
        case byHorizon([Horizon: String])
        /// A column of the organization's row.
        case ever(column: String, exit: Set<String>, noExit: Set<String>)
    }

    /// Whether the data hold accounts, from which published models are worked out.
    package var hasAccounts: Bool { accounts != nil }

    /// The files that it reads.
    package var files: [String] {
        var files = [organizations.file]
        files += [accounts?.file, activity?.file].compactMap(\.self)
        files += observations.map(\.file) + tasks.map(\.file)
        return Set(files).sorted()
    }
}
