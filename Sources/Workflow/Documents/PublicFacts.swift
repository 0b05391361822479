import Crypto
import Incubation
import Values

extension CommunityOrganization {
    /// A digest of what everybody may see of the organization in the directory, by which a summary's number tells whether it has changed.
    var publicFacts: [UInt8] {
        let facts = [
            number.description, particulars.name, particulars.englishName ?? "", legalStatus.rawValue, legalStatusSince?.iso ?? "",
            particulars.legalForm.rawValue, particulars.area.text, particulars.creditCode?.text ?? "", particulars.filingNumber ?? "",
        ]
        return Array(SHA256.hash(data: Array(facts.joined(separator: "\n").utf8)))
    }
}
