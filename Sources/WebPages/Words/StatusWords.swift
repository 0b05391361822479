import Values

/// The page on which anybody finds out where a matter stands.
struct StatusWords: Sendable {
    let title = both("办理进度查询", "Where things stand")
    let lead = both(
        "输入统一社会信用代码、备案编号或案卷编号，可以看到现在办到哪一步、由谁办理、期限到何时。",
        "Enter a credit code, a filing number or the number of a case to see how far it is, whose turn it is and by when.")
    let number = both("代码或编号", "Code or number")
    let hint = both("例如 91320600MA1XXXXX0X、崇社备 2024-18、320613-42", "A credit code, a filing number, or a case's number such as 320613-42")
    let find = both("查询", "Look up")
    let legalStatus = both("法律状态", "Legal status")
    let stage = both("孵化阶段", "Stage of incubation")
    let owner = both("现在由谁办理", "Whose turn it is")
    let until = both("办理期限", "By when")
    let nothing = both("没有可以公开的记录", "There is nothing on public record")
    let nothingNext = both(
        "请核对号码。尚未公开的组织在这里查不到，可向所在街道或枢纽组织询问。",
        "Check the number. Organizations that are not public are not shown here; ask the hub or the subdistrict.")
    let found = both("查询结果", "What is on record")
    let processLink = both("各阶段的含义", "What the stages mean")
    let notInStage = both("没有孵化案卷", "no case")
}
