import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import Values

/// Watches one connection: its number among others, how long a request takes to come in and an answer to go out, and what is not HTTP.
///
/// It stands between the HTTP codec and the rest, one instance for each connection, and runs on the connection's event loop only.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: ServiceLimits
    private let connections: Gate
    private let isAdmitted: Bool
    private let numbers: RequestNumbers
    private let logger: Logger
    private var state: ConnectionState
    private var language = Language.simplifiedChinese
    private var receiveTimer: Scheduled<Void>?
    private var sendTimer: Scheduled<Void>?

    init(limits: ServiceLimits, connections: Gate, numbers: RequestNumbers, logger: Logger) {
        self.limits = limits
        self.connections = connections
        self.numbers = numbers
        self.logger = logger
        isAdmitted = connections.enter()
        state = ConnectionState(isAdmitted: isAdmitted, longestBody: limits.body)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        receiveTimer?.cancel()
        sendTimer?.cancel()
        if isAdmitted { connections.leave() }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            language = Language(accepting: head.headerFields[.acceptLanguage])
            if take(state.requestHead(), context, pass: { context.fireChannelRead(data) }) { startReceiveTimer(context) }
        case .body(let buffer):
            take(state.requestBody(bytes: buffer.readableBytes), context) { context.fireChannelRead(data) }
        case .end:
            receiveTimer?.cancel()
            take(state.requestEnd(), context) { context.fireChannelRead(data) }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        let tooLarge = if case HTTPParserError.headerOverflow = error { true } else { false }
        take(state.parserFailed(headersTooLarge: tooLarge), context) { context.fireErrorCaught(error) }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let action =
            switch unwrapOutboundIn(data) {
            case .head: state.answerHead()
            case .end: state.answerEnd()
            case .body: state.isClosing ? ConnectionState.Action.drop : .pass
            }
        if action == .pass { context.write(data, promise: promise) } else { promise?.fail(ChannelError.ioOnClosedChannel) }
    }

    /// A client that does not read lets the buffers fill up; it gets some time, then the connection is cut.
    func channelWritabilityChanged(context: ChannelHandlerContext) {
        sendTimer?.cancel()
        if !context.channel.isWritable { sendTimer = after(limits.send, context) { $0.close(promise: nil) } }
        context.fireChannelWritabilityChanged()
    }

    private func startReceiveTimer(_ context: ChannelHandlerContext) {
        receiveTimer?.cancel()
        receiveTimer = after(limits.receive, context) { [weak self] context in
            guard let self else { return }
            self.take(self.state.receiveTimedOut(), context) {}
        }
    }

    /// - Returns: whether the event passed.
    @discardableResult
    private func take(_ action: ConnectionState.Action, _ context: ChannelHandlerContext, pass: () -> Void) -> Bool {
        switch action {
        case .pass: pass()
        case .drop: break
        case .cut: context.close(promise: nil)
        case .refuse(let fault): refuse(fault, context)
        }
        return action == .pass
    }

    /// Writes the problem and closes. Only our half first: closing with unread bytes would reset the connection and could take the
    /// answer with it before the client has read it.
    private func refuse(_ fault: RequestFault, _ context: ChannelHandlerContext) {
        let number = numbers.next()
        // Nobody behind this place hears of the request, so its line in the log is written here.
        logger.info("Request", metadata: ["request": "\(number)", "status": "\(fault.status.code)", "problem": "\(fault.slug)"])
        var head = Problem(fault).response(number: number, language: language)
        let body = Problem(fault).body(number: number, language: language)
        SecurityHeaders.add(to: &head.headers)
        head.headers[.requestNumber] = number.text
        head.headers[.connection] = "close"
        context.write(wrapOutboundOut(.head(head.head)), promise: nil)
        context.write(wrapOutboundOut(.body(ByteBuffer(bytes: body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.close(mode: .output, promise: nil)
        receiveTimer?.cancel()
        receiveTimer = after(.seconds(1), context) { $0.close(promise: nil) }
    }

    private func after(
        _ delay: Duration, _ context: ChannelHandlerContext, _ work: @escaping (ChannelHandlerContext) -> Void
    ) -> Scheduled<Void> {
        context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(delay)) { work(context) }
    }
}
