import Testing
import Values

@testable import Tabular

/// A small schema of yearly accounts.
enum Sample {
    static let accounts = TableSchema(
        kind: "accounts",
        columns: [
            .init("organization", label: BilingualText(zh: "组织编号", en: "organization code"), type: .text(longest: 20), required: true),
            .init("receivedOn", label: BilingualText(zh: "收到日期", en: "received on"), type: .day(), required: true),
            .init("income", label: BilingualText(zh: "收入", en: "income"), aliases: ["总收入"], type: .money()),
            .init("spending", label: BilingualText(zh: "支出", en: "spending"), type: .money(Money.zero...Money(minorUnits: .max))),
            .init("members", label: BilingualText(zh: "成员数", en: "members"), type: .integer(0...1_000_000)),
            .init(
                "category", label: BilingualText(zh: "类别", en: "category"),
                type: .choice([.init("mutualAid", labels: ["互助类"]), .init("publicBenefit", labels: ["公益类"])])),
        ])

    static let observations = TableSchema(
        kind: "observations",
        columns: [
            .init("organization", label: BilingualText(zh: "组织", en: "organization"), type: .text(longest: 20), required: true),
            .init("indicator", label: BilingualText(zh: "指标", en: "indicator"), type: .text(longest: 20), required: true),
            .init("value", label: BilingualText(zh: "值", en: "value"), type: .number(), required: true),
        ])

    static func rows(_ schema: TableSchema, _ mapping: String?, _ text: String) throws -> (rows: [[FieldValue]], findings: [Finding]) {
        var reader = TableReader(schema: schema, mapping: try mapping.map { try TableMapping(json: Array($0.utf8)) } ?? .byName)
        reader.append(Array(text.utf8))
        reader.finish()
        var rows: [[FieldValue]] = []
        var findings: [Finding] = []
        while true {
            switch try reader.next() {
            case .row:
                rows.append(schema.columns.indices.map { reader.row[$0] })
                findings += reader.findings
            case .rejected: findings += reader.findings
            case .needsBytes: Issue.record("all bytes are there")
            case .end: return (rows, findings)
            }
        }
    }

    /// The findings of the refusal.
    static func refusal(_ schema: TableSchema, _ mapping: String?, _ text: String) -> [Finding] {
        do {
            _ = try rows(schema, mapping, text)
            return []
        } catch {
            return (error as? TableRefusal)?.findings ?? []
        }
    }
}
