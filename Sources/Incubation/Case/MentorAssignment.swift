package import Values

/// A mentor's time with an organization.
package struct MentorAssignment: Hashable, Sendable {
    /// nil for a person who was erased or is not to be shown.
    package var mentorName: String?
    package var from: Day
    package var until: Day?

    package init(mentorName: String?, from: Day, until: Day? = nil) {
        self.mentorName = mentorName
        self.from = from
        self.until = until
    }
}
