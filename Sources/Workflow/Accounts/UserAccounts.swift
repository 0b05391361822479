import Access
package import OpenID
import Values

/// UserAccounts as use cases reach them: the register, the hashing of passwords, and the key of second factors.
package struct UserAccounts: Sendable {
    package let registry: Registry
    let hasher: PasswordHasher
    /// nil where nobody signs in, as on the command line.
    let seal: SeedSeal?
    /// By whom people may sign in as well; nil where nobody is named.
    let provider: OpenIDProvider?

    package init(
        registry: Registry, hasher: PasswordHasher = PasswordHasher(), seal: SeedSeal? = nil, provider: OpenIDProvider? = nil
    ) {
        self.registry = registry
        self.hasher = hasher
        self.seal = seal
        self.provider = provider
    }

    var now: Instant { registry.now() }

    /// The identity provider as people are told of it.
    package struct ProviderName: Hashable, Sendable {
        /// By which its identities are known.
        package let issuer: String
        /// Its name on the network.
        package let host: String
    }

    /// nil where nobody is named.
    package var providerName: ProviderName? {
        provider.map { ProviderName(issuer: $0.settings.issuer.text, host: $0.settings.issuer.host) }
    }

    /// How long an invitation can be used.
    package static let invitationSeconds: Int64 = 7 * 24 * 3600
    /// How long a proof of who somebody is counts for acts that need a fresh one.
    static let confirmationSeconds: Int64 = 600

    /// Acts that give somebody power, or show a secret, need a person who has proved who they are within the last ten minutes.
    ///
    /// - Throws: ``Refusal/confirmationNeeded``. The person at the machine needs no more proof than being there.
    func refuseUnconfirmed(_ caller: Caller) throws(Refusal) {
        if caller.identity == .localOperator { return }
        guard let moment = caller.confirmedAt, now.seconds(since: moment) <= Self.confirmationSeconds else { throw .confirmationNeeded }
    }
}

extension Instant {
    func adding(seconds: Int64) -> Instant {
        let (sum, overflow) = microsecondsSince1970.addingReportingOverflow(seconds &* 1_000_000)
        return overflow ? self : Instant(microsecondsSince1970: sum)
    }

    /// Whole seconds from the other moment to this one; negative when this one is earlier.
    func seconds(since other: Instant) -> Int64 {
        (microsecondsSince1970 &- other.microsecondsSince1970) / 1_000_000
    }
}
