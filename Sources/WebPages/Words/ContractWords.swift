import Values

/// Hub contracts.
struct ContractWords: Sendable {
    let title = both("枢纽合同", "Hub contracts")
    let lead = both(
        "哪个枢纽组织在哪里、到何时孵化社区社会组织。枢纽人员的角色随合同终止而失效。",
        "Which hub incubates groups where and until when. What a hub's people may do ends with its contract.")
    let none = both("还没有登记合同", "No contract is on record")
    let noneNext = both("没有合同的地方不能立案，请主管部门先登记合同。", "Where there is no contract, no case can be opened: the authority records one first.")
    let hub = both("枢纽组织", "Hub")
    let purchaser = both("购买方", "Commissioned by")
    let area = both("区域", "Area")
    let from = both("开始日期", "First day")
    let until = both("结束日期", "Last day")
    let term = both("期限", "Term")
    let openCases = both("在办案卷", "Open cases")
    let state = both("状态", "State")
    let inForce = both("有效", "in force")
    let notYet = both("尚未开始", "not begun")
    let over = both("已到期", "over")
    let ended = both("提前终止", "ended early")
    let record = both("登记合同", "Record a contract")
    let recordLead = both("枢纽人员凭合同获得角色，新立的案卷归入合同。", "A hub's people hold their roles by it, and new cases come into its hands.")
    let end = both("提前终止", "End it early")
    let endLead = both(
        "终止后，凭这份合同持有的角色随即失效。仍在办的案卷须移交给另一份合同，下一页即可办理。",
        "The roles that are held by it end with it. Its open cases go to another contract, on the next page.")
    let lastDay = both("最后一日", "Last day")
    let handOver = both("移交案卷", "Hand over its cases")
    let handOverLead = both("把在办的案卷全部交给另一份有效合同。", "Gives all its open cases to another contract in force.")
    let taking = both("接手的合同", "The contract that takes them")
    let nobodyTakes = both("没有其他有效合同覆盖这一区域，请先登记一份。", "No other contract in force covers the area: record one first.")

    func offer(_ number: Int64, _ hub: String) -> BilingualText { both("第 \(number) 号 \(hub)", "No. \(number), \(hub)") }
}
