import Values

/// Turns records of one file into rows for the register.
package struct RowMapper {
    package enum Outcome: Hashable, Sendable {
        /// The row is filled; findings are warnings.
        case row
        /// The row cannot be taken over; findings say why.
        case rejected
        /// The mapping passes over this row.
        case skipped
    }

    package let schema: TableSchema
    /// Columns of the file that nothing is read from, with the name that was perhaps meant. Warnings; empty under a mapping file
    /// that names what it reads.
    package let headerFindings: [Finding]
    let plans: [RowPlan]

    /// - Throws: everything that is wrong with the mapping, in the order of the schema's columns.
    package init(schema: TableSchema, mapping: TableMapping = .byName, header: CSVHeader) throws(TableRefusal) {
        var maker = PlanMaker(schema: schema, mapping: mapping, header: header)
        self.schema = schema
        plans = maker.plans()
        let findings = maker.problems.map(\.finding)
        if let first = findings.first { throw TableRefusal(first, others: Array(findings.dropFirst())) }
        let known = schema.columns.flatMap(\.names)
        headerFindings =
            mapping.matchesByName
            ? header.names.indices.filter { !maker.used.contains($0) && !header.names[$0].isEmpty }.map { index in
                let name = header.names[index]
                return MappingProblem.columnNotUsed(name: name, nearest: NearestName.of(name, among: known)).finding
            } : []
    }

    /// The number of rows that each record gives.
    package var rowsPerRecord: Int { plans.count }

    /// Makes one of the rows that the record gives.
    /// - Parameters:
    ///   - repetition: 0 up to ``rowsPerRecord``.
    ///   - row: is overwritten.
    ///   - findings: receives what is wrong with the row, in the order of the schema's columns.
    package func map(_ record: borrowing CSVRecord, repetition: Int, into row: inout MappedRow, findings: inout [Finding]) -> Outcome {
        for test in plans[repetition].skipWhen where test.holds(for: record) { return .skipped }
        row.row = record.row
        row.line = record.line
        row.repetition = repetition
        row.text.removeAll(keepingCapacity: true)
        var rejected = false
        for filling in plans[repetition].fillings {
            rejected = fill(filling, from: record, into: &row, findings: &findings) || rejected
        }
        return rejected ? .rejected : .row
    }

    /// True when the value cannot be taken over.
    private func fill(_ filling: Filling, from record: borrowing CSVRecord, into row: inout MappedRow, findings: inout [Finding]) -> Bool {
        var damaged = false
        do throws(FieldProblem) {
            let value = try filling.value(from: record, text: &row.text, damaged: &damaged)
            row.values[filling.target] = value
            if case .missing = value, filling.required { throw .missing }
        } catch {
            findings.append(finding(error, filling, record))
            row.values[filling.target] = .missing
            return true
        }
        if damaged { findings.append(finding(.damagedText, filling, record)) }
        return false
    }

    private func finding(_ problem: FieldProblem, _ filling: Filling, _ record: borrowing CSVRecord) -> Finding {
        problem.finding(row: record.row, line: record.line, column: filling.columnName, value: filling.shown(record))
    }
}
