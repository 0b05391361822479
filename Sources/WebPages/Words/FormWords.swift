import Values

/// Forms.
struct FormWords: Sendable {
    let leadership = both("登记任职", "Record a post")
    let charter = both("登记章程", "Record a charter")
    let body = both("登记机构", "Record a body")
    let meeting = both("登记会议", "Record a meeting")
    let controls = both("登记资金管理", "Record money controls")
    let accounts = both("登记年度账目", "Record accounts")
    let activity = both("登记活动", "Record an activity")
    let report = both("登记年度报告", "Record a report")
    let boundary = both("登记服务边界", "Record the service boundary")
}
