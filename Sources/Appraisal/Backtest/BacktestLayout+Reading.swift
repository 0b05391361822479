import Values

extension BacktestLayout {
    /// Reads a data set's mapping.
    /// - Throws: ``RubricFault`` with the place of what is wrong.
    package init(reading document: RubricValue) throws(RubricFault) {
        let fields = try DocumentPlace(value: document, place: "").record(
            "id", "title", "organizations", "accounts", "observations", "activity", "tasks"
        )
        id = try fields.field("id").text()
        title = try fields.field("title").words()
        organizations = try Organizations(fields.field("organizations"))
        accounts = try fields.optional("accounts").read { place throws(RubricFault) in try Accounts(place) }
        activity = try fields.optional("activity").read { place throws(RubricFault) in try Activity(place) }
        var observations: [Observations] = []
        for place in try fields.optional("observations").read({ list throws(RubricFault) in try list.list() }) ?? [] {
            observations.append(try Observations(place))
        }
        self.observations = observations
        var tasks: [Task] = []
        for place in try fields.field("tasks").list() { tasks.append(try Task(place)) }
        guard !tasks.isEmpty else { throw RubricFault(place: "tasks", problem: .missing) }
        self.tasks = tasks
    }
}

extension DocumentPlace {
    func texts() throws(RubricFault) -> [String] {
        var texts: [String] = []
        for place in try list() { texts.append(try place.text()) }
        return texts
    }

    func template() throws(RubricFault) -> DateTemplate {
        DateTemplate(try text())
    }
}

extension BacktestLayout.Organizations {
    fileprivate init(_ place: DocumentPlace) throws(RubricFault) {
        let fields = try place.record("file", "id", "founded", "admitted")
        file = try fields.field("file").text()
        id = try fields.field("id").text()
        founded = try fields.optional("founded").read { place throws(RubricFault) in try place.template() }
        admitted = try fields.optional("admitted").read { place throws(RubricFault) in try place.template() }
    }
}

extension BacktestLayout.Accounts {
    fileprivate init(_ place: DocumentPlace) throws(RubricFault) {
        let fields = try place.record("file", "id", "periodEnd", "knownOn", "amounts", "members", "incomeLines")
        file = try fields.field("file").text()
        id = try fields.field("id").text()
        periodEnd = try fields.field("periodEnd").template()
        knownOn = try fields.field("knownOn").template()
        members = try fields.optional("members").read { place throws(RubricFault) in try place.texts() } ?? []
        let columns = try fields.field("amounts").record(
            "income", "spending", "surplus", "administrativeSpending", "assets", "liabilities", "netAssets", "cash"
        )
        var amounts: [BacktestLayout.AmountField: [String]] = [:]
        for field in BacktestLayout.AmountField.allCases {
            guard let place = columns.optional(field.rawValue) else { continue }
            amounts[field] = try place.texts()
        }
        self.amounts = amounts
        var lines: [(columns: [String], isPublic: Bool)] = []
        for place in try fields.optional("incomeLines").read({ list throws(RubricFault) in try list.list() }) ?? [] {
            let line = try place.record("columns", "public")
            lines.append((try line.field("columns").texts(), try line.field("public").bool()))
        }
        incomeLines = lines
    }
}

extension BacktestLayout.Activity {
    fileprivate init(_ place: DocumentPlace) throws(RubricFault) {
        let fields = try place.record("file", "id", "month", "activities", "activePeople")
        file = try fields.field("file").text()
        id = try fields.field("id").text()
        month = try fields.field("month").text()
        activities = try fields.field("activities").texts()
        activePeople = try fields.field("activePeople").texts()
    }
}

extension BacktestLayout.Observations {
    fileprivate init(_ place: DocumentPlace) throws(RubricFault) {
        let fields = try place.record("file", "id", "observedOn", "columns")
        file = try fields.field("file").text()
        id = try fields.field("id").text()
        observedOn = try fields.field("observedOn").template()
        var columns: [Column] = []
        for place in try fields.field("columns").list() {
            let column = try place.record("indicator", "column", "scale", "where")
            let condition = try column.optional("where").read { place throws(RubricFault) in
                let fields = try place.record("column", "atLeast")
                return (column: try fields.field("column").text(), atLeast: try fields.field("atLeast").number())
            }
            columns.append(
                Column(
                    indicator: try column.field("indicator").text(), column: try column.field("column").text(),
                    scale: try column.optional("scale").read { place throws(RubricFault) in try place.number() } ?? 1, onlyWhere: condition
                )
            )
        }
        self.columns = columns
    }
}

extension BacktestLayout.Task {
    fileprivate init(_ place: DocumentPlace) throws(RubricFault) {
        let fields = try place.record(
            "id", "title", "file", "organization", "population", "key", "date", "monthOfIncubation", "measuredKeys", "outcomes",
            "ever"
        )
        id = try fields.field("id").text()
        title = try fields.field("title").words()
        file = try fields.field("file").text()
        organization = try fields.field("organization").text()
        population = try fields.field("population").text()
        key = try fields.field("key").text()
        if let column = fields.optional("monthOfIncubation") {
            day = .monthOfIncubation(column: try column.text())
        } else {
            day = .date(try fields.field("date").template())
        }
        measuredKeys = try fields.optional("measuredKeys").read { place throws(RubricFault) in try place.texts() } ?? []
        if let ever = fields.optional("ever") {
            let fields = try ever.record("column", "exit", "noExit")
            outcome = .ever(
                column: try fields.field("column").text(), exit: Set(try fields.field("exit").texts()),
                noExit: Set(try fields.field("noExit").texts())
            )
        } else {
            let fields = try fields.field("outcomes").record("12", "24", "36")
            var columns: [Horizon: String] = [:]
            for horizon in Horizon.allCases {
                guard let place = fields.optional(String(horizon.rawValue)) else { continue }
                columns[horizon] = try place.text()
            }
            outcome = .byHorizon(columns)
        }
    }
}
