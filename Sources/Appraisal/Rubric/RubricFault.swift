/// What is wrong with a rubric's document, and where.
package struct RubricFault: Error, Hashable, Sendable {
    /// Where in the document: names and positions from the top, such as `indicators[3].bands[1].points`.
    package let place: String
    package let problem: Problem

    package enum Problem: Hashable, Sendable {
        /// A field that must be there is not.
        case missing
        /// A field that the rubric does not know, so that a misspelt one is never overlooked.
        case unknownField
        /// A value of the wrong kind, with what it should have been.
        case wrongKind(expected: String)
        /// A word or number outside what is allowed, with what is.
        case notAllowed(found: String, allowed: String)
        /// The same code twice.
        case repeated(String)
        /// A code that nothing in the rubric bears.
        case unknownReference(String)
        case missingTranslation(language: String)
        /// A band begins before the one below it ends.
        case bandsOverlap(endsAt: Double, nextBeginsAt: Double)
        /// Values between two bands, or beyond the outer ones, belong to none.
        case bandsLeaveGap(String)
        case bandsOutOfOrder
        case negativePoints(Int)
        /// A worse value would carry fewer points.
        case pointsFallAsValueWorsens(from: Int, to: Int)
        /// Being silent would carry fewer points than a bad value.
        case silencePays(missing: Int, worst: Int)
        /// The comparison points the way in which the indicator gets better.
        case wrongDirection
        /// A flag makes itself superfluous, through the flags named.
        case cycle([String])
    }
}
