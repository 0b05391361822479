import Values

/// The page that describes the process of incubation.
struct ProcessWords: Sendable {
    let title = both("孵化流程", "How incubation goes")
    let lead = both(
        "下面的说明由系统中正在执行的规则生成，写的和做的是同一套。", "This page is made from the rules in force, so that what it says is what happens.")
    let end = both("到此为止", "nothing follows")
    let then = both("之后可以", "Then")
    let opened = both("案卷已经建立，还没有作出决定。", "A case is open; nothing is decided.")
    let admitted = both("获准进入孵化，签订孵化协议。", "Admitted, with an agreement on the incubation.")
    let incubating = both("按计划建立四个要素，导师陪伴，定期评估。", "The four elements are built by plan, with a mentor and regular assessments.")
    let graduated = both("四个要素齐备，可以独立运行；之后继续跟踪服务。", "The four elements stand; it runs by itself and is followed up.")
    let exited = both("没有出壳而结束孵化。原因写在案卷里，可以重新申请。", "Incubation ended without graduation. The case says why; it may apply again.")
}
