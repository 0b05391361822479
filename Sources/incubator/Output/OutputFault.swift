import Glibc
import Values

/// Why something could not be written out.
enum OutputFault: Error, Hashable {
    /// Whoever read the output has had enough, as `head` does.
    case readerGone
    /// The file or device took no more; the operating system's number for the reason.
    case notWritten(path: String?, errno: Int32)

    var words: BilingualText {
        switch self {
        case .readerGone: BilingualText(zh: "输出已被关闭。", en: "The output was closed.")
        case .notWritten(let path, let number):
            BilingualText(
                zh: "写入\(path ?? "标准输出")失败：\(Self.reason(number).zh)",
                en: "Writing to \(path ?? "standard output") failed: \(Self.reason(number).en)")
        }
    }

    /// The operating system's reason in words.
    static func reason(_ number: Int32) -> BilingualText {
        switch number {
        case ENOSPC, EDQUOT: BilingualText(zh: "磁盘已满。", en: "the disk is full.")
        case ENOENT: BilingualText(zh: "没有这个文件或目录。", en: "there is no such file or folder.")
        case EACCES, EPERM: BilingualText(zh: "没有权限。", en: "it is not permitted.")
        case EISDIR: BilingualText(zh: "这是一个目录。", en: "it is a folder.")
        default: BilingualText(zh: String(cString: strerror(number)), en: String(cString: strerror(number)) + ".")
        }
    }
}
