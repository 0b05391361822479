/// How much work the hash of a password costs (RFC 7914).
package struct ScryptParameters: Hashable, Sendable {
    /// The exponent of N: memory and time double with each step.
    package let cost: Int
    /// r
    package let blockSize: Int
    /// p
    package let parallelism: Int

    /// What passwords are hashed with: 2^15 rounds, blocks of 8, three times over; 32 MiB and a fifth of a second.
    ///
    /// Source: OWASP ASVS 5.0, appendix C, the smallest memory among its settings for scrypt.
    package static let standard = ScryptParameters(cost: 15, blockSize: 8, parallelism: 3)

    /// For tests of what stands around the hash. Never for a password of a person.
    package static let cheap = ScryptParameters(cost: 4, blockSize: 1, parallelism: 1)

    private init(cost: Int, blockSize: Int, parallelism: Int) {
        self.cost = cost
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// Parameters that were stored with a hash; nil for ones that would take this machine's memory or minutes of its time.
    package init?(storedCost cost: Int, blockSize: Int, parallelism: Int) {
        guard (1...20).contains(cost), (1...16).contains(blockSize), (1...16).contains(parallelism) else { return nil }
        self.init(cost: cost, blockSize: blockSize, parallelism: parallelism)
    }

    /// N
    var rounds: Int { 1 << cost }
}
