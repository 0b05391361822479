import Values

/// Overviews of areas.
struct AreaWords: Sendable {
    let nation = both("全部地区", "All areas")
    let find = both("查找地区", "Find an area")
    let go = both("前往", "Go")
    let path = both("上级地区", "Where it lies")
    let total = both("个组织", "organizations")
    let asOf = both("评估截至", "assessed as of")
    let statuses = both("评估结论", "Assessment")
    let stages = both("孵化阶段", "Stage of incubation")
    let noCase = both("未立案", "no case")
    let noFlag = both("没有预警", "no flag")
    let commonFlags = both("最常见的预警", "Commonest flags")
    let categories = both("类别构成与目标", "Categories against targets")
    let target = both("目标（%）", "Target (%)")
    let share = both("占比", "Share")
    let count = both("个数", "Count")
    let compare = both("对照", "Compare")
    let targetHint = both("目标写在网址里，可以收藏或转发。", "Targets stay in the address, to be kept or sent on.")
    let parts = both("下级地区", "Areas below")
    let part = both("地区", "Area")
    let organizationsColumn = both("组织", "Organizations")
    let incubatingColumn = both("孵化中", "In incubation")
    let mix = both("结论构成", "Mix")
    let empty = both("这个地区还没有组织", "No organization lies in this area yet")
    let emptyNext = both("可以登记第一个组织，或者导入已有的名册。", "Record the first one, or import a list.")
    let flaggedLink = both("预警组织名单", "Flagged organizations")
    let matrixLink = both("服务边界一览", "Who serves whom")
    let matrixLead = both(
        "按各组织登记的服务边界汇总：每一格是在该地区服务该类人群的组织数。空格是空白，多于一个可能是重叠。",
        "From the service boundaries on record: how many organizations serve those people in that area. An empty cell is a gap, more than one may overlap."
    )
    let others = both("其他人群", "others")
    let nobody = both("无", "none")
    let allPeople = both("合计", "All")
    let unplaced = both("服务地区不在以上各地", "Organizations that serve none of these areas")
    let noBoundaries = both("还没有登记服务边界", "No service boundaries on record")
    let noBoundariesNext = both("在组织页面的“服务边界”处登记。", "Record them on the page of each organization.")
    let matrix = both("服务边界矩阵", "Matrix of service boundaries")

    func matrixTitle(_ area: String) -> BilingualText { both("\(area)：谁在为谁服务", "\(area): who serves whom") }

    func undecided(_ count: Int) -> BilingualText { both("另有 \(count) 个未定类别", "\(count) more without a category") }

    func gap(_ points: Int) -> BilingualText {
        points == 0
            ? both("达到目标", "on target")
            : points < 0 ? both("低 \(-points) 个百分点", "\(-points) points below") : both("高 \(points) 个百分点", "\(points) points above")
    }

    func gaps(_ count: Int) -> BilingualText { both("空白 \(count) 处", "\(count) gaps") }

    func overlaps(_ count: Int) -> BilingualText { both("多家服务 \(count) 处", "\(count) served by several") }

    func organizations(_ count: Int) -> BilingualText { both("\(count) 个组织", count == 1 ? "1 organization" : "\(count) organizations") }
}
