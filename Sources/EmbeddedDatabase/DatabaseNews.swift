package import Values

/// What ``EmbeddedDatabase/start(telling:)`` is doing, for a person who waits.
package enum DatabaseNews: Hashable, Sendable {
    /// There was no cluster; one is being made in that folder.
    case making(version: ServerVersion, folder: String)
    /// The server's account cannot reach the folder asked for, so the data is kept in this one.
    case placedElsewhere(folder: String, account: String)
    /// The server is being started on a cluster that is complete.
    case starting(version: ServerVersion)
    /// It takes longer than usual, as after a power cut.
    case recovering

    /// The sentence for that person, in both languages.
    package var words: BilingualText {
        switch self {
        case .making(let version, let folder):
            BilingualText(zh: "正在用 PostgreSQL \(version) 新建数据库：\(folder)", en: "Making a database with PostgreSQL \(version) in \(folder)")
        case .placedElsewhere(let folder, let account):
            BilingualText(
                zh: "PostgreSQL 不以 root 运行，而账户 \(account) 进不了所选目录；数据改放在 \(folder)。",
                en: "PostgreSQL does not run as root, and the account \(account) cannot enter the chosen folder; "
                    + "the data is kept in \(folder).")
        case .starting(let version): BilingualText(zh: "正在启动 PostgreSQL \(version)", en: "Starting PostgreSQL \(version)")
        case .recovering:
            BilingualText(
                zh: "数据库正在恢复上次未正常结束的工作，请稍候。", en: "The database is recovering from an unclean stop; please wait.")
        }
    }
}
