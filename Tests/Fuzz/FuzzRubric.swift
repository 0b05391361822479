import Appraisal
import Foundation

/// A rubric's document is read or refused with the place of what is wrong.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let document = try? JSONDecoder().decode(RubricValue.self, from: Data(FuzzInput(start, count).bytes)) else { return 0 }
    do throws(RubricFault) {
        _ = try Rubric(reading: document)
    } catch {
        precondition(!error.place.isEmpty || document != document)
    }
    return 0
}
