import Access
package import Incubation
import Store
import Values

/// Lists an organization's annual reports, the newest first.
package struct ListReports: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, as caller: Caller) async throws -> [AnnualReport] {
        try await registry.reading(.listReports, of: .organization(number), as: caller) { transaction in
            try await transaction.all(SelectAnnualReports(of: number), of: number)
        }
    }
}

/// Writes down that a report is owed or has come.
package struct RecordReport: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, _ report: AnnualReport, as caller: Caller) async throws -> [AnnualReport] {
        return try await registry.append(.recordReport, UpsertAnnualReport(report, for: number), .report, to: number, as: caller) {
            guard report.dueOn > report.periodEnd else {
                throw Refusal.notPossible(field: "dueOn", text("须晚于报告期末", "it must lie after the period"))
            }
            if let received = report.receivedOn, received <= report.periodEnd {
                throw Refusal.notPossible(field: "receivedOn", text("须晚于报告期末", "it must lie after the period"))
            }
            try registry.refuseFuture(report.receivedOn, field: "receivedOn")
            if report.result != nil, report.receivedOn == nil { throw Refusal.missing(field: "receivedOn") }
        } then: {
            try await $0.all(SelectAnnualReports(of: number))
        }
    }
}
