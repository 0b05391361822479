import Values

/// A code, a day, an amount of money that is read is written as it is read again; a wrong one is refused.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = FuzzInput(start, count).text
    do throws(CreditCodeFault) {
        let code = try UnifiedSocialCreditCode(text)
        precondition((try? UnifiedSocialCreditCode(code.text)) == code)
        _ = (code.kind, code.registeringDivision, code.organizationCode)
    } catch {
        _ = try? UnifiedSocialCreditCode(overridden: text)
    }
    if let day = Day(iso: text) { precondition(Day(iso: day.description) == day) }
    if let money = Money(decimal: text) { precondition(Money(decimal: money.decimal) == money) }
    if let code = AreaCode(text) {
        precondition(AreaCode(code.text) == code)
        _ = code.district
    }
    return 0
}
