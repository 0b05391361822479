import HTTPSupport
import Incubation
import Values
import Workflow

extension Refusal {
    /// What the refusal says, field by field; an empty field is the whole form.
    var formFaults: [(field: String, words: BilingualText)] {
        switch self {
        case .organization(let faults): faults.map { ($0.field, $0.sentence) }
        case .creditCode, .creditCodeTaken: [("creditCode", sentence)]
        case .overrideNeedsReason: [("creditCodeOverride", sentence)]
        case .areaUnknown, .areaRetired, .areaInOtherDistrict: [("area", sentence)]
        case .idempotencyKeyReused: [("", Catalogue.forms.alreadySent)]
        default: [(Problem(self).field ?? "", sentence)]
        }
    }

    /// What is wrong and what to do.
    private var sentence: BilingualText {
        let words = words
        return Catalogue.forms.joined(words.detail, words.nextStep)
    }
}

extension OrganizationFault {
    /// The field that it is about.
    fileprivate var field: String {
        switch self {
        case .nameMissing, .nameTooLong, .nameHasControlCharacters: "name"
        case .areaAboveDistrict: "area"
        case .formDisagreesWithCode, .codeOfAnotherDepartment, .codeWithoutLegalPerson: "creditCode"
        case .foundedInFuture: "foundedOn"
        case .statusOutOfOrder: "status"
        }
    }
}
