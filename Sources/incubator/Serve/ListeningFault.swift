import Glibc
import HTTPSupport
import NIOCore
import Values

/// Why the service could not begin to listen.
enum ListeningFault {
    case portTaken(LoopbackAddress)
    case notPermitted(LoopbackAddress)

    /// nil for an error that has nothing to do with listening.
    init?(_ error: any Error, at address: LoopbackAddress) {
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE: self = .portTaken(address)
        case EACCES: self = .notPermitted(address)
        default: return nil
        }
    }

    var words: ProblemWords {
        switch self {
        case .portTaken(let address):
            ProblemWords(
                title: BilingualText(zh: "端口已被占用", en: "The port is taken"),
                detail: BilingualText(
                    zh: "\(address.host) 的端口 \(address.port) 已有程序在使用。",
                    en: "Another program listens at port \(address.port) of \(address.host)."),
                nextStep: BilingualText(
                    zh: "请停止该程序，或用 --port 另选端口。", en: "Stop that program, or choose another port with --port."))
        case .notPermitted(let address):
            ProblemWords(
                title: BilingualText(zh: "无权使用该端口", en: "The port may not be used"),
                detail: BilingualText(
                    zh: "当前用户不能使用端口 \(address.port)。", en: "This user may not listen at port \(address.port)."),
                nextStep: BilingualText(zh: "请用 --port 选择 1024 以上的端口。", en: "Choose a port above 1024 with --port."))
        }
    }
}
