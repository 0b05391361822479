/// What is read as JSON and written again is the same value.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = FuzzInput(start, count).bytes
    let value: JSONValue
    do throws(JSONFault) {
        value = try JSONParser.parse(bytes)
    } catch {
        precondition(error.line > 0 && error.column > 0)
        return 0
    }
    var whole: [UInt8] = []
    write(value, to: &whole)
    precondition((try? JSONParser.parse(whole)) == value, "written and read again, it is another")
    numbers(value)
    return 0
}

private func write(_ value: JSONValue, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes += Array("null".utf8)
    case .boolean(let flag): bytes += Array((flag ? "true" : "false").utf8)
    case .number(let literal): bytes += Array(literal.utf8)
    case .string(let text): write(text, to: &bytes)
    case .array(let elements): list(elements, "[", "]", to: &bytes) { write($0, to: &$1) }
    case .object(let members):
        list(members, "{", "}", to: &bytes) { member, bytes in
            write(member.name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            write(member.value, to: &bytes)
        }
    }
}

/// By a writer of our own, so that a fault of the service's does not hide one of its reader's.
private func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for unit in text.utf16 {
        let digits = String(unit, radix: 16)
        bytes += Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
    }
    bytes.append(UInt8(ascii: "\""))
}

private func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, to bytes: inout [UInt8], _ body: (Element, inout [UInt8]) -> Void
) {
    bytes += Array(open.utf8)
    for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        body(element, &bytes)
    }
    bytes += Array(close.utf8)
}

/// Whole numbers agree with what the machine's own reading of a decimal says.
private func numbers(_ value: JSONValue) {
    switch value {
    case .number(let literal):
        guard let whole = Int32(whole: literal) else { return }
        precondition(Double(literal) == Double(whole), "\(literal) is not \(whole)")
    case .array(let elements): elements.forEach(numbers)
    case .object(let members): members.forEach { numbers($0.value) }
    case .null, .boolean, .string: break
    }
}
