package import Values

/// A place that organizations serve and authorities are responsible for.
package struct Area: Hashable, Sendable {
    package let code: AreaCode
    /// Not unique: 28 county-level names occur more than once, many township-level names do.
    package let name: String
    package let englishName: String?
    package let level: AreaLevel
    /// The area directly above; nil for a province.
    package let parent: AreaCode?
    /// The first and last day the code was in force; nil when not known or still in force.
    package let validFrom: Day?
    package let validUntil: Day?
    /// The area that took over when this code was retired, as Chongchuan 320602 was followed by 320613.
    package let successor: AreaCode?

    package init(
        code: AreaCode, name: String, englishName: String? = nil, level: AreaLevel, parent: AreaCode?,
        validFrom: Day? = nil, validUntil: Day? = nil, successor: AreaCode? = nil
    ) {
        self.code = code
        self.name = name
        self.englishName = englishName
        self.level = level
        self.parent = parent
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.successor = successor
    }

    /// Whether the code was in force on the day.
    package func isValid(on day: Day) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validUntil.map { day <= $0 } ?? true)
    }
}
