import Values

extension BacktestData {
    /// Puts evidence and landmarks together. Outcome columns may be absent; tasks whose file is absent are left out.
    /// - Parameter tables: by file name.
    package init(layout: BacktestLayout, tables: [String: BacktestTable]) throws(BacktestFault) {
        var assembly = try BacktestAssembly(layout: layout, tables: tables)
        try assembly.readAccounts()
        try assembly.readObservations()
        try assembly.readActivity()
        try assembly.readLandmarks()
        self.init(
            layout: layout, evidence: assembly.evidence, organizationKeys: assembly.keys, landmarks: assembly.landmarks
        )
    }
}

/// Evidence and landmarks in the making.
private struct BacktestAssembly {
    let layout: BacktestLayout
    let tables: [String: BacktestTable]
    let organizations: BacktestTable
    private(set) var keys: [String] = []
    private(set) var evidence: [Evidence] = []
    private(set) var landmarks: [BacktestData.Landmark] = []
    private var positions: [String: Int] = [:]
    private var admissions: [Day?] = []

    init(layout: BacktestLayout, tables: [String: BacktestTable]) throws(BacktestFault) {
        self.layout = layout
        self.tables = tables
        let map = layout.organizations
        guard let table = tables[map.file] else { throw .missingFile(map.file) }
        guard table.has(map.id) else { throw .missingColumn(map.id, file: map.file) }
        organizations = table
        for row in table.rows.indices {
            guard let key = table.text(map.id, row: row) else { throw .unusableCell(file: map.file, row: row + 1, column: map.id) }
            guard positions[key] == nil else { continue }
            positions[key] = keys.count
            keys.append(key)
            try addOrganization(row: row, map: map)
        }
    }

    private mutating func addOrganization(row: Int, map: BacktestLayout.Organizations) throws(BacktestFault) {
        let number = Int64(row)
        var found = Evidence(organization: number, population: "", cohort: CohortKey(type: 0, area: 0))
        if let day = map.founded.flatMap({ organizations.filled($0, row: row) }).flatMap({ Day(iso: $0) }) {
            let mark = RecordMark(source: SourceReference(kind: .organization, id: number), knownOn: .earliest)
            found.profile = [ProfileRecord(record: mark, foundedOn: day)]
        }
        let admitted = map.admitted.flatMap { organizations.filled($0, row: row) }.flatMap { Day(iso: $0) }
        if let admitted {
            let mark = RecordMark(source: SourceReference(kind: .incubationCase, id: number), knownOn: admitted)
            found.incubationStages = [IncubationStageRecord(record: mark, stage: "admitted", isIncubation: true, enteredOn: admitted)]
        }
        admissions.append(admitted)
        evidence.append(found)
    }

    private func organization(_ table: BacktestTable, column: String, file: String, row: Int) throws(BacktestFault) -> Int {
        guard let key = table.text(column, row: row) else { throw .unusableCell(file: file, row: row + 1, column: column) }
        guard let position = positions[key] else { throw .unknownOrganization(key, file: file, row: row + 1) }
        return position
    }

    private func day(_ table: BacktestTable, _ template: DateTemplate, file: String, row: Int) throws(BacktestFault) -> Day {
        guard let day = table.filled(template, row: row).flatMap({ Day(iso: $0) }) else {
            let column = template.parts.lazy.compactMap { if case .column(let name) = $0 { name } else { nil } }.first
            throw .unusableCell(file: file, row: row + 1, column: column ?? "")
        }
        return day
    }

    mutating func readAccounts() throws(BacktestFault) {
        guard let map = layout.accounts else { return }
        guard let table = tables[map.file] else { throw .missingFile(map.file) }
        for row in table.rows.indices {
            let position = try organization(table, column: map.id, file: map.file, row: row)
            let mark = RecordMark(
                source: SourceReference(kind: .accounts, id: Int64(row)), knownOn: try day(table, map.knownOn, file: map.file, row: row)
            )
            var accounts = AccountsRecord(record: mark, periodEnd: try day(table, map.periodEnd, file: map.file, row: row))
            for (field, columns) in map.amounts {
                accounts.set(field, to: table.sum(columns, row: row).flatMap(Money.init(units:)))
            }
            accounts.members = table.sum(map.members, row: row).flatMap { Int(exactly: $0.rounded()) }
            for line in map.incomeLines {
                guard let amount = table.sum(line.columns, row: row).flatMap(Money.init(units:)) else { continue }
                accounts.incomeMix.add(amount, isPublicMoney: line.isPublic)
            }
            evidence[position].accounts.append(accounts)
        }
    }

