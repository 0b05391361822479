package import Incubation
package import Values

/// The part of the register that a role reaches.
package enum Scope: Hashable, Sendable {
    case nation
    /// The area and everything inside it.
    case area(AreaCode)
    case organization(OrganizationNumber)
}

extension Scope {
    /// Whether the scope reaches a record at that place.
    ///
    /// - Returns: nil when the organization's area must be known to tell.
    package func covers(_ place: Place) -> Bool? {
        switch (self, place) {
        case (.nation, _): true
        case (.area(let mine), .area(let other)): other.lies(in: mine)
        case (.area(let mine), .organization(let number, let area)):
            if let area {
                area.lies(in: mine)
            } else {
                mine.digitCount > 6 && mine.holds(number.district) ? nil : mine.holds(number.district)
            }
        case (.organization(let mine), .organization(let number, _)): mine == number
        case (.area, .nation), (.organization, .nation), (.organization, .area): false
        case (_, .anywhere): true
        }
    }

    /// How much the scope reaches, to compare two: the more digits a code has, the smaller is its area.
    var narrowness: Int {
        switch self {
        case .nation: 0
        case .area(let code): code.text.utf8.count
        case .organization: .max
        }
    }
}

extension AreaCode {
    /// Whether the area is the other one or lies inside it.
    package func lies(in other: AreaCode) -> Bool {
        guard text.utf8.starts(with: other.text.utf8) else { return false }
        // A community's code is a prefix of its own units only up to the hyphen: the codes 320613001001-1 and -12 are siblings.
        return text.utf8.count == other.text.utf8.count || !other.text.utf8.contains(UInt8(ascii: "-"))
    }

    /// Whether the district lies in the area, or the area in the district.
    fileprivate func holds(_ district: District) -> Bool {
        let code = district.description
        return digitCount >= 6 ? text.utf8.starts(with: code.utf8) : code.utf8.starts(with: text.utf8)
    }
}
