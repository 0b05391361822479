import Foundation
import Values

extension EmbeddedDatabaseError {
    var detail: BilingualText {
        switch self {
        case .serverNotFound(let places): same("找过这些位置：", "Looked in: ", places.joined(separator: ", "))
        case .serverTooOld(let found): tooOld(found)
        case .otherVersion(let folder, let madeBy, let installed): otherVersion(folder, madeBy, installed)
        case .damagedCluster(let folder): same("目录里没有可读的 PG_VERSION：", "It holds no readable PG_VERSION: ", folder)
        case .passwordsMissing(let file): same("应在：", "It should be at: ", file)
        case .belongsToAnother(let folder, let owner):
            BilingualText(zh: "\(folder) 属于账户 \(owner)。", en: "\(folder) belongs to the account \(owner).")
        case .notWritable(let path, let reason): BilingualText(zh: "\(path)：系统答复 \(reason)。", en: "\(path): \(reason).")
        case .pathTooLong(let path): same("路径：", "Path: ", path)
        case .diskFull(let path, let free): diskFull(path, free)
        case .noAccountToStepDownTo:
            BilingualText(
                zh: "PostgreSQL 不以 root 运行，而本机既无 postgres 也无 nobody 账户。",
                en: "PostgreSQL does not run as root, and this machine has neither an account postgres nor nobody.")
        case .notReachable(let folders, let account):
            BilingualText(
                zh: "账户 \(account) 进不了：\(folders.joined(separator: "、"))。",
                en: "The account \(account) cannot enter: \(folders.joined(separator: ", ")).")
        case .socketTaken(let folder, let holder): BilingualText(zh: "\(folder) 已被 \(holder) 占用。", en: "\(folder) is taken by \(holder).")
        case .busy(let folder, let seconds):
            BilingualText(zh: "等了 \(seconds) 秒：\(folder)。", en: "Waited \(seconds) seconds for \(folder).")
        case .didNotStart(let log, let lines): BilingualText(zh: "日志 \(log) 写道：\(tail(lines))", en: "Its log \(log) says: \(tail(lines))")
        case .didNotStop(let process, let seconds):
            BilingualText(
                zh: "进程 \(process) 在 \(seconds) 秒后仍在运行。", en: "Process \(process) is still running after \(seconds) seconds.")
        case .programFailed(let program, let lines): BilingualText(zh: "\(program) 报告：\(tail(lines))", en: "\(program): \(tail(lines))")
        case .interrupted: BilingualText(zh: "数据没有损坏。", en: "No data was harmed.")
        }
    }

    private func same(_ zh: String, _ en: String, _ what: String) -> BilingualText {
        BilingualText(zh: zh + what, en: en + what)
    }

    private func tooOld(_ found: ServerPrograms) -> BilingualText {
        BilingualText(
            zh: "找到的最新版本是 \(found.version)（\(found.folder)），需要 \(ServerVersion.oldestSupported) 或更新。",
            en: "The newest found is \(found.version) (\(found.folder)); \(ServerVersion.oldestSupported) or newer is needed.")
    }

    private func otherVersion(_ folder: String, _ madeBy: Int, _ installed: [Int]) -> BilingualText {
        let numbers = installed.map(String.init)
        return BilingualText(
            zh: "\(folder) 由 PostgreSQL \(madeBy) 建立；本机装有 \(numbers.joined(separator: "、"))。",
            en: "\(folder) was made by PostgreSQL \(madeBy); this machine has \(numbers.joined(separator: ", ")).")
    }

    private func diskFull(_ path: String, _ free: Int?) -> BilingualText {
        guard let free else { return BilingualText(zh: "写入 \(path) 时空间用尽。", en: "Space ran out while writing \(path).") }
        return BilingualText(
            zh: "\(path) 所在磁盘只剩 \(free) MiB，新建数据库需要 \(ClusterMaker.spaceNeeded) MiB。",
            en: "The disk of \(path) has \(free) MiB left; a new database needs \(ClusterMaker.spaceNeeded) MiB.")
    }

    private func tail(_ lines: [String]) -> String {
        lines.suffix(5).joined(separator: " / ")
    }
}
