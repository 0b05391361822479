import Incubation
import Values

/// Words of refusals about people's data.
extension RefusalWords {
    static func peopleKeyUnusable(_ why: BilingualText) -> RefusalWords {
        RefusalWords(
            text("人员信息密钥不可用", "The key of people's data cannot be used"),
            text("人员信息密钥不能使用：\(why.zh)。", "The key of people's data cannot be used: \(why.en)."),
            next: text(
                "请恢复原来的密钥文件，或用 INCUBATOR_PEOPLE_KEY_FILE 指明其位置。",
                "Put the key file back, or name it in INCUBATOR_PEOPLE_KEY_FILE."))
    }

    static func erasureListUnusable(_ why: BilingualText) -> RefusalWords {
        RefusalWords(
            text("删除名单不可用", "The list of erased people cannot be used"),
            text("删除名单不能使用：\(why.zh)。", "The list of erased people cannot be used: \(why.en)."),
            next: text(
                "没有删除任何信息；请检查该文件，或用 INCUBATOR_ERASED_PEOPLE 指明其位置。",
                "Nobody was erased; look at that file, or name another in INCUBATOR_ERASED_PEOPLE."))
    }

    static func personState(_ state: PersonState) -> RefusalWords {
        RefusalWords(
            text("此人的状态不允许", "The person's state does not allow it"),
            text("此人的状态是：\(state.words.zh)。", "The person is \(state.words.en)."),
            next: state == .unsealed
                ? text("请运行 incubator database migrate。", "Run incubator database migrate.")
                : text("请先查看此人的记录。", "Look at the person's record first."))
    }

    static func retentionRuns(_ day: Day) -> RefusalWords {
        RefusalWords(
            text("法定保存期未满", "A legal retention period runs"),
            text("依法须保存至 \(day)，在此之前只存储、不使用。", "The law keeps this data until \(day); until then it is stored and not used."),
            next: text("期满后由保存期任务自动删除。", "The retention job erases it when the period is over."))
    }
}
