import Tabular

/// A mapping file is read or refused.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = FuzzInput(start, count).bytes
    let mapping: TableMapping
    do throws(TableRefusal) {
        mapping = try TableMapping(json: bytes)
    } catch {
        return 0
    }
    precondition(mapping == (try? TableMapping(json: bytes)), "read twice, it is another")
    return 0
}
