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
        if let refusal = Self.refusal(of: area) { throw refusal }
        return try await registry.transaction(as: caller) { transaction in
            do {
                try await transaction.run(InsertArea(area: area))
            } catch let error as PostgresError {
                throw Self.refusal(of: error, adding: area) ?? error
            }
            return area
        }
    }

    /// What keeps the area from being added, as far as the area itself tells.
    static func refusal(of area: Area) -> Refusal? {
        if area.name.allSatisfy(\.isWhitespace) { return .missing(field: "name") }
        if area.name.count > 100 { return .notPossible(field: "name", text("最多 100 个字", "it has more than 100 characters")) }
        if !area.level.admits(area.code) { return .areaDoesNotFit(area.code, area.level) }
        guard area.level != .province else { return nil }
        guard let parent = area.parent else { return .missing(field: "parent") }
        if parent == area.code { return .notPossible(field: "parent", text("上级不能是自身", "an area is not its own parent")) }
        if let from = area.validFrom, let until = area.validUntil, until < from {
            return .notPossible(field: "validUntil", text("早于生效日期", "it lies before validFrom"))
        }
        if area.successor != nil, area.validUntil == nil {
            return .notPossible(field: "successor", text("仍在使用的区域没有后继", "an area in force has no successor"))
        }
        return nil
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
