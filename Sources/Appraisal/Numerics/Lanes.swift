/// Numbers that are worked with in step, those of some organizations at a time. What holds for one never decides which way the others go.
typealias Lanes = SIMD4<Double>

extension SIMD4<Double> {
    /// The bits of each number.
    @inline(__always)
    var bits: SIMD4<UInt64> {
        unsafeBitCast(self, to: SIMD4<UInt64>.self)
    }

    /// Numbers of these bits.
    @inline(__always)
    static func of(_ bits: SIMD4<UInt64>) -> Lanes {
        unsafeBitCast(bits, to: Lanes.self)
    }

    /// These numbers where something holds, and others where it does not.
    @inline(__always)
    func chosen(where holds: SIMDMask<SIMD4<Int64>>, otherwise: Lanes) -> Lanes {
        // A mask is all ones where it holds and zero elsewhere.
        let mask = unsafeBitCast(holds, to: SIMD4<UInt64>.self)
        return .of(bits & mask | otherwise.bits & ~mask)
    }

    @inline(__always)
    func held(_ lowest: Double, _ highest: Double) -> Lanes {
        let (lowest, highest) = (Lanes(repeating: lowest), Lanes(repeating: highest))
        let raised = lowest.chosen(where: self .< lowest, otherwise: self)
        return highest.chosen(where: raised .> highest, otherwise: raised)
    }
}

extension UnsafePointer<Double> {
    @inline(__always)
    func lanes(_ slot: Int) -> Lanes {
        UnsafeRawPointer(self + slot).loadUnaligned(as: Lanes.self)
    }

    /// Goes through those of so many that are not a number.
    @inline(__always)
    func eachUnknown(of count: Int, _ body: (Int) -> Void) {
        var first = 0
        while first < count {
            if any(lanes(first) .!= lanes(first)) {
                for slot in first..<Swift.min(first &+ Lanes.scalarCount, count) where self[slot] != self[slot] { body(slot) }
            }
            first &+= Lanes.scalarCount
        }
    }
}

extension UnsafeMutablePointer<Double> {
    @inline(__always)
    func set(_ slot: Int, _ lanes: Lanes) {
        UnsafeMutableRawPointer(self + slot).storeBytes(of: lanes, as: Lanes.self)
    }
}
