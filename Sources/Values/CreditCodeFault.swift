/// The first thing that is wrong with a unified social credit code, precise enough to put it right.
package enum CreditCodeFault: Error, Hashable, Sendable {
    /// Nothing but spaces and hyphens.
    case empty
    /// Not 18 characters but so many.
    case wrongLength(Int)
    /// A character that the code's alphabet lacks, at a position from 1 to 18. I, O, Z, S and V are never used.
    case forbiddenCharacter(Character, position: Int)
    /// The first character names no registering department.
    case unknownDepartment(Character)
    /// A letter where the six digits of the division must stand (positions 3 to 8).
    case letterInDivision(Character, position: Int)
    /// The last character does not follow from the first seventeen. `nested` is set when the organization code inside is wrong as well.
    case wrongCheck(found: Character, expected: Character, nested: NestedFault?)
    /// The last character is right for what stands before it, but the check character of the organization code (position 17) is not.
    case wrongOrganizationCheck(NestedFault, lastCharacter: Character)

    /// What position 17 holds, and what GB 11714 calls for there.
    package struct NestedFault: Hashable, Sendable {
        package let found: Character
        package let expected: Character

        package init(found: Character, expected: Character) {
            self.found = found
            self.expected = expected
        }
    }

    /// The last character that the first seventeen, as they stand, call for; nil where they cannot be read.
    package var expectedCheckCharacter: Character? {
        switch self {
        case .wrongCheck(_, let expected, _): expected
        case .wrongOrganizationCheck(_, let last): last
        case .empty, .wrongLength, .forbiddenCharacter, .unknownDepartment, .letterInDivision: nil
        }
    }

    /// A stable name for programs.
    package var slug: String {
        switch self {
        case .empty: "empty"
        case .wrongLength: "wrong-length"
        case .forbiddenCharacter: "forbidden-character"
        case .unknownDepartment: "unknown-department"
        case .letterInDivision: "letter-in-division"
        case .wrongOrganizationCheck: "wrong-organization-check"
        case .wrongCheck: "wrong-check"
        }
    }
}
