import Values

extension EmbeddedDatabaseError {
    var nextStep: BilingualText {
        switch self {
        case .serverNotFound, .serverTooOld: installServer
        case .otherVersion(_, let madeBy, _):
            BilingualText(
                zh: "请安装 PostgreSQL \(madeBy)，或先用 pg_upgrade 升级；数据原样未动。",
                en: "Install PostgreSQL \(madeBy), or upgrade the folder with pg_upgrade; the data was not touched.")
        case .damagedCluster: restoreFolder
        case .passwordsMissing:
            BilingualText(
                zh: "请从备份恢复该文件；若数据不再需要，请移走整个目录后重新启动。",
                en: "Restore the file from a backup; if the data is no longer needed, move the whole folder away and start again.")
        case .belongsToAnother(_, let owner):
            BilingualText(
                zh: "请以账户 \(owner) 或 root 运行，或用 --directory 另选目录。",
                en: "Run as \(owner) or root, or choose another folder with --directory.")
        case .notWritable, .notReachable:
            BilingualText(
                zh: "请用 --directory 或 INCUBATOR_DATA 另选一个可写的目录。",
                en: "Choose a folder that can be written with --directory or INCUBATOR_DATA.")
        case .pathTooLong:
            BilingualText(
                zh: "请用 --directory 或 INCUBATOR_DATA 另选一个路径较短的目录。",
                en: "Choose a folder with a shorter path with --directory or INCUBATOR_DATA.")
        case .diskFull:
            BilingualText(
                zh: "请清理磁盘或用 --directory 换到别的磁盘，然后重试。", en: "Free some space, or choose another disk with --directory, and try again.")
        case .noAccountToStepDownTo:
            BilingualText(
                zh: "请建立账户（useradd --system postgres），或以普通账户运行。",
                en: "Make one (useradd --system postgres), or run as an ordinary account.")
        case .socketTaken:
            BilingualText(zh: "请停止占用者，或用 --directory 另选目录。", en: "Stop the other one, or choose another folder with --directory.")
        case .busy, .interrupted: BilingualText(zh: "请稍后再试。", en: "Try again in a moment.")
        case .didNotStart, .programFailed:
            BilingualText(zh: "请按上面的原因处理后重试；数据没有被删除。", en: "Remove the cause named above and try again; no data was removed.")
        case .didNotStop:
            BilingualText(zh: "请等待正在进行的工作结束后再停止。", en: "Wait until its work has ended and stop it again.")
        }
    }

    private var installServer: BilingualText {
        BilingualText(
            zh: "请安装 PostgreSQL \(ServerVersion.oldestSupported) 或更新版本（例如 apt install postgresql），或用 DATABASE_URL 指定已有的数据库。",
            en: "Install PostgreSQL \(ServerVersion.oldestSupported) or newer (such as: apt install postgresql), "
                + "or name an existing database in DATABASE_URL.")
    }

    private var restoreFolder: BilingualText {
        BilingualText(
            zh: "请从备份恢复该目录，或把它移走后重新启动以建立空数据库。",
            en: "Restore the folder from a backup, or move it away and start again to make an empty database.")
    }
}
