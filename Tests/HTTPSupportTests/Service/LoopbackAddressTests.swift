import HTTPSupport
import Testing
import Values

@Suite struct LoopbackAddressTests {
    @Test(arguments: ["127.0.0.1", "::1", "[::1]", "localhost", "LOCALHOST"])
    func `addresses of this machine are taken`(host: String) throws {
        #expect(try LoopbackAddress(host: host, port: 8080).port == 8080)
    }

    @Test(arguments: ["0.0.0.0", "::", "", "192.168.1.4", "example.org", "127.0.0.1 ", "localhost.example.org"])
    func `an address that others can reach is refused, with a way out`(host: String) throws {
        let fault = #expect(throws: LoopbackAddress.Fault.reachableByOthers(host)) { try LoopbackAddress(host: host, port: 8080) }
        #expect(fault?.words.nextStep.en.contains("TLS") == true)
        #expect(fault?.words.nextStep.zh.contains("TLS") == true)
    }

    @Test func `a port that does not exist is refused`() {
        #expect(throws: LoopbackAddress.Fault.portOutOfRange(65_536)) { try LoopbackAddress(host: "localhost", port: 65_536) }
        #expect(throws: LoopbackAddress.Fault.portOutOfRange(-1)) { try LoopbackAddress(host: "localhost", port: -1) }
    }
}
