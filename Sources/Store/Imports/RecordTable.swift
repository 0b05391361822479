import Postgres

/// A table whose rows belong to an organization and are imported as a whole: its columns in the order in which they are staged.
package struct RecordTable: Hashable, Sendable {
    /// A column and the type that its staged text is turned into.
    package struct Column: Hashable, Sendable {
        package let name: String
        package let type: String
        /// Part of what makes two rows the same record of an organization.
        package let isKey: Bool
        /// Points at the person of a row, whose sealed name is staged apart from the fields, see ``StagedPerson``.
        package let isPersonal: Bool
        /// The column whose value it takes when it is empty itself.
        package let fallback: String?

        init(_ name: String, _ type: String, key: Bool = false, personal: Bool = false, fallback: String? = nil) {
            self.name = name
            self.type = type
            isKey = key
            isPersonal = personal
            self.fallback = fallback
        }
    }

    package let name: String
    package let columns: [Column]

    static func key(_ name: String, _ type: String, personal: Bool = false) -> Column { Column(name, type, key: true, personal: personal) }
    static func field(_ name: String, _ type: String, fallback: String? = nil) -> Column { Column(name, type, fallback: fallback) }
    /// When the register learned of the row; the row's own day where the file does not say.
    static func recordedOn(orElse day: String) -> Column { Column("recorded_on", "date", fallback: day) }
}

extension RecordTable {
    package static let accounts = RecordTable(
        name: "yearly_accounts",
        columns: [
            key("period_end", "date"), key("received_on", "date"), field("currency", "text"), field("income", "bigint"),
            field("income_government", "bigint"), field("income_purchased_services", "bigint"), field("income_donations", "bigint"),
            field("income_membership_fees", "bigint"), field("income_own_services", "bigint"), field("income_other", "bigint"),
            field("spending", "bigint"), field("administrative_spending", "bigint"), field("assets", "bigint"), field("cash", "bigint"),
            field("liabilities", "bigint"), field("net_assets", "bigint"), field("members", "integer"), field("staff", "integer"),
        ])

    package static let reports = RecordTable(
        name: "annual_reports",
        columns: [key("period_end", "date"), field("due_on", "date"), field("received_on", "date"), field("result", "text")])

    package static let activities = RecordTable(
        name: "activities",
        columns: [
            key("held_on", "date"), field("kind", "text"), key("title", "text"), field("participants", "integer"),
            field("volunteers", "integer"),
            field("volunteer_hours", "integer"), field("inside_boundary", "boolean"), recordedOn(orElse: "held_on"),
        ])

    package static let leadership = RecordTable(
        name: "leadership_posts",
        columns: [
            key("post", "text"), key("person", "bigint", personal: true), field("chosen_by", "text"), key("term_began", "date"),
            field("term_ends", "date"),
            field("left_on", "date"), recordedOn(orElse: "term_began"),
        ])

    package static let charters = RecordTable(
        name: "charters",
        columns: [
            key("charter_version", "integer"), field("adopted_on", "date"), field("reviewed_on", "date"), field("clauses", "text[]"),
            field("votes_entitled", "integer"), field("votes_in_favour", "integer"), field("votes_against", "integer"),
            field("votes_abstained", "integer"), recordedOn(orElse: "adopted_on"),
        ])

    package static let bodies = RecordTable(
        name: "governance_bodies",
        columns: [
            key("kind", "text"), key("formed_on", "date"), field("dissolved_on", "date"), field("member_count", "integer"),
            field("meetings_per_year", "integer"), field("quorum_per_mille", "integer"), recordedOn(orElse: "formed_on"),
        ])

    package static let meetings = RecordTable(
        name: "governance_meetings",
        columns: [
            key("body", "text"), key("held_on", "date"), field("present", "integer"), field("entitled", "integer"),
            recordedOn(orElse: "held_on"),
        ])

    package static let controls = RecordTable(
        name: "money_controls",
        columns: [
            key("since", "date"), field("own_account", "boolean"), field("two_signatures", "boolean"), field("accounts_shown", "boolean"),
            recordedOn(orElse: "since"),
        ])

    package static let boundaries = RecordTable(
        name: "service_boundaries",
        columns: [
            key("since", "date"), field("content", "text"), field("people_served", "text"), field("target_population", "integer"),
            field("limits", "text"), field("form", "text"), field("areas", "text[]"), recordedOn(orElse: "since"),
        ])

    package static let mentors = RecordTable(
        name: "mentor_assignments",
        columns: [
            key("person", "bigint", personal: true), key("from_day", "date"), field("until_day", "date"), recordedOn(orElse: "from_day"),
        ])

    package static let observations = RecordTable(
        name: "observations",
        columns: [key("indicator", "text"), key("observed_on", "date"), field("value", "double precision"), key("source", "text")])
}
