import Crypto
import Foundation

/// What a browser carries to the provider, and what is kept for its way back.
package struct AuthorizationRequest: Sendable {
    /// Comes back with the browser.
    let state: String
    /// Comes back inside the ID token.
    let nonce: String
    /// What only whoever began can show when the code is turned in (RFC 7636).
    let codeVerifier: String

    /// - Parameters: random texts of letters and digits; the verifier has 43 to 128.
    package init(state: String, nonce: String, codeVerifier: String) {
        self.state = state
        self.nonce = nonce
        self.codeVerifier = codeVerifier
    }

    /// The method S256.
    var codeChallenge: String {
        Base64URL.encode(Array(SHA256.hash(data: Array(codeVerifier.utf8))))
    }
}

/// Bytes as RFC 7515 writes them in tokens: base64url without padding.
enum Base64URL {
    static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// nil for anything else, padding included.
    static func decode(_ text: some StringProtocol) -> [UInt8]? {
        let isWritten = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard isWritten, text.utf8.count % 4 != 1 else { return nil }
        let plain = String(text).replacing("-", with: "+").replacing("_", with: "/")
        return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)).map { Array($0) }
    }
}
