/// The bytes that the fuzzer gives, taken from the front for choices and as a rest for what is to be read.
struct FuzzInput {
    private var rest: ArraySlice<UInt8>

    init(_ start: UnsafePointer<UInt8>?, _ count: Int) {
        rest = Array(UnsafeBufferPointer(start: start, count: count))[...]
    }

    /// A number below the limit; 0 when there are no bytes left.
    mutating func choice(below limit: Int) -> Int {
        Int(rest.popFirst() ?? 0) % limit
    }

    var bytes: [UInt8] { Array(rest) }
    var text: String { String(decoding: rest, as: UTF8.self) }
}
