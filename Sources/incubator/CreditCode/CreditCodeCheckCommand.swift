import ArgumentParser
import Values
import Workflow

struct CreditCodeCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: .words(
            zh: "核对一个代码的结构和两位校验码；退出码：正确为 0，不正确为 1。",
            en: "Check one code's structure and both of its check characters; exit status 0 when it is right, 1 when not."),
        discussion: .words(
            zh: "先将全角和小写字母、空格和连字符改为规范写法。从不猜测字母：O 仍为 O。",
            en: "Full-width and lower-case letters, spaces and hyphens are put right first. Letters are never guessed: O stays O.")
    )

    @Argument(help: .words(zh: "18 位代码。含空格时请加引号。", en: "The code, 18 characters. Quote it when it has spaces."))
    var code: String

    @OptionGroup var format: RecordOptions

    func run() throws {
        switch Result(catching: { () throws(CreditCodeFault) in try UnifiedSocialCreditCode(code) }) {
        case .success(let right):
            let words = BilingualText(zh: "代码有效：\(right)", en: "The code is right: \(right)")
            if format.json { try show(CreditCodeAnswer(right)) } else { try Terminal.show(words[Terminal.language]) }
            warn(about: right)
        case .failure(let fault):
            guard format.json else { throw Refusal.creditCode(fault, written: code) }
            try show(CreditCodeAnswer(fault, written: code))
            throw ExitStatus.refused
        }
    }

    private func show(_ answer: CreditCodeAnswer) throws {
        try Terminal.show(Record(answer), asJSON: true)
    }

    /// A right code may belong to somebody who can never be on this register.
    private func warn(about code: UnifiedSocialCreditCode) {
        guard code.kind == .otherDepartment else { return }
        Terminal.complain(
            BilingualText(
                zh: "注意：该代码不是民政部门赋予社会组织的代码，不能用于本登记系统的组织。",
                en: "Note: civil affairs did not give this code to a social organization; no organization of this register can have it."))
    }
}

/// The answer as programs read it. These names are relied on outside, so they keep their own spelling.
struct CreditCodeAnswer: Presentable {
    let isValid: Bool
    /// Nil where the structure is wrong, so that there is no telling what was meant.
    let normalized: String?
    let fault: CreditCodeFault?
    let message: String?

    init(_ right: UnifiedSocialCreditCode) {
        (isValid, normalized, fault, message) = (true, right.text, nil, nil)
    }

    init(_ fault: CreditCodeFault, written: String) {
        isValid = false
        normalized = try? UnifiedSocialCreditCode(overridden: written).text
        self.fault = fault
        message = fault.words(written: written).sentence(in: Terminal.language)
    }

    static let columns: [Column<CreditCodeAnswer>] = [
        Column("valid", "有效", "valid") { .yesNo($0.isValid) },
        Column("normalized", "规范写法", "normalized") { .text($0.normalized) },
        Column("reason", "原因", "reason") { .text($0.fault?.slug) },
        Column("message", "说明", "message") { .text($0.message) },
        Column("expected_check_character", "应有的校验码", "expected check character") {
            .text($0.fault?.expectedCheckCharacter.map(String.init))
        },
    ]
}
