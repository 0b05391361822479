package import Appraisal
import Crypto
import Foundation
import Locks
import Postgres
import Store
import Values

/// A rubric that is ready for use, with the hash that names its content.
package struct NamedRubric: Sendable {
    package let rubric: Rubric
    /// What it was read from.
    package let document: RubricValue
    /// SHA-256 of the document's canonical bytes in hexadecimal digits.
    package let hash: String
    /// What appraises by it as it is. Made once: it takes as long as to appraise some organizations.
    let appraiser: Appraiser

    /// What tells it from all others in an address.
    package var key: String { RubricLibrary.key(of: rubric.id, hash: hash) }

    /// Reads a rubric's document, JSON.
    ///
    /// - Throws: ``Refusal/rubricInvalid(place:_:)`` with the place of what is wrong.
    package init(json: [UInt8]) throws {
        let document: RubricValue
        do {
            document = try JSONDecoder().decode(RubricValue.self, from: Data(json))
        } catch {
            throw Refusal.rubricInvalid(place: "rubric", text("不是有效的 JSON", "it is not valid JSON"))
        }
        try self.init(document: document)
    }

    /// Reads a rubric's document.
    ///
    /// - Throws: ``Refusal/rubricInvalid(place:_:)`` with the place of what is wrong.
    package init(document: RubricValue) throws(Refusal) {
        self.document = document
        do throws(RubricFault) {
            rubric = try Rubric(reading: document)
        } catch {
            throw Refusal.rubricInvalid(place: error.place, error.problem.words)
        }
        hash = SHA256.hash(data: document.canonicalBytes).hexadecimal
        appraiser = Appraiser(rubric)
    }
}

/// The rubrics that were compiled in.
package enum RubricLibrary {
    /// The rubric that is used when none is named and none was activated.
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
        if let known = RubricShelf.shared.rubric(hash) { return known }
        for name in names {
            let rubric = try named(name)
            RubricShelf.shared.put(rubric)
            if rubric.hash == hash { return rubric }
        }
        return nil
    }

    /// What tells a rubric from all others in an address: its name where it was compiled in, otherwise its hash.
    package static func key(of id: String, hash: String) -> String {
        guard let shipped = try? read[id]?.get(), shipped.hash == hash else { return hash }
        return id
    }

    /// The names, sorted.
    package static var names: [String] { EmbeddedRubrics.names }
}

/// Rubrics that were read before, by their hash: content never changes under it, and reading one takes longer than what it is read for.
final class RubricShelf: Sendable {
    static let shared = RubricShelf()

    private let rubrics = Guarded<[String: NamedRubric]>([:])
    /// More than a register ever has in use; beyond it all are forgotten rather than kept for ever.
    private static let most = 32

    func rubric(_ hash: String) -> NamedRubric? {
        rubrics.withLock { $0[hash] }
    }

    func put(_ rubric: NamedRubric) {
        rubrics.withLock { rubrics in
            if rubrics.count >= Self.most { rubrics = [:] }
            rubrics[rubric.hash] = rubric
        }
    }
}

extension PostgresTransaction {
    /// The rubric of that content, compiled in or kept by the register; nil where neither has it.
    func rubric(withHash hash: String) async throws -> NamedRubric? {
        if let known = try RubricLibrary.withHash(hash) { return known }
        guard let document = try await first(FindRubricDocument(hash: hash)) else { return nil }
        let rubric = try NamedRubric(json: Array(document.utf8))
        RubricShelf.shared.put(rubric)
        return rubric
    }

    /// The rubric that a person means by a hash or a name.
    func rubric(named name: String) async throws -> NamedRubric? {
        if let found = try await rubric(withHash: name) { return found }
        if RubricLibrary.names.contains(name) { return try RubricLibrary.named(name) }
        guard let kept = try await all(SelectRubricVersions()).first(where: { $0.id == name }) else { return nil }
        return try await rubric(withHash: kept.hash)
    }

    /// Keeps a rubric's document, so that what was found by it can be read for ever.
    /// - Parameter author: who brought it; what was compiled in is `shipped`.
    func keep(_ rubric: NamedRubric, by author: String) async throws {
        let isShipped = try RubricLibrary.names.contains { try RubricLibrary.named($0).hash == rubric.hash }
        try await run(
            InsertRubricVersion(
                hash: rubric.hash, id: rubric.rubric.id, author: isShipped ? RubricVersion.shippedAuthor : author,
                document: String(decoding: rubric.document.canonicalBytes, as: UTF8.self), validFrom: rubric.rubric.validFrom,
                validThrough: rubric.rubric.validThrough))
    }

    /// The rubric in force: the one that was activated last, or else the standard one.
    func rubricInForce() async throws -> NamedRubric {
        guard let hash = try await first(FindActiveRubric()), let active = try await rubric(withHash: hash) else {
            return try RubricLibrary.named(RubricLibrary.standard)
        }
        return active
    }
}
