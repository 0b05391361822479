import SeededRandom
import Testing

@testable import Workflow

struct HashingLineTests {
    @Test(arguments: 1...300 as ClosedRange<UInt64>) func `few work at once, everybody in turn, and the line is never too long`(
        seed: UInt64
    ) {
        var random = Seed(seed)
        let (places, longest) = (Int.random(in: 1...3, using: &random), Int.random(in: 0...5, using: &random))
        var line = HashingLine<Int>(places: places, longest: longest)
        var (working, waiting): (Int, [Int]) = (0, [])
        for ticket in 0..<200 {
            switch Int.random(in: 0..<4, using: &random) {
            case 0, 1:
                switch line.arrive(ticket) {
                case .begin:
                    #expect(working < places && waiting.isEmpty, "nobody is passed over")
                    working += 1
                case .wait:
                    #expect(working == places)
                    waiting.append(ticket)
                case .leave: #expect(working == places && waiting.count == longest)
                }
            case 2 where working > 0:
                let next = line.finish()
                #expect(next == waiting.first)
                if next == nil { working -= 1 } else { waiting.removeFirst() }
            default:
                guard let tired = waiting.randomElement(using: &random) else { continue }
                let answers = [line.giveUp(tired), line.giveUp(tired)]
                #expect(answers == [true, false], "once")
                waiting.removeAll { $0 == tired }
            }
            #expect(line.working == working && line.waiting == waiting && waiting.count <= longest)
        }
    }

    @Test func `who comes when the line is full is told to come again`() async throws {
        let hasher = PasswordHasher(
            parameters: try #require(ScryptParameters(storedCost: 14, blockSize: 8, parallelism: 4)), places: 1, longest: 2)
        let password = try #require(NormalizedPassword("password"))
        let outcomes = await withTaskGroup(of: String.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    do {
                        _ = try await hasher.hash(password)
                        return "hash"
                    } catch let refusal as Refusal {
                        return refusal.slug
                    } catch {
                        return "\(error)"
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == "hash" } >= 3)
        #expect(outcomes.count { $0 == "too-many-attempts" } >= 1)
        #expect(Set(outcomes) == ["hash", "too-many-attempts"])
        #expect(try await hasher.verify(password, against: nil) == false, "the line is open again")
    }

    @Test func `who gives up leaves the line`() async throws {
        let hasher = PasswordHasher(
            parameters: try #require(ScryptParameters(storedCost: 14, blockSize: 8, parallelism: 4)), places: 1, longest: 1)
        let password = try #require(NormalizedPassword("password"))
        let first = Task { try await hasher.hash(password) }
        while await hasher.computed == 0 { await Task.yield() }
        let second = Task { try await hasher.hash(password) }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        _ = try await first.value
        _ = try await hasher.hash(password)
        #expect(await hasher.computed == 2, "the one that gave up was not computed")
    }
}
