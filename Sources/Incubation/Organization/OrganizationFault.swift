package import Values

/// What keeps an organization's particulars from being recorded.
package enum OrganizationFault: Error, Hashable, Sendable {
    case nameMissing
    /// Longer than 200 characters.
    case nameTooLong(Int)
    /// A line break or another control character in a name.
    case nameHasControlCharacters
    /// The home area must lie at county level or below, so that a district is responsible.
    case areaAboveDistrict(AreaCode)
    /// The code says another legal form than the record.
    case formDisagreesWithCode(LegalForm, UnifiedSocialCreditCode)
    /// The code was given by a department that registers no social organizations.
    case codeOfAnotherDepartment(UnifiedSocialCreditCode)
    /// Only a legal person has a credit code; ideas, ledgered and filed groups have none.
    case codeWithoutLegalPerson(LegalStatus)
    /// A founding day that has not come yet.
    case foundedInFuture(Day)
    /// The move is not in the table of legal moves, or the history is out of order.
    case statusOutOfOrder(from: LegalStatus, to: LegalStatus)
}

extension OrganizationParticulars {
    /// The longest name that is kept, in Unicode scalars: one visible character may be made of any number of them.
    package static let longestName = 200

    /// Every reason that keeps these particulars from being recorded as they stand; empty when there is none.
    package func faults(status: LegalStatus, today: Day) -> [OrganizationFault] {
        var faults: [OrganizationFault] = []
        faults += Self.faults(inName: name)
        if let englishName { faults += Self.faults(inName: englishName) }
        if area.district == nil { faults.append(.areaAboveDistrict(area)) }
        if let foundedOn, foundedOn > today { faults.append(.foundedInFuture(foundedOn)) }
        if let creditCode { faults += codeFaults(creditCode, status: status) }
        return faults
    }

    private static func faults(inName name: String) -> [OrganizationFault] {
        if name.allSatisfy(\.isWhitespace) { return [.nameMissing] }
        let length = name.unicodeScalars.count
        if length > longestName { return [.nameTooLong(length)] }
        let hasControl = name.unicodeScalars.contains {
            $0.properties.generalCategory == .control || $0.properties.generalCategory == .lineSeparator
        }
        return hasControl ? [.nameHasControlCharacters] : []
    }

    private func codeFaults(_ code: UnifiedSocialCreditCode, status: LegalStatus) -> [OrganizationFault] {
        if code.kind == .otherDepartment { return [.codeOfAnotherDepartment(code)] }
        if !status.hasLegalPersonality && !status.isEnd { return [.codeWithoutLegalPerson(status)] }
        return legalForm.agrees(with: code.kind) ? [] : [.formDisagreesWithCode(legalForm, code)]
    }
}
