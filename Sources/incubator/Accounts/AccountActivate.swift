import ArgumentParser
import Glibc
import Values
import Workflow

struct AccountActivate: RegistryCommand {
    static let configuration = CommandConfiguration(
        commandName: "activate",
        abstract: .words(
            zh: "在本机凭邀请令牌激活账号，并设置密码。",
            en: "Take up an invitation at this machine: choose the account's password."),
        discussion: .words(
            zh: "从标准输入读取两行：邀请令牌和密码，使二者都不出现在进程列表中。",
            en:
                "Reads two lines from standard input, the invitation's token and the password, so that neither stands in a list of commands."
        )
    )

    @OptionGroup var format: RecordOptions

    func run(on registry: Registry, as caller: Caller) async throws {
        let token = HiddenLine.read(asking: BilingualText(zh: "邀请令牌：", en: "Token of the invitation: "))
        guard let token = token.flatMap({ SecretToken(text: $0.trimmed) }) else {
            throw Refusal.malformed(
                field: "token", value: "…", expected: BilingualText(zh: "64 位十六进制数字", en: "64 hexadecimal digits"))
        }
        guard let password = HiddenLine.read(asking: BilingualText(zh: "新密码：", en: "New password: ")) else {
            throw Refusal.missing(field: "password")
        }
        let account = try await ActivateAccount(accounts: registry.accounts)(token, password: password, from: "local", as: caller)
        try Terminal.show(Record(account), asJSON: format.json)
    }
}

/// A line of standard input that is not shown while it is typed.
enum HiddenLine {
    /// - Returns: nil at the end of the input.
    static func read(asking question: BilingualText) -> String? {
        guard isatty(STDIN_FILENO) == 1 else { return readLine() }
        Terminal.complain(question)
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return readLine() }
        var hidden = settings
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings) }
        return readLine()
    }
}

extension String {
    fileprivate var trimmed: Substring {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
