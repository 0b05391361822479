package import Appraisal
import Crypto
import Foundation
import Store
import Values

/// A rubric that is ready for use, with the hash that names its content.
package struct NamedRubric: Sendable {
    package let rubric: Rubric
    /// SHA-256 of the document's canonical bytes in hexadecimal digits.
    package let hash: String

    /// Reads a rubric's document, JSON.
    ///
    /// - Throws: ``Refusal/importFile(_:remedy:)`` with the place of what is wrong.
    package init(json: [UInt8]) throws {
        let document: RubricValue
        do {
            document = try JSONDecoder().decode(RubricValue.self, from: Data(json))
        } catch {
            throw Refusal.importFile(
                text("评分规则不是有效的 JSON。", "The rubric is not valid JSON."), remedy: text("请用 JSON 校验工具检查。", "Check it with a JSON validator.")
            )
        }
        do throws(RubricFault) {
            rubric = try Rubric(reading: document)
        } catch {
            throw Refusal.importFile(
                text("评分规则有误：\(error.place)：\(error.problem)。", "The rubric is wrong at \(error.place): \(error.problem)."),
                remedy: text("请更正该处。", "Correct that place."))
        }
        hash = SHA256.hash(data: document.canonicalBytes).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

/// The rubrics that were compiled in.
package enum RubricLibrary {
    /// The rubric that is used when none is named.
    package static let standard = "pooled-1"

    /// - Throws: ``Refusal/rubricUnknown(_:)``.
    package static func named(_ name: String) throws -> NamedRubric {
        guard let document = EmbeddedRubrics.document(named: name) else { throw Refusal.rubricUnknown(name) }
        return try NamedRubric(json: document)
    }

    /// The names, sorted.
    package static var names: [String] { EmbeddedRubrics.names }
}
