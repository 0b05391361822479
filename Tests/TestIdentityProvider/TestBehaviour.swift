/// What the test's provider says and does; a test changes what is to be wrong.
package struct TestBehaviour: Sendable {
    /// Who signs in there.
    package var subject = "person-1"
    /// The key that tokens are signed by, which is published unless ``published`` says otherwise.
    package var key = TestSigningKey.new("key-1")
    /// The keys that are published; nil for the one that signs.
    package var published: [TestSigningKey]?
    /// Of the token's header; nil for what the key does.
    package var algorithm: String?
    package var type: String? = "JWT"
    /// Of the ID token; nil for the provider's own, and the client's.
    package var issuer: String?
    package var audience: [String]?
    package var authorizedParty: String?
    /// Seconds from now.
    package var expiresIn: Int64 = 300
    package var issuedAgo: Int64 = 0
    /// When the person proved who they are; nil for not told.
    package var signedInAgo: Int64? = 5
    /// nil for that of the request.
    package var nonce: String?
    package var methods: [String]?
    package var strength: String?
    /// How the provider names itself in its description; nil for truly.
    package var described: String?
    /// The status of every answer but the description's; nil for what is right.
    package var failure: Int?
    /// Bytes that are added to the answer with the token.
    package var padding = 0
    /// Where the answer with the token is said to be; nil for here.
    package var redirect: String?
    /// What the browser brings back instead of a code.
    package var error: String?

    package init() {}
}
