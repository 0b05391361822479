/// A document as a tree of values, independent of the notation it was written in, so that the core needs no parser of its own.
package indirect enum RubricValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([RubricValue])
    case record([String: RubricValue])
}
