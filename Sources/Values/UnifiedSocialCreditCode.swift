/// The unified social credit code of a legal person (统一社会信用代码), 18 characters, for life.
///
/// Built only from text whose structure and both check characters are right (GB 32100-2015 and, nested in characters 9 to 17,
/// GB 11714), or through ``init(overridden:)`` when an official vouches for a real code whose arithmetic fails.
package struct UnifiedSocialCreditCode: Hashable, Sendable {
    /// Eighteen characters, normalised.
    package let text: String

    /// Reads a code as people write it.
    ///
    /// - Throws: ``CreditCodeFault`` with the first thing that is wrong, structure before arithmetic.
    package init(_ written: some StringProtocol) throws(CreditCodeFault) {
        let characters = try CreditCodeCheck.structure(of: written)
        try CreditCodeCheck.arithmetic(of: characters)
        text = String(decoding: characters, as: UTF8.self)
    }

    /// A code whose structure is right and whose check characters an official has vouched for, certificate in hand.
    ///
    /// Some codes issued in the first pilots fail the arithmetic and are real all the same.
    /// - Throws: ``CreditCodeFault`` when the structure itself is wrong; that is never overridden.
    package init(overridden written: some StringProtocol) throws(CreditCodeFault) {
        text = String(decoding: try CreditCodeCheck.structure(of: written), as: UTF8.self)
    }

    /// The registering authority's division at the time of registration (characters 3 to 8). Not the address, and it may be abolished by now.
    package var registeringDivision: String {
        String(text.dropFirst(2).prefix(6))
    }

    /// The organization code of GB 11714 (characters 9 to 17).
    package var organizationCode: String {
        String(text.dropFirst(8).prefix(9))
    }

    /// The kind of body that the first two characters declare.
    package var kind: CreditCodeKind {
        CreditCodeKind(prefix: String(text.prefix(2)))
    }
}

extension UnifiedSocialCreditCode: CustomStringConvertible {
    package var description: String { text }
}
