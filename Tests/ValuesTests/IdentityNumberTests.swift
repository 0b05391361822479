import Testing
import Values

struct IdentityNumberTests {
    /// Made up by the rule, of nobody: the check character is worked out.
    private static func number(_ first: String) throws -> String {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(first, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
        return first + String(Array("10X98765432")[sum % 11])
    }

    @Test func `an identity number is found wherever it is written`() throws {
        for serial in 100...200 {
            let number = try Self.number("32060219800229\(serial)")
            #expect(IdentityNumber.isWritten(in: number))
            #expect(IdentityNumber.isWritten(in: "王小明（身份证\(number)）"))
            #expect(IdentityNumber.isWritten(in: number.lowercased()))
            #expect(IdentityNumber.isWritten(in: "\(number.prefix(6)) \(number.dropFirst(6).prefix(8))-\(number.suffix(4))"))
        }
    }

    @Test func `what only looks like one is none`() throws {
        let number = try Self.number("32060219800229123")
        let wrong = number.dropLast() + (number.last == "1" ? "2" : "1")
        #expect(!IdentityNumber.isWritten(in: String(wrong)))
        #expect(!IdentityNumber.isWritten(in: "9" + number))
        #expect(!IdentityNumber.isWritten(in: String(number.dropLast())))
        #expect(!IdentityNumber.isWritten(in: try Self.number("32060219810229123")), "there was no such day")
        for text in ["", "52320613MJ0123456L", "13812345678", "622202100111222333", "王小明"] {
            #expect(!IdentityNumber.isWritten(in: text), "\(text)")
        }
    }
}
