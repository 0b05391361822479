import CLibpq
import FoundationEssentials
import Glibc
import Locks
import Synchronization

/// Stands between client and server on a unix socket and cuts the connection when the client sends certain bytes.
final class CuttingProxy: Sendable {
    enum Cut: Sendable {
        /// The bytes do not reach the server.
        case before
        /// The server does its work, but its answer does not reach the client.
        case after
        /// Nothing goes on and nothing is closed.
        case never
    }

    /// The directory to give as `host`.
    let directory: String
    private let server: String
    private let listener: Int32
    private let trigger: [UInt8]
    private let cut: Cut
    private let armed = Atomic(true)
    private let piece = Guarded<[UInt8]>([])

    /// What the client sent in the piece that was cut.
    var lastPiece: [UInt8] { piece.withLock { $0 } }

    /// - Parameter server: the path of the server's socket.
    init(server: String, cutting cut: Cut, at trigger: String) throws {
        self.server = server
        self.cut = cut
        self.trigger = Array(trigger.utf8)
        directory = "/tmp/proxy-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        listener = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let status = Self.withAddress("\(directory)/.s.PGSQL.5432") { bind(listener, $0, $1) }
        precondition(status == 0 && listen(listener, 16) == 0, "the proxy cannot listen")
        Self.thread { [listener, weak self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0, let self else { return }
                self.serve(client)
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        Glibc.close(listener)
        try? FileManager.default.removeItem(atPath: directory)
    }

    private func serve(_ client: Int32) {
        let upstream = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard cut != .never else { return }
        guard Self.withAddress(server, { connect(upstream, $0, $1) }) == 0 else { return }
        let isCut = Shared(false)
        Self.thread {
            Self.pump(upstream, client) { _ in isCut.value.load(ordering: .acquiring) ? .drop : .pass }
            shutdown(client, Int32(SHUT_RDWR))
            shutdown(upstream, Int32(SHUT_RDWR))
        }
        Self.thread { [self] in
            Self.pump(client, upstream) { bytes in
                guard armed.load(ordering: .acquiring), bytes.firstRange(of: trigger) != nil else { return .pass }
                armed.store(false, ordering: .releasing)
                piece.withLock { $0 = bytes }
                isCut.value.store(true, ordering: .releasing)
                return cut == .before ? .drop : .last
            }
            // The server's answer makes the other thread end.
            if !isCut.value.load(ordering: .acquiring) || cut == .before { shutdown(upstream, Int32(SHUT_RDWR)) }
        }
    }

    private final class Shared: Sendable {
        let value: Atomic<Bool>
        init(_ value: Bool) { self.value = Atomic(value) }
    }

    private enum Verdict {
        case pass, drop, last
    }

    private static func pump(_ source: Int32, _ target: Int32, _ judge: ([UInt8]) -> Verdict) {
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = recv(source, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            let bytes = Array(buffer[..<count])
            let verdict = judge(bytes)
            if verdict == .drop { return }
            var sent = 0
            while sent < count {
                let more = bytes[sent...].withUnsafeBytes { send(target, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                guard more > 0 else { return }
                sent += more
            }
            if verdict == .last { return }
        }
    }

    private static func thread(_ body: @escaping @Sendable () -> Void) {
        let box = Unmanaged.passRetained(Work(body))
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
                return nil
            }, box.toOpaque())
        pthread_detach(thread)
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    private static func withAddress(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
    }
}
