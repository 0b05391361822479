import Appraisal
import Values

/// Words of refusals about flags, rubrics and calibrations.
extension RefusalWords {
    static var ownProposal: RefusalWords {
        RefusalWords(
            text("须由他人批准", "Somebody else has to"),
            text(
                "提出人不能批准自己的提案；随程序附带的规则，试算人视同提出人。",
                "Whoever proposed it does not put it in force, nor whoever tried a rubric that came with the program."),
            next: text("请由另一位有权限的人员批准。", "Another person with the role has to do it."))
    }

    static var trialNeeded: RefusalWords {
        RefusalWords(
            text("尚未试算", "Not tried yet"),
            text(
                "新规则须先与现行规则在全部历史数据上并行试算，并看过谁会改变结论、为什么。",
                "It has not been tried beside the rubric in force on all past data, or that one changed since."),
            next: text("请先试算，再以该次试算的编号启用。", "Try it first, then activate it by the number of that trial."))
    }
}

extension HandledFlag.Fault {
    /// A stable name for programs.
    var slug: String {
        switch self {
        case .cleared: "flag-cleared"
        case .resolved: "flag-resolved"
        case .nobodyHasIt: "flag-without-owner"
        case .notCritical: "flag-not-critical"
        case .ownerConfirms: "flag-owner-confirms"
        case .alreadyConfirmed: "flag-already-confirmed"
        }
    }

    var refusalWords: RefusalWords {
        let (reason, remedy) = words
        return RefusalWords(
            text("预警不能这样处理", "That cannot be done to the flag"), text("\(reason.zh)。", "It cannot be done: \(reason.en)."), next: remedy)
    }
}
