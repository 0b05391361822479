/// Numbers that are worked with in step, those of two organizations at a time: as many as fit one register of every processor. With more of them compilers
/// take the results of comparisons apart and put them together again. What holds for one never decides which way the other goes.
typealias Lanes = SIMD2<Double>

extension Lanes {
    /// Columns have room for so many more, so that some organizations can always be looked at together.
    static let spare = 8

    /// The bits of each number.
    @inline(__always)
    var bits: SIMD2<UInt64> {
        unsafeBitCast(self, to: SIMD2<UInt64>.self)
    }

    /// Numbers of these bits.
    @inline(__always)
    static func of(_ bits: SIMD2<UInt64>) -> Lanes {
        unsafeBitCast(bits, to: Lanes.self)
    }

    /// These numbers where something holds, and others where it does not.
    @inline(__always)
    func chosen(where holds: SIMDMask<SIMD2<Int64>>, otherwise: Lanes) -> Lanes {
        // A mask is all ones where it holds and zero elsewhere.
        let mask = unsafeBitCast(holds, to: SIMD2<UInt64>.self)
        return .of(bits & mask | otherwise.bits & ~mask)
    }
}

extension UnsafePointer<Double> {
    @inline(__always)
    func lanes(_ slot: Int) -> Lanes {
        UnsafeRawPointer(self + slot).loadUnaligned(as: Lanes.self)
    }
}

extension UnsafeMutablePointer<Double> {
    @inline(__always)
    func set(_ slot: Int, _ lanes: Lanes) {
        UnsafeMutableRawPointer(self + slot).storeBytes(of: lanes, as: Lanes.self)
    }
}