    mutating func readObservations() throws(BacktestFault) {
        for map in layout.observations {
            guard let table = tables[map.file] else { continue }
            for row in table.rows.indices {
                let position = try organization(table, column: map.id, file: map.file, row: row)
                let observedOn = try day(table, map.observedOn, file: map.file, row: row)
                let mark = RecordMark(source: SourceReference(kind: .observation, id: Int64(row)), knownOn: observedOn)
                for column in map.columns {
                    guard let value = table.number(column.column, row: row) else { continue }
                    if let condition = column.onlyWhere {
                        guard let other = table.number(condition.column, row: row), other >= condition.atLeast else { continue }
                    }
                    evidence[position].observations.append(
                        Observation(record: mark, indicator: column.indicator, observedOn: observedOn, value: value * column.scale)
                    )
                }
            }
        }
    }

    mutating func readActivity() throws(BacktestFault) {
        guard let map = layout.activity, let table = tables[map.file] else { return }
        for row in table.rows.indices {
            let position = try organization(table, column: map.id, file: map.file, row: row)
            guard let end = monthEnd(table, column: map.month, row: row, organization: position) else {
                throw .unusableCell(file: map.file, row: row + 1, column: map.month)
            }
            let mark = RecordMark(source: SourceReference(kind: .activity, id: Int64(row)), knownOn: end)
            let activities = Int(exactly: (table.sum(map.activities, row: row) ?? 0).rounded()) ?? 0
            var month = ActivityMonth(record: mark, month: end, activities: max(0, activities))
            month.activePeople = table.sum(map.activePeople, row: row)
            evidence[position].activityMonths.append(month)
        }
    }

    /// The last day of a month of incubation, the first being the month of admission.
    private func monthEnd(_ table: BacktestTable, column: String, row: Int, organization: Int) -> Day? {
        guard let number = table.number(column, row: row).flatMap({ Int(exactly: $0) }), let admitted = admissions[organization] else {
            return nil
        }
        let (year, month, _) = admitted.components
        return Day(year: year, month: month, day: 1)?.adding(months: number).adding(days: -1)
    }

    mutating func readLandmarks() throws(BacktestFault) {
        for (number, task) in layout.tasks.enumerated() {
            guard let table = tables[task.file] else { continue }
            guard table.has(task.key) else { throw .missingColumn(task.key, file: task.file) }
            for row in table.rows.indices {
                let position = try organization(table, column: task.organization, file: task.file, row: row)
                guard let key = table.text(task.key, row: row), let day = try landmarkDay(task, table, row: row, organization: position)
                else { throw .unusableCell(file: task.file, row: row + 1, column: task.key) }
                landmarks.append(
                    BacktestData.Landmark(
                        task: number, organization: position, key: key, day: day,
                        outcomes: outcomes(task.outcome, table, row: row, organization: position)
                    )
                )
            }
        }
    }

    private func landmarkDay(
        _ task: BacktestLayout.Task, _ table: BacktestTable, row: Int, organization: Int
    ) throws(BacktestFault) -> Day? {
        switch task.day {
        case .date(let template): try day(table, template, file: task.file, row: row)
        case .monthOfIncubation(let column): monthEnd(table, column: column, row: row, organization: organization)
        }
    }

    private func outcomes(
        _ outcome: BacktestLayout.Outcome, _ table: BacktestTable, row: Int, organization: Int
    ) -> BacktestData.Outcomes {
        switch outcome {
        case .byHorizon(let columns):
            func known(_ horizon: Horizon) -> Bool? {
                columns[horizon].flatMap { table.number($0, row: row) }.map { $0 >= 0.5 }
            }
            return BacktestData.Outcomes(months12: known(.months12), months24: known(.months24), months36: known(.months36))
        case .ever(let column, let exit, let noExit):
            let text = organizations.text(column, row: Int(evidence[organization].organization))
            let left: Bool? = text.flatMap { exit.contains($0) ? true : noExit.contains($0) ? false : nil }
            return BacktestData.Outcomes(months12: left, months24: left, months36: left)
        }
    }
}

extension AccountsRecord {
    fileprivate mutating func set(_ field: BacktestLayout.AmountField, to amount: Money?) {
        switch field {
        case .income: income = amount
        case .spending: spending = amount
        case .surplus: surplus = amount
        case .administrativeSpending: administrativeSpending = amount
        case .assets: assets = amount
        case .liabilities: liabilities = amount
        case .netAssets: netAssets = amount
        case .cash: cash = amount
        }
    }
}

extension Money {
    /// So many whole units of the currency, rounded to its minor unit; nil when that does not fit.
    fileprivate init?(units: Double) {
        guard let minorUnits = Int64(exactly: (units * 100).rounded()) else { return nil }
        self.init(minorUnits: minorUnits)
    }
}
