import Access
import Appraisal
import Foundation
import Store
import Values

/// The model card, beside the rubric that is in force.
package struct ModelCardInForce: Sendable {
    package let inForce: NamedRubric
    package let card: ModelCard
    package let dataSets: [MeasuredDataSet]

    /// Whether the card is about the rubric in force. One of the register's own was measured on no organizations with a known fate but the register's.
    package var isAboutInForce: Bool { card.rubricHash == inForce.hash }
}

/// Shows how well estimates did where it is known what became of the organizations, and where nothing is known.
package struct ShowModelCard: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Returns: the card of the rubric in force; that of the standard rubric where it has none.
    package func callAsFunction(as caller: Caller) async throws -> ModelCardInForce {
        let inForce = try await ShowRubric(registry: registry).inForce(as: caller)
        let own = try ModelCardLibrary.card(of: inForce)
        guard let card = try own ?? ModelCardLibrary.card(of: RubricLibrary.named(RubricLibrary.standard)) else {
            throw Refusal.rubricUnknown(RubricLibrary.standard)
        }
        return ModelCardInForce(inForce: inForce, card: card, dataSets: try ModelCardLibrary.dataSets())
    }
}

/// The model cards that were compiled in.
package enum ModelCardLibrary {
    /// - Returns: nil for a rubric of other content than the one that was measured.
    package static func card(of rubric: NamedRubric) throws -> ModelCard? {
        guard let bytes = EmbeddedModelCards.card(of: rubric.rubric.id) else { return nil }
        let card = try JSONDecoder().decode(ModelCard.self, from: Data(bytes))
        return card.rubricHash == rubric.hash ? card : nil
    }

    package static func dataSets() throws -> [MeasuredDataSet] {
        try JSONDecoder().decode([MeasuredDataSet].self, from: Data(EmbeddedModelCards.dataSets ?? []))
    }
}
