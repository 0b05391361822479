package import Appraisal
import Crypto
import Foundation
import Store
import Values

/// A rubric that is ready for use, with the hash that names its content.
package struct NamedRubric: Sendable {
    package let rubric: Rubric
    /// What it was read from.
    package let document: RubricValue
    /// SHA-256 of the document's canonical bytes in hexadecimal digits.
    package let hash: String

    /// Reads a rubric's document, JSON.
    ///
    /// - Throws: ``Refusal/rubricInvalid(place:_:)`` with the place of what is wrong.
    package init(json: [UInt8]) throws {
        do {
            document = try JSONDecoder().decode(RubricValue.self, from: Data(json))
        } catch {
            throw Refusal.rubricInvalid(place: "rubric", text("不是有效的 JSON", "it is not valid JSON"))
        }
        do throws(RubricFault) {
            rubric = try Rubric(reading: document)
        } catch {
            throw Refusal.rubricInvalid(place: error.place, error.problem.words)
        }
        hash = SHA256.hash(data: document.canonicalBytes).hexadecimal
    }
}

/// The rubrics that were compiled in.
package enum RubricLibrary {
    /// The rubric that is used when none is named.
    package static let standard = "pooled-2"

    /// - Throws: ``Refusal/rubricUnknown(_:)``.
    package static func named(_ name: String) throws -> NamedRubric {
        guard let rubric = read[name] else { throw Refusal.rubricUnknown(name) }
        return try rubric.get()
    }

    /// Each read once: that takes longer than to assess an organization by it.
    private static let read: [String: Result<NamedRubric, any Error>] = {
        var read: [String: Result<NamedRubric, any Error>] = [:]
        for name in names {
            guard let document = EmbeddedRubrics.document(named: name) else { continue }
            read[name] = Result { try NamedRubric(json: document) }
        }
        return read
    }()

    /// The rubric of that content; nil where none of those compiled in has it.
    package static func withHash(_ hash: String) throws -> NamedRubric? {
        for name in names {
            let rubric = try named(name)
            if rubric.hash == hash { return rubric }
        }
        return nil
    }

    /// The names, sorted.
    package static var names: [String] { EmbeddedRubrics.names }
}
