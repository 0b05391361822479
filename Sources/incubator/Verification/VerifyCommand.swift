import ArgumentParser
import Store
import Values
import Workflow

struct VerifyCommand: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: .words(
            zh: "按各项规则检查整个登记系统；有不符的，退出码为 1。",
            en: "Check the whole register against its rules; exit status 1 when a rule is broken."),
        discussion: .words(
            zh: "显示每项规则、不符的行数，以及首个不符的行。",
            en: "Prints every rule with the number of rows that break it, and the first of them.")
    )

    @OptionGroup var format: TableOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let results = try await VerifyRegister(registry: registry)(as: caller)
        try Listing.show(results, as: format)
        let broken = results.filter { $0.brokenRows > 0 }
        guard let first = broken.first else {
            return Terminal.complain(
                BilingualText(zh: "\(results.count) 项检查全部通过。", en: "All \(results.count) checks hold."))
        }
        Terminal.complain(
            BilingualText(
                zh: "\(broken.count) 项检查未通过，首先是 \(first.name)：\(first.firstBroken ?? "")",
                en: "Checks that do not hold: \(broken.count), first \(first.name): \(first.firstBroken ?? "")"))
        throw ExitStatus.refused
    }
}

extension CheckResult: Presentable {
    static let columns: [Column<CheckResult>] = [
        Column("check", "检查", "check") { .text($0.name) },
        Column("brokenRows", "不符行数", "broken rows") { .integer($0.brokenRows) },
        Column("firstBroken", "首个不符的行", "first broken row") { .text($0.firstBroken) },
        Column("rule", "规则", "rule", brief: false) { .text($0.rule) },
    ]
}
