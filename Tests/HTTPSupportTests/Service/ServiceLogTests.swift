import HTTPSupport
import Logging
import Testing
import Values

@Suite struct ServiceLogTests {
    @Test func `an event is one line whatever its values hold`() {
        let lines = LogLines()
        var logger = Logger(label: "test") { _ in
            ServiceLogHandler(logLevel: .info, now: { Instant(microsecondsSince1970: 0) }) {
                lines.append(String(decoding: $0, as: UTF8.self))
            }
        }
        logger[metadataKey: "request"] = "R1"
        logger.info(
            "Request",
            metadata: [
                "path": "a b\nlevel=error", "empty": "", "plain": "GET", "quote": "\"\\", "hidden": "\u{202E}\u{85}\u{1B}", "zh": "社区",
            ])
        logger.debug("not this one")
        #expect(
            lines.all == [
                #"time=1970-01-01T00:00:00.000000Z level=info message=Request empty="" hidden="\u{202e}\u{85}\u{1b}" path="a b\nlevel=error" "#
                    + #"plain=GET quote="\"\\" request=R1 zh="社区""# + "\n"
            ])
    }
}
