import Store
import Values

/// Which passwords people may choose: long enough, and none that is tried first. Nothing about capitals or digits, and none runs out.
///
/// Source: OWASP ASVS 5.0 V6.2, NIST SP 800-63B §5.1.1.2.
struct PasswordRules {
    static let shortest = 8
    static let longest = 128
    /// A guessed word with so many characters around it is still guessed: a year, an exclamation mark.
    private static let decoration = 5

    /// What belongs to the account and to this register, and is therefore guessed.
    private let contextWords: [String]

    init(login: String, displayName: String) {
        let local = login.prefix { $0 != "@" }
        let words = [login, String(local), displayName] + local.split { !$0.isLetter }.map(String.init) + Self.registerWords
        contextWords = words.flatMap { PasswordShape($0).words }.filter { $0.count >= 4 }
    }

    /// - Throws: ``Refusal/notPossible(field:_:)``.
    func refuse(_ password: NormalizedPassword, field: String) throws(Refusal) {
        if password.length < Self.shortest {
            throw .notPossible(field: field, text("少于 \(Self.shortest) 个字符", "it has fewer than \(Self.shortest) characters"))
        }
        if password.length > Self.longest {
            throw .notPossible(field: field, text("多于 \(Self.longest) 个字符", "it has more than \(Self.longest) characters"))
        }
        if isGuessed(password.text) {
            throw .notPossible(
                field: field,
                text("太常见，或取自账号、姓名或本系统的名称", "it is a common one, or made of the login, the name or this register's name"))
        }
    }

    private func isGuessed(_ password: String) -> Bool {
        let shape = PasswordShape(password)
        if shape.isRepetition || shape.isRun || shape.isDate || isBreached(password) { return true }
        let longestWord = password.count - Self.decoration
        return shape.words.contains { word in
            word.count >= longestWord && CommonPasswords.standard.contains(word)
                || contextWords.contains { $0.count >= longestWord && word.contains($0) }
        }
    }

    /// Whether somebody used it before, with so many characters in front and behind.
    private func isBreached(_ password: String) -> Bool {
        let characters = Array(password.lowercased())
        return (0...Self.decoration).contains { front in
            (0...Self.decoration - front).contains { behind in
                let rest = characters.dropFirst(front).dropLast(behind)
                return rest.count >= Self.shortest && BreachedPasswords.standard.contains(String(rest))
            }
        }
    }

    private static let registerWords = [
        "incubator", "registry", "admin", "administrator", "password", "welcome", "fuhua", "minzheng", "shehuizuzhi", "孵化中心", "社会组织", "民政局",
        "登记管理", "社会工作部",
    ]
}
