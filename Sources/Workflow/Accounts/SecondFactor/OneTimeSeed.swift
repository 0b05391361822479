/// The secret that an account's codes are made of, shared with the app on the person's telephone.
package struct OneTimeSeed: Hashable, Sendable {
    package let algorithm: OneTimeCode.Algorithm
    let bytes: [UInt8]

    /// A new one, of the length that RFC 4226 recommends, 160 bits.
    init(algorithm: OneTimeCode.Algorithm = .sha1) {
        var random = SystemRandomNumberGenerator()
        self.init(algorithm: algorithm, bytes: (0..<20).map { _ in UInt8.random(in: .min ... .max, using: &random) })
    }

    init(algorithm: OneTimeCode.Algorithm, bytes: [UInt8]) {
        self.algorithm = algorithm
        self.bytes = bytes
    }

    var codes: OneTimeCode { OneTimeCode(algorithm: algorithm, seed: bytes) }

    /// The seed as people type it into an app.
    package var base32: String { Base32.encode(bytes) }

    /// The seed as apps read it from a picture: the `otpauth` address that Google Authenticator introduced.
    package func address(login: String) -> String {
        let issuer = "Incubator%20Registry"
        let label = Base32.percentEncoded(login)
        return "otpauth://totp/\(issuer):\(label)?secret=\(base32)&issuer=\(issuer)&algorithm=\(algorithm.rawValue)&digits=6&period=30"
    }
}

extension OneTimeSeed: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Nothing of the secret, in case one ends up in a message.
    package var description: String { "OneTimeSeed" }
    package var debugDescription: String { "OneTimeSeed" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
