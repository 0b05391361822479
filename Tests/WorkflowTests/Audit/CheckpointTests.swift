import Store
import Testing
import Values
import Workflow

/// Signed ends of chains, as they stand in a file.
struct CheckpointTests {
    private static func checkpoint(_ key: AuditSigningKey) throws -> AuditCheckpoint {
        let heads = [320_613, 0].map {
            AuditHead(chain: AuditChain(rawValue: $0), sequence: $0 + 7, hash: Array(repeating: 0xA5, count: 32))
        }
        return try AuditCheckpoint(heads, at: Instant(microsecondsSince1970: 1_782_792_000_000_000), signedBy: key)
    }

    @Test func `a checkpoint is read as it was written`() throws {
        let key = AuditSigningKey()
        let written = try Self.checkpoint(key)
        let read = try AuditCheckpoint(text: written.text)
        #expect(read == written)
        #expect(read.publicKey == key.publicKey)
        #expect(read.heads.map(\.sequence) == [7, 320_620])
        #expect(AuditSigningKey(bytes: key.bytes)?.publicKey == key.publicKey)
    }

    @Test func `no byte of a checkpoint can be changed or left out`() throws {
        let bytes = Array(try Self.checkpoint(AuditSigningKey()).text.utf8)
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 1
            #expect(throws: AuditCheckpointFault.self, "byte \(place)") {
                try AuditCheckpoint(text: String(decoding: changed, as: UTF8.self))
            }
        }
        for length in 0..<(bytes.count - 1) {
            #expect(throws: AuditCheckpointFault.self, "\(length) bytes") {
                try AuditCheckpoint(text: String(decoding: bytes.prefix(length), as: UTF8.self))
            }
        }
    }

    @Test func `what is no checkpoint is refused`() {
        for text in ["", "\n", "\n\n\n\n", "incubator audit checkpoint 1", "incubator audit checkpoint 2\nx\n\nkey 00\nsignature 00\n"] {
            #expect(throws: AuditCheckpointFault.unreadable) { try AuditCheckpoint(text: text) }
        }
    }
}
