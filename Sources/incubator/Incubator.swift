import ArgumentParser
import Glibc
import Values

/// The command that people and scripts call; each group of commands lies in a folder of its own.
struct Incubator: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "incubator",
        abstract: .words(
            zh: "社区社会组织孵化登记系统。",
            en: "A registry of community social organizations on their way through incubation."),
        discussion: .words(
            zh: """
                数据写到标准输出，其余内容写到标准错误。
                退出码：0 完成，1 被拒绝或未找到，2 用法有误，3 无法连接数据库。

                DATABASE_URL 指明数据库；未设置时使用 .local/database（或 INCUBATOR_DATA）下的内置数据库。
                INCUBATOR_TOKEN 为 API 令牌：命令以该账号的身份和权限执行。
                INCUBATOR_LANGUAGE 选择语言，zh-CN 或 en；未设置时由系统的语言环境决定。
                """,
            en: """
                Data goes to standard output, everything else to standard error.
                Exit status: 0 done, 1 refused or not found, 2 wrong usage, 3 the database cannot be reached.

                DATABASE_URL names the database; without it the register keeps its own below .local/database (or INCUBATOR_DATA).
                INCUBATOR_TOKEN is an API token: the command then acts for its account, with that account's rights.
                INCUBATOR_LANGUAGE chooses the language, zh-CN or en; otherwise the locale does.
                """),
        subcommands: [
            Serve.self, DatabaseCommands.self, AreaCommands.self, OrganizationCommands.self, CaseCommands.self, DocumentCommands.self,
            ContractCommands.self, ElementCommands.self, ImportCommands.self, AssessCommand.self, FlagCommands.self, RubricCommands.self,
            CalibrationCommands.self,
            BacktestCommand.self, CalendarCommands.self, DeadlineCommands.self, AccountCommands.self, AuditCommands.self,
            VerifyCommand.self, CreditCodeCommands.self, PersonCommands.self, RetentionCommands.self, LookupCommand.self,
        ]
    )
}

@main
enum Program {
    static func main() async {
        // A reader that leaves early is told by the failing write, not by the end of this process in the middle of its work.
        signal(SIGPIPE, SIG_IGN)
        let status = await Interruption.running { await run() }
        if let number = Interruption.signal, status != .done {
            Terminal.complain(
                BilingualText(
                    zh: "已停止；没有完成的部分已全部撤销。再次运行即可继续。",
                    en: "Stopped; whatever was not finished has been undone. Run it again to go on."))
            Interruption.leave(by: number)
        }
        exit((status ?? .refused).rawValue)
    }

    /// Runs what the command line asks for.
    private static func run() async -> ExitStatus? {
        do {
            var command = try Incubator.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return .done
        } catch {
            return status(endingWith: error)
        }
    }

    /// The status that outsiders rely on. ArgumentParser's own status for wrong usage, 64, becomes 2.
    private static func status(endingWith error: any Error) -> ExitStatus? {
        if let status = error as? ExitStatus { return status }
        if Interruption.signal != nil { return nil }
        switch Incubator.exitCode(for: error) {
        case .success:
            // Help and the like, asked for.
            try? Terminal.show(HelpText(error, in: Terminal.language).text)
            return .done
        case .validationFailure:
            Terminal.complain(UsageMessage(error, in: Terminal.language).text)
            return .wrongUsage
        default:
            return Terminal.refuse(error)
        }
    }
}
