package import Values

extension EmbeddedDatabaseError {
    /// What is said to people: what is wrong, the particulars, and what to do next.
    package struct Words: Hashable, Sendable {
        /// A stable code for programs, such as `database-server-not-found`.
        package let slug: String
        package let title: BilingualText
        package let detail: BilingualText
        package let nextStep: BilingualText
    }

    /// The words for this error. A new case does not compile until it has all four.
    package var words: Words {
        Words(slug: slug, title: title, detail: detail, nextStep: nextStep)
    }

    private var slug: String {
        switch self {
        case .serverNotFound: "database-server-not-found"
        case .serverTooOld: "database-server-too-old"
        case .otherVersion: "database-made-by-other-version"
        case .damagedCluster: "database-damaged"
        case .passwordsMissing: "database-passwords-missing"
        case .belongsToAnother: "database-belongs-to-another"
        case .notWritable: "database-folder-not-writable"
        case .pathTooLong: "database-path-too-long"
        case .diskFull: "database-disk-full"
        case .noAccountToStepDownTo: "database-no-account"
        case .notReachable: "database-folder-not-reachable"
        case .socketTaken: "database-socket-taken"
        case .busy: "database-busy"
        case .didNotStart: "database-did-not-start"
        case .didNotStop: "database-did-not-stop"
        case .programFailed: "database-program-failed"
        case .interrupted: "database-interrupted"
        }
    }

    private var title: BilingualText {
        switch self {
        case .serverNotFound: BilingualText(zh: "本机没有 PostgreSQL 服务器", en: "There is no PostgreSQL server on this machine")
        case .serverTooOld: BilingualText(zh: "本机的 PostgreSQL 太旧", en: "The PostgreSQL on this machine is too old")
        case .otherVersion: BilingualText(zh: "数据库由另一个版本建立", en: "The database was made by another version")
        case .damagedCluster: BilingualText(zh: "数据库目录不完整", en: "The database folder is not complete")
        case .passwordsMissing: BilingualText(zh: "找不到数据库口令文件", en: "The file with the database's passwords is missing")
        case .belongsToAnother: BilingualText(zh: "数据库属于另一个账户", en: "The database belongs to another account")
        case .notWritable: BilingualText(zh: "无法写入数据库目录", en: "The database folder cannot be written")
        case .pathTooLong: BilingualText(zh: "目录路径太长", en: "The path of the folder is too long")
        case .diskFull: BilingualText(zh: "磁盘空间不足", en: "There is too little space on the disk")
        case .noAccountToStepDownTo: BilingualText(zh: "没有可用的非特权账户", en: "There is no unprivileged account to run as")
        case .notReachable: BilingualText(zh: "数据库账户进不了该目录", en: "The database's account cannot reach the folder")
        case .socketTaken: BilingualText(zh: "套接字位置已被占用", en: "The place of the socket is taken")
        case .busy: BilingualText(zh: "另一个进程正在启动或停止该数据库", en: "Another process is starting or stopping this database")
        case .didNotStart: BilingualText(zh: "数据库没有启动", en: "The database did not start")
        case .didNotStop: BilingualText(zh: "数据库没有停止", en: "The database did not stop")
        case .programFailed: BilingualText(zh: "建立数据库的程序失败", en: "A program that makes the database failed")
        case .interrupted: BilingualText(zh: "操作被中断", en: "The work was interrupted")
        }
    }
}
