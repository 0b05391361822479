import Appraisal
import ArgumentParser
import Store
import Values
import Workflow

/// Which part of the flagged organizations is printed.
struct FlaggedOptions: ParsableArguments {
    @Option(
        help: .words(
            zh: "最多显示的条数（默认：文本 20 条，JSON 或 CSV 全部）。",
            en: "Print so many at most (default: 20 as text, all as JSON or CSV)."))
    var limit: Int?

    @Option(
        help: .words(
            zh: "从此标记之后继续；上一次未列完时会显示该标记。",
            en: "Go on behind this mark, which a shorter list ended with."))
    var after: String?

    mutating func validate() throws {
        if let limit, limit < 1 { throw ValidationError(zh: "--limit 至少为 1。", en: "--limit must be at least 1.") }
    }

    /// Prints the flagged organizations of a run, the newest where none is named, worst first.
    func print(run: Int64?, area: AreaCode?, as format: TableOptions, on registry: Registry, _ caller: Caller) async throws {
        if format.json {
            var listing = Listing<StoredAssessment>(as: format)
            let end = try await pages(of: run, area, upTo: .max, on: registry, caller) { try listing.add($0) }
            return try listing.finish(next: end.next)
        }
        if format.csv {
            var listing = Listing<FlaggedRow>(as: format)
            let end = try await pages(of: run, area, upTo: .max, on: registry, caller) { try listing.add($0.map(FlaggedRow.init)) }
            return try listing.finish(next: end.next)
        }
        let end = try await pages(of: run, area, upTo: 20, on: registry, caller) { page in
            try Terminal.write(page.flatMap { $0.lines(in: Terminal.language) }.map { $0 + "\n" }.joined())
        }
        if let next = end.next {
            let command = "incubator assess list --run \(end.run) --after \(next)"
            Terminal.complain(BilingualText(zh: "还有更多：\(command)", en: "There is more: \(command)"))
        } else if end.count == 0 {
            Terminal.complain(BilingualText(zh: "没有预警的组织。", en: "No organization is flagged."))
        }
    }

    /// Hands over one page after the other; at least one call for anything found.
    private func pages(
        of run: Int64?, _ area: AreaCode?, upTo usual: Int, on registry: Registry, _ caller: Caller,
        _ use: ([StoredAssessment]) throws -> Void
    ) async throws -> (run: Int64, next: String?, count: Int) {
        let most = limit ?? usual
        var (count, cursor, number) = (0, after, run)
        while true {
            let flagged = try await ListFlagged(registry: registry)(
                run: number, isCurrent: run == nil, area: area, page: try PageRequest(size: min(most - count, 500), after: cursor),
                as: caller)
            // A run that ends while this list is printed does not mix with it.
            number = flagged.run.run
            if !flagged.page.items.isEmpty { try use(flagged.page.items) }
            count += flagged.page.items.count
            cursor = flagged.page.next
            if cursor == nil || count >= most { return (flagged.run.run, cursor, count) }
        }
    }
}

/// A flagged organization as a row of a spreadsheet: codes and reasons of its flags in one cell each.
struct FlaggedRow: Presentable {
    let assessment: StoredAssessment

    static let columns: [Column<FlaggedRow>] =
        StoredAssessment.columns.filter { $0.name != "flags" }.map { $0.within(\.assessment) } + [
            Column("flags", "预警", "flags") { .texts($0.assessment.detail.flags.map(\.code)) },
            Column("reasons", "原因", "reasons") { row in
                .text(row.assessment.detail.flags.map { $0.reason.text[Terminal.language] }.joined(separator: " "))
            },
        ]
}
