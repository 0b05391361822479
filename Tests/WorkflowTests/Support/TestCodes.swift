import Testing
import Values

/// Credit codes of social service institutions in Chongchuan that are right in both checks.
enum TestCodes {
    /// - Parameter number: 0 to 999; the same number gives the same code.
    static func code(_ number: Int, prefix: String = "52") throws -> String {
        let digits = String(number)
        let stem = "\(prefix)320613MJ998" + String(repeating: "0", count: 3 - digits.count) + digits
        var written = Array(stem.prefix(16) + "00")
        for _ in 1...2 {
            do throws(CreditCodeFault) {
                return try UnifiedSocialCreditCode(String(written)).text
            } catch {
                switch error {
                case .wrongCheck(_, let expected, let nested):
                    if let nested { written[16] = nested.expected } else { written[17] = expected }
                case .wrongOrganizationCheck(let nested, _): written[16] = nested.expected
                default: throw error
                }
            }
        }
        return try UnifiedSocialCreditCode(String(written)).text
    }
}
