/// A share as people read it.
package enum Percent {
    /// In whole hundredths, `8%`.
    package static func words(_ share: Double) -> String {
        guard share.isFinite else { return "?" }
        return "\(Int((min(max(share, 0), 1) * 100).rounded()))%"
    }
}
