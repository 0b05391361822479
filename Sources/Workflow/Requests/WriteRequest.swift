import Crypto

/// A request that may reach the register more than once, because its answer was lost or a button was pressed twice. It takes effect once
/// and is answered the same each time.
package struct WriteRequest: Sendable {
    /// Made by the client and kept while it tries again.
    let key: String
    /// SHA-256 of everything that the request asks for.
    let hash: [UInt8]
    /// Writes the answer to what the act gives, to be kept with its effect.
    let answer: @Sendable (any Sendable) async throws -> [UInt8]

    /// - Parameters:
    ///   - content: everything that the request asks for, as bytes: the same for the same request, different for different ones.
    ///   - answer: writes the answer to what the use case gives.
    package init(key: String, content: [UInt8], answer: @escaping @Sendable (any Sendable) async throws -> [UInt8]) {
        self.key = key
        self.answer = answer
        hash = Array(SHA256.hash(data: content))
    }
}

extension WriteRequest: Hashable {
    package static func == (left: WriteRequest, right: WriteRequest) -> Bool {
        left.key == right.key && left.hash == right.hash
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(key)
        hasher.combine(hash)
    }
}

/// The request has been here before; nothing was done now.
package struct RepeatedRequest: Error, Hashable {
    /// How it was answered then.
    package let answer: [UInt8]
}
