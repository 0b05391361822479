import Dispatch
import Glibc
import Locks
import Values

/// Ctrl-C and the like: the command's work is called off in order, its statement stopped on the server and undone; a second signal ends
/// the process at once.
enum Interruption {
    private struct State {
        var cancel: (@Sendable () -> Void)?
        var signal: Int32?
        var sources: [any DispatchSourceSignal] = []
    }

    private static let state = Guarded(State())

    /// The signal that came while it was watched for; nil when none did.
    static var signal: Int32? { state.withLock { $0.signal } }

    /// Runs a command so that a signal can call it off.
    static func running(_ work: @escaping @Sendable () async -> ExitStatus?) async -> ExitStatus? {
        let task = Task { await work() }
        state.withLock { $0.cancel = { task.cancel() } }
        return await task.value
    }

    /// From now on signals call the work off. A command that has its own way of ending, such as the service, does not ask for this.
    static func arm() {
        state.withLock { state in
            guard state.sources.isEmpty else { return }
            state.sources = [SIGINT, SIGTERM, SIGHUP].filter { !isIgnored($0) }.map { number in
                Glibc.signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler { receive(number) }
                source.resume()
                return source
            }
        }
    }

    /// Whoever started the process may have said that it is not to be disturbed, as `nohup` does.
    private static func isIgnored(_ number: Int32) -> Bool {
        var current = sigaction()
        guard sigaction(number, nil, &current) == 0 else { return false }
        return unsafeBitCast(current.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func receive(_ number: Int32) {
        let cancel = state.withLock { state in
            defer { state.signal = number }
            return state.signal == nil ? state.cancel : nil
        }
        guard let cancel else { leave(by: number) }
        Terminal.complain(BilingualText(zh: "正在停止……", en: "Stopping …"))
        cancel()
    }

    /// Ends the process as the signal would have, so that a script that called it stops too.
    static func leave(by number: Int32) -> Never {
        Glibc.signal(number, SIG_DFL)
        raise(number)
        _exit(128 + number)
    }
}
