import Store
import Testing

struct PeopleKeysTests {
    private static func keys(_ byte: UInt8 = 7) throws -> PeopleKeys {
        try #require(PeopleKeys(master: [UInt8](repeating: byte, count: 32)))
    }

    @Test func `what was sealed is opened by the same key, and never looks the same`() throws {
        let keys = try Self.keys()
        var random = RandomBytes()
        let key = try keys.makeKey(&random)
        for name in ["王小明", "", "J", String(repeating: "长", count: 200), "\u{0}\u{1F600}"] {
            let sealed = try key.seal(name, as: .name, &random)
            #expect(try keys.unwrap(key.wrapped).open(sealed, as: .name) == name)
            #expect(try key.seal(name, as: .name, &random) != sealed)
            #expect(sealed.count == name.utf8.count + 28)
        }
        #expect(key.wrapped.count == 60)
        #expect(try keys.makeKey(&random).wrapped != key.wrapped)
    }

    @Test func `no byte can be changed, and nothing stands for something else`() throws {
        let keys = try Self.keys()
        var random = RandomBytes()
        let key = try keys.makeKey(&random)
        let sealed = try key.seal("王小明", as: .name, &random)
        for place in sealed.indices {
            var changed = sealed
            changed[place] ^= 1
            #expect(throws: PeopleDataUnreadable.self) { try key.open(changed, as: .name) }
        }
        for length in 0..<sealed.count {
            #expect(throws: PeopleDataUnreadable.self) { try key.open(Array(sealed.prefix(length)), as: .name) }
        }
        #expect(throws: PeopleDataUnreadable.self) { try key.open(sealed, as: .contact("telephone")) }
        let other = try keys.makeKey(&random)
        #expect(throws: PeopleDataUnreadable.self) { try other.open(sealed, as: .name) }
        for place in key.wrapped.indices {
            var changed = key.wrapped
            changed[place] ^= 0x80
            #expect(throws: PeopleDataUnreadable.self) { try keys.unwrap(changed) }
        }
        #expect(throws: PeopleDataUnreadable.self) { try Self.keys(8).unwrap(key.wrapped) }
    }

    @Test func `equal texts have equal tokens under one key, and no other way`() throws {
        let keys = try Self.keys()
        #expect(keys.token(of: "王", kind: .name) == keys.token(of: "王", kind: .name))
        #expect(keys.token(of: "王", kind: .name).count == 32)
        #expect(keys.token(of: "王", kind: .name) != keys.token(of: "王 ", kind: .name))
        #expect(keys.token(of: "1", kind: .contact("telephone")) != keys.token(of: "1", kind: .contact("email")))
        #expect(keys.token(of: "王", kind: .name) != (try Self.keys(8)).token(of: "王", kind: .name))
        #expect(keys.mark != (try Self.keys(8)).mark)
    }

    @Test func `a master key has 32 bytes`() {
        for count in [0, 16, 31, 33, 64] { #expect(PeopleKeys(master: [UInt8](repeating: 1, count: count)) == nil) }
        #expect(PeopleKeys.newMaster().count == 32)
        #expect(PeopleKeys.newMaster() != PeopleKeys.newMaster())
    }
}
