import EmbeddedDatabase
import Postgres
import Store
import Values
import Workflow

extension Terminal {
    /// Says why a command could not do what it was asked.
    ///
    /// - Returns: the status to end with.
    static func refuse(_ error: any Error) -> ExitStatus {
        switch error {
        case let refusal as Refusal: refuse(refusal)
        case let error as EmbeddedDatabaseError: refuse(error)
        case let error as PostgresError: refuse(error)
        case let fault as MigrationFault: refuse(fault)
        case let fault as OutputFault: refuse(fault)
        default: fault("\(error)")
        }
    }

    private static func refuse(_ refusal: Refusal) -> ExitStatus {
        let words = refusal.words
        say(words.title, words.detail, words.nextStep)
        return [.databaseUnavailable, .outcomeUnknown].contains(refusal) ? .databaseUnreachable : .refused
    }

    private static func refuse(_ error: EmbeddedDatabaseError) -> ExitStatus {
        let words = error.words
        complain(words.title)
        complain("  " + words.detail[language])
        complain("  " + words.nextStep[language])
        return error.meansUnreachable ? .databaseUnreachable : .refused
    }

    private static func refuse(_ error: PostgresError) -> ExitStatus {
        switch error.kind {
        case .connectionFailed, .connectionLost, .poolExhausted, .closed: refuse(Refusal.databaseUnavailable)
        case .deadline: refuse(Refusal.deadlineExceeded)
        case .commitUnknown: refuse(Refusal.outcomeUnknown)
        case .server, .decoding, .cancelled, .usage: fault(error.description)
        }
    }

    private static func refuse(_ fault: MigrationFault) -> ExitStatus {
        let detail =
            switch fault {
            case .misnamed(let name): BilingualText(zh: "迁移文件命名有误：\(name)。", en: "The migration file \(name) is misnamed.")
            case .edited(let name):
                BilingualText(zh: "迁移 \(name) 执行后被改动过。", en: "The migration \(name) is not the one that ran on this database.")
            case .databaseIsNewer(let version):
                BilingualText(
                    zh: "数据库已有本程序不认识的第 \(version) 步。", en: "The database has step \(version), which this program does not know.")
            }
        say(
            BilingualText(zh: "数据库结构与本程序不符", en: "The database and this program do not fit together"), detail,
            BilingualText(zh: "请使用建立该数据库的程序版本，或更新的版本。", en: "Use the version of the program that made the database, or a newer one."))
        return .refused
    }

    private static func refuse(_ fault: OutputFault) -> ExitStatus {
        // The reader of a pipe has left on purpose; that is no failure, and there is nobody to tell.
        if fault == .readerGone { return .done }
        complain(fault.words)
        return .refused
    }

    /// Something that should not happen.
    private static func fault(_ description: String) -> ExitStatus {
        complain(BilingualText(zh: "程序内部出错，请报告下面这一行：", en: "An internal error; please report the following line:"))
        complain("  " + description)
        return .refused
    }

    private static func say(_ title: BilingualText, _ detail: BilingualText, _ next: BilingualText) {
        complain(title)
        complain("  " + detail[language])
        complain("  " + next[language])
    }
}
