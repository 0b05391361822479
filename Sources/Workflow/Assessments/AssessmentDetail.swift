import Appraisal
package import Values

/// What an assessment rests on, in words: made of the findings that were stored with it and the rubric that it was made by.
///
/// Nothing of it is worked out again, so that an old result stays what it was. Results from before there were findings are stored in this form.
package struct AssessmentDetail: Hashable, Sendable, Codable {
    /// An indicator's value or why there is none.
    package struct Reading: Hashable, Sendable, Codable {
        package let indicator: String
        package let state: String
        package let value: Double?
        /// The record that decided the value, such as `accounts 20121231`.
        package let source: String?
    }

    /// What one part adds to the log-odds; `intercept`, or the code of an indicator or combination.
    package struct Contribution: Hashable, Sendable, Codable {
        package let part: String
        package let points: Int
        package let logOdds: Double
    }

    /// A flag with its reason.
    package struct Flag: Hashable, Sendable, Codable {
        package let code: String
        package let severity: String
        package let value: Double?
        package let threshold: Double
        package let reason: Words
        package let action: Words
        package let clears: Words
        /// The rule or study that the flag rests on.
        package let source: Words
        /// The record that raised it.
        package let record: String?
        /// The day of the first of the evaluations in a row that raised it, `2024-12-31`; nil where that was not kept.
        package let since: String?
    }

    /// Words in both languages.
    package struct Words: Hashable, Sendable, Codable {
        package let zh: String
        package let en: String

        package var text: BilingualText { BilingualText(zh: zh, en: en) }
    }

    /// One of the four elements: how much of what it requires is met.
    package struct Element: Hashable, Sendable, Codable {
        package let family: String
        package let required: Int
        package let met: Int
        package let quality: Double?
        package let reviewers: Int
        package let isAbsent: Bool
    }

    /// The estimate at one horizon in months.
    package struct Estimate: Hashable, Sendable, Codable {
        package let months: Int
        package let probability: Double
        package let lowest: Double
        package let highest: Double
    }

    package let population: String
    package let calibration: String
    package let estimates: [Estimate]
    package let readings: [Reading]
    /// At 24 months.
    package let contributions: [Contribution]
    package let flags: [Flag]
    package let elements: [Element]
}
