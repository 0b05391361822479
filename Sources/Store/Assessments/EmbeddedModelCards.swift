import EmbeddedFiles

/// What was measured of the built-in rubrics, as it was compiled in.
package enum EmbeddedModelCards {
    private static let folder = "reference/model-cards"

    /// The card of a rubric, JSON; nil when there is none.
    package static func card(of rubric: String) -> [UInt8]? {
        EmbeddedFile.named("\(folder)/\(rubric).json")?.bytes
    }

    /// What the data sets are, JSON.
    package static var dataSets: [UInt8]? { EmbeddedFile.named("\(folder)/data-sets.json")?.bytes }
}
