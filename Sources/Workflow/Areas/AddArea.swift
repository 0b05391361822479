import Access
package import Incubation
import Postgres
import Store
import Values

/// Adds a local area, such as a community or a grid.
package struct AddArea: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ area: Area, as caller: Caller) async throws -> Area {
        try await registry.act(.addArea, on: .area(area.code), as: caller) {
            try Self.refuse(area)
        } doing: { transaction, _ in
            try await Self.refuseParent(of: area, in: transaction)
            do {
                try await transaction.run(InsertArea(area: area))
            } catch let error as PostgresError {
                throw Self.refusal(of: error, adding: area) ?? error
            }
            return area
        }
    }

    /// Refuses what cannot be added, as far as the area itself tells.
    private static func refuse(_ area: Area) throws(Refusal) {
        try FieldRules.refuseText(area.name, field: "name", longest: 100)
        try FieldRules.refuseLine(area.englishName, field: "englishName")
        if !area.level.admits(area.code) { throw .areaDoesNotFit(area.code, area.level) }
        if area.parent == nil, area.level != .province { throw .missing(field: "parent") }
        if area.parent == area.code { throw .notPossible(field: "parent", text("上级不能是自身", "an area is not its own parent")) }
        if let from = area.validFrom, let until = area.validUntil, until < from {
            throw .notPossible(field: "validUntil", text("早于生效日期", "it lies before validFrom"))
        }
        if area.successor != nil, area.validUntil == nil {
            throw .notPossible(field: "successor", text("仍在使用的区域没有后继", "an area in force has no successor"))
        }
        if area.successor == area.code { throw .notPossible(field: "successor", text("后继不能是自身", "an area does not succeed itself")) }
    }

    /// An area lies in one of a higher level. One that is not there is found by the constraint.
    private static func refuseParent(of area: Area, in transaction: PostgresTransaction) async throws {
        guard let code = area.parent, let parent = try await transaction.first(FindArea(code: code)) else { return }
        let levels = AreaLevel.allCases
        guard let above = levels.firstIndex(of: parent.level), let own = levels.firstIndex(of: area.level), above >= own else { return }
        throw Refusal.notPossible(
            field: "parent",
            text(
                "\(code) 是\(parent.level.words.zh)级，不高于\(area.level.words.zh)级",
                "\(code) is a \(parent.level.words.en), which is not above a \(area.level.words.en)"))
    }

    private static func refusal(of error: PostgresError, adding area: Area) -> Refusal? {
        switch error.constraint {
        case "areas_pkey": .areaCodeTaken(area.code)
        case "areas_parent_fkey": .areaUnknown(area.parent?.text ?? "")
        case "areas_successor_fkey": .areaUnknown(area.successor?.text ?? "")
        default: nil
        }
    }
}
