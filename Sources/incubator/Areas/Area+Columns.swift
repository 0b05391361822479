import Incubation
import Values
import Workflow

extension Area: Presentable {
    static let columns: [Column<Area>] = [
        Column("code", "代码", "code") { .text($0.code.text) },
        Column("name", "名称", "name") { .text($0.name) },
        Column("englishName", "英文名称", "English name", brief: false) { .text($0.englishName) },
        Column("level", "级别", "level") { .term($0.level, \.words) },
        Column("parent", "上级", "parent") { .text($0.parent?.text) },
        Column("validFrom", "启用日期", "valid from", brief: false) { .day($0.validFrom) },
        Column("validUntil", "停用日期", "valid until") { .day($0.validUntil) },
        Column("successor", "后继", "successor") { .text($0.successor?.text) },
    ]
}

extension AreaInPlace: Presentable {
    static let columns: [Column<AreaInPlace>] =
        Area.columns.map { $0.within(\.area) } + [
            Column("ancestors", "所在上级", "lies in") { place in .records(place.ancestors.map { Record($0) }) }
        ]
}
