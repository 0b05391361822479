import Crypto
import Values

/// Codes that change with time, as apps on telephones show them (RFC 6238, TOTP).
package struct OneTimeCode: Hashable, Sendable {
    /// The hash that codes are made with.
    package enum Algorithm: String, CaseIterable, Hashable, Sendable {
        /// What every app knows.
        case sha1 = "SHA1"
        case sha256 = "SHA256"
    }

    /// How long one code lasts.
    static let secondsPerStep: Int64 = 30

    let algorithm: Algorithm
    let seed: [UInt8]
    /// 6 to 8.
    let digits: Int

    init(algorithm: Algorithm, seed: [UInt8], digits: Int = 6) {
        self.algorithm = algorithm
        self.seed = seed
        self.digits = digits
    }

    /// The step that a moment falls in.
    static func step(at moment: Instant) -> Int64 {
        moment.microsecondsSince1970 / (secondsPerStep * 1_000_000)
    }

    /// The code of a step.
    func code(ofStep step: Int64) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let key = SymmetricKey(data: seed)
        let digest: [UInt8] =
            switch algorithm {
            case .sha1: Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: key))
            case .sha256: Array(HMAC<SHA256>.authenticationCode(for: counter, using: key))
            }
        // RFC 4226 §5.3: four bytes at the place that the last half byte names. A digest has 20 bytes at least, and 15 + 4 is less.
        let place = Int((digest.last ?? 0) & 15)
        let number = digest[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(UInt64(1)) { power, _ in power * 10 }
        let text = String(UInt64(number) % modulus)
        return String(repeating: "0", count: digits - text.utf8.count) + text
    }

    /// The step whose code somebody typed: the present one, the one before or the next, because clocks differ and people take their time.
    ///
    /// - Parameter last: the last step that was used; neither it nor an earlier one counts again.
    /// - Returns: nil for a wrong or a used code.
    func step(of typed: String, at moment: Instant, after last: Int64?) -> Int64? {
        let now = Self.step(at: moment)
        // All three are compared, whichever fits, so that the time tells nothing.
        return [now - 1, now, now + 1].filter { isEqual(code(ofStep: $0), typed) && $0 > last ?? .min }.min()
    }

    private func isEqual(_ code: String, _ typed: String) -> Bool {
        let (code, typed) = (Array(code.utf8), Array(typed.utf8))
        guard code.count == typed.count else { return false }
        return zip(code, typed).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
