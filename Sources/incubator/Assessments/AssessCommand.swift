import ArgumentParser

/// The group of commands for assessments; by itself it runs one.
struct AssessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: .words(zh: "找出难以持续的组织，并说明原因。", en: "Find the organizations that are unlikely to last, with reasons."),
        discussion: .words(
            zh: """
                `incubator assess --as-of 2013-12-31` 按登记系统当日所知评估每个组织，将结果保存为一个批次，并显示预警组织，最严\
                重的在前。
                """,
            en: """
                `incubator assess --as-of 2013-12-31` assesses every organization by what the register knew on that day, keeps what it finds \
                as a run, and prints the flagged ones, worst first.
                """),
        subcommands: [
            AssessRun.self, AssessNightly.self, AssessRefresh.self, AssessResume.self, AssessList.self, AssessExplain.self,
            AssessWhatIf.self, AssessTrend.self, AssessCohort.self, AssessCompare.self, AssessRuns.self, AssessVisits.self,
        ],
        defaultSubcommand: AssessRun.self
    )
}
