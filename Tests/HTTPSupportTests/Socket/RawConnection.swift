import NIOCore
import NIOPosix

/// A TCP connection that sends exactly the bytes it is given.
struct RawConnection {
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    let channel: any Channel

    /// Runs the body with a connection to the port on this machine and closes it.
    static func open<Result: Sendable>(
        port: Int, autoRead: Bool = true, _ body: (inout RawConnection) async throws -> Result
    ) async throws -> Result {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(ChannelOptions.allowRemoteHalfClosure, value: true)
            .channelOption(ChannelOptions.autoRead, value: autoRead)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: NIOAsyncChannel.Configuration(isOutboundHalfClosureEnabled: true))
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var connection = RawConnection(inbound: inbound.makeAsyncIterator(), outbound: outbound, channel: channel.channel)
            return try await body(&connection)
        }
    }

    func send(_ text: String) async throws {
        try await send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) async throws {
        try await outbound.write(ByteBuffer(bytes: bytes))
    }

    /// Everything that comes until the peer closes; what has come by then when it resets.
    mutating func readToEnd() async -> String {
        await read { _ in false }
    }

    /// What comes until the text occurs or the peer closes.
    mutating func read(until text: String) async -> String {
        await read { $0.contains(text) }
    }

    private mutating func read(_ isEnough: (String) -> Bool) async -> String {
        var received = ByteBuffer()
        while !isEnough(String(buffer: received)) {
            guard var next = try? await inbound.next(isolation: #isolation) else { break }
            received.writeBuffer(&next)
        }
        return String(buffer: received)
    }
}
