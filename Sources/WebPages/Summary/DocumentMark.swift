import HTTPSupport
import Incubation
import Values
import Workflow

/// The number on a printed document, by which anybody can find out whether its public facts are those on record.
///
/// It holds the organization's number and a digest of what is public of it. It is no secret and proves nothing by itself: who checks it
/// sees the facts as they are on record and compares.
struct DocumentMark: Hashable, Sendable {
    let number: OrganizationNumber
    let digest: String

    /// - Parameter published: what everybody may see of the organization.
    init(_ published: OrganizationFile) {
        let organization = published.organization
        let particulars = organization.particulars
        let facts = [
            organization.number.description, particulars.name, particulars.englishName ?? "", organization.legalStatus.rawValue,
            organization.legalStatusSince?.iso ?? "", particulars.legalForm.rawValue, particulars.area.text,
            particulars.creditCode?.text ?? "", particulars.filingNumber ?? "",
        ]
        number = organization.number
        let tag = EntityTag(content: Array(facts.joined(separator: "\n").utf8)).description.filter { $0 != "\"" }
        digest = tag.prefix(8).uppercased()
    }

    /// Reads `320613-42-1A2B3C4D`, however it was typed; nil for anything else.
    init?(_ written: String) {
        let parts = written.halfWidth.uppercased().filter { !$0.isWhitespace }.split(separator: "-")
        guard parts.count == 3, parts[2].count == 8, let number = OrganizationNumber("\(parts[0])-\(parts[1])") else { return nil }
        (self.number, digest) = (number, String(parts[2]))
    }

    var text: String { "\(number)-\(digest)" }
}
