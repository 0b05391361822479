import Values

/// What a stranger can write into an address or a header is read or refused, and what is encoded reads back.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = FuzzInput(start, count).text
    let values = (try? QueryPairs(text).values) ?? [:]
    let again = values.map { "\(PercentEncoding.encode($0))=\(PercentEncoding.encode($1))" }.joined(separator: "&")
    precondition((try? QueryPairs(again).values) == values, "encoded and read again, it is another")
    let list = WeightedList(text)
    precondition(list.accepted.count + list.refused.count <= 32)
    _ = Language(accepting: text)
    _ = HostRule(port: 8080).admits(text)
    return 0
}
