import ArgumentParser

/// The group of commands for incubation cases.
struct CaseCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract: .words(
            zh: "查看和推进孵化案卷，为组织安排导师。",
            en: "Look at and move incubation cases, and give organizations mentors."),
        subcommands: [
            CaseShow.self, CaseOpen.self, CaseAdvance.self, CaseDecisions.self, CaseWaiting.self, CaseDeclare.self, CaseRecommend.self,
            CaseReview.self, CaseDecide.self, CaseMentor.self,
        ]
    )
}
