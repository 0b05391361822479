/// The number of a resident identity card (公民身份号码, GB 11643-1999), which the register never keeps.
package enum IdentityNumber {
    /// Whether one is written anywhere in a text: eighteen characters that stand alone, with a day of birth that exists and the right
    /// check character (ISO 7064 MOD 11-2). Full-width digits and spaces or hyphens between digits are read too.
    package static func isWritten(in text: String) -> Bool {
        var run: [UInt8] = []
        for character in text + "." {
            if let digit = character.digit?.wholeNumberValue {
                run.append(UInt8(digit))
            } else if character == "X" || character == "x" || character == "Ｘ" {
                run.append(10)
            } else if !(character == " " || character == "-") || run.isEmpty {
                if isNumber(run) { return true }
                run = []
            }
        }
        return false
    }

    private static let weights: [Int] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

    private static func isNumber(_ run: [UInt8]) -> Bool {
        guard run.count == 18, run.dropLast().allSatisfy({ $0 < 10 }) else { return false }
        let sum = zip(run, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
        // The check characters in the order of the remainders: 1 0 X 9 8 7 6 5 4 3 2.
        guard (12 - sum % 11) % 11 == Int(run[17]) else { return false }
        func number(_ places: Range<Int>) -> Int { run[places].reduce(0) { $0 * 10 + Int($1) } }
        return (1900...2100).contains(number(6..<10)) && Day(year: number(6..<10), month: number(10..<12), day: number(12..<14)) != nil
    }
}
