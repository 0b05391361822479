import Values

/// Holds a mapping against a schema and a header, and resolves every name once.
struct PlanMaker {
    let schema: TableSchema
    let mapping: TableMapping
    let header: CSVHeader
    private(set) var problems: [MappingProblem] = []
    /// The columns of the header that something is read from.
    private(set) var used: Set<Int> = []

    init(schema: TableSchema, mapping: TableMapping, header: CSVHeader) {
        self.schema = schema
        self.mapping = mapping
        self.header = header
        if let kind = mapping.kind, kind != schema.kind { problems.append(.wrongKind(found: kind, expected: schema.kind)) }
    }

    /// The plans of all repetitions; of no use while there are ``problems``.
    mutating func plans() -> [RowPlan] {
        let skips = tests(mapping.skipWhen, place: "skipWhen")
        checkTargets(mapping.columns, place: "columns")
        guard !mapping.repetitions.isEmpty else {
            return [RowPlan(fillings: fillings(rules: mapping.columns, own: [:], place: "columns"), skipWhen: skips)]
        }
        var plans: [RowPlan] = []
        for (index, repetition) in mapping.repetitions.enumerated() {
            let place = "repeat[\(index)]"
            checkTargets(repetition.columns, place: "\(place).columns")
            plans.append(
                RowPlan(
                    fillings: fillings(rules: mapping.columns, own: repetition.columns, place: "\(place).columns"),
                    skipWhen: skips + tests(repetition.skipWhen, place: "\(place).skipWhen")))
        }
        return plans
    }

    private mutating func checkTargets(_ rules: [String: ColumnRule], place: String) {
        for name in rules.keys.sorted() where schema.index(of: name) == nil {
            report(.unknownTarget(place: "\(place).\(name)", name: name, nearest: NearestName.of(name, among: schema.columns.map(\.name))))
        }
    }

    private mutating func fillings(rules: [String: ColumnRule], own: [String: ColumnRule], place: String) -> [Filling] {
        var fillings: [Filling] = []
        for (index, column) in schema.columns.enumerated() {
            let filling: Filling?
            if let rule = own[column.name] {
                filling = self.filling(index, rule: rule, place: "\(place).\(column.name)")
            } else if let rule = rules[column.name] {
                filling = self.filling(index, rule: rule, place: "columns.\(column.name)")
            } else {
                filling = fillingByName(index)
            }
            if let filling { fillings.append(filling) }
        }
        return fillings
    }

    private mutating func fillingByName(_ target: Int) -> Filling? {
        let column = schema.columns[target]
        if mapping.matchesByName, let name = column.names.first(where: { header.index(of: $0) != nil }) {
            return filling(target, rule: ColumnRule(.column(name)), place: "columns.\(column.name)")
        }
        guard column.required else { return nil }
        let nearest = column.names.lazy.compactMap { [header] in NearestName.of($0, among: header.names) }.first
        report(.requiredColumnMissing(name: column.name, label: column.label.zh, nearest: mapping.matchesByName ? nearest : nil))
        return nil
    }

    private mutating func tests(_ conditions: [TableMapping.Condition], place: String) -> [RowPlan.Test] {
        conditions.compactMap { condition in
            resolve(condition.column, place: place).map { RowPlan.Test(column: $0, texts: condition.texts, negated: condition.negated) }
        }
    }

    /// The index of a column of the file.
    mutating func resolve(_ name: String, place: String) -> Int? {
        guard let index = header.index(of: name) else {
            report(.unknownColumn(place: place, name: name, nearest: NearestName.of(name, among: header.names)))
            return nil
        }
        used.insert(index)
        return index
    }

    /// Notes a problem once, however many repetitions share it.
    mutating func report(_ problem: MappingProblem) {
        if !problems.contains(problem) { problems.append(problem) }
    }
}
