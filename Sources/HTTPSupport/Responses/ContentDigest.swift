import Values

/// A 128-bit digest that tells different answers apart.
///
/// It says "this answer has changed", to the client that got it, and guards nothing: whoever could forge a collision would only keep
/// an old answer of their own. So it is a fast mixing of words, not a cryptographic hash, and it is the same in every process.
enum ContentDigest {
    static func hexadecimal(of bytes: [UInt8]) -> String {
        var low: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
        var high: UInt64 = 0xC2B2_AE3D_27D4_EB4F
        var index = 0
        while index < bytes.count {
            let word = Self.word(of: bytes, at: index)
            low = mix(low ^ word, 0xA076_1D64_78BD_642F)
            high = mix(high &+ word, 0xE703_7ED1_A0B4_28DB) ^ low
            index += 8
        }
        return [mix(low, high | 1), mix(high, low | 1)].map(\.hexadecimal).joined()
    }

    /// Eight bytes, or what is left filled up with zeros; the length is mixed in at the start.
    private static func word(of bytes: [UInt8], at index: Int) -> UInt64 {
        var word: UInt64 = 0
        for byte in bytes[index..<min(index + 8, bytes.count)] { word = word << 8 | UInt64(byte) }
        return word
    }

    /// Both halves of the full product, so that every input bit reaches every output bit.
    private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low ^ left.byteSwapped
    }
}
