package import Postgres
package import Values

/// Days between 1970-01-01, where the product counts from, and 2000-01-01, where PostgreSQL does.
private let daysTo2000: Int32 = 10_957

extension Day: PostgresCodable {
    package static var postgresType: PostgresType { .date }

    package func encode(into buffer: inout PostgresBuffer) {
        date.encode(into: &buffer)
    }

    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> Day {
        guard let day = Day(try PostgresDate.decode(cell)) else {
            throw cell.mismatch(Day.self, "the date lies outside the years 1 to 9999")
        }
        return day
    }

    /// The day as the server counts it.
    package var date: PostgresDate { PostgresDate(daysSince2000: daysSince1970 - daysTo2000) }

    /// nil outside the years 1 to 9999.
    init?(_ date: PostgresDate) {
        self.init(daysSince1970: Int(date.daysSince2000) + Int(daysTo2000))
    }
}

extension BinaryFields {
    /// A `date` inside the years 1 to 9999.
    mutating func day() throws(PostgresError) -> Day {
        guard let day = Day(try date()) else { throw fault("the date lies outside the years 1 to 9999") }
        return day
    }

    /// The same; nil for NULL.
    mutating func optionalDay() throws(PostgresError) -> Day? {
        guard let date = try optionalDate() else { return nil }
        guard let day = Day(date) else { throw fault("the date lies outside the years 1 to 9999") }
        return day
    }

    /// An amount in minor units; nil for NULL.
    mutating func money() throws(PostgresError) -> Money? {
        try optionalInt64().map { Money(minorUnits: $0) }
    }
}

extension Instant: PostgresCodable {
    private static let microsecondsTo2000 = Int64(daysTo2000) * 86_400_000_000

    package static var postgresType: PostgresType { .timestamptz }

    package func encode(into buffer: inout PostgresBuffer) {
        // What lies before the first moment that can be written becomes minus infinity, rather than a moment at the other end of time.
        let (since2000, overflow) = microsecondsSince1970.subtractingReportingOverflow(Self.microsecondsTo2000)
        PostgresTimestamp(microsecondsSince2000: overflow ? .min : since2000).encode(into: &buffer)
    }

    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> Instant {
        let stamp = try PostgresTimestamp.decode(cell)
        let (since1970, overflow) = stamp.microsecondsSince2000.addingReportingOverflow(microsecondsTo2000)
        if overflow || stamp.microsecondsSince2000 == .min { throw cell.mismatch(Instant.self, "the time is infinite") }
        return Instant(microsecondsSince1970: since1970)
    }
}

extension Money: PostgresCodable {
    package static var postgresType: PostgresType { Int64.postgresType }

    package func encode(into buffer: inout PostgresBuffer) {
        minorUnits.encode(into: &buffer)
    }

    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> Money {
        Money(minorUnits: try Int64.decode(cell))
    }
}

extension District: PostgresCodable {}

extension AreaCode: PostgresCodable {
    package static var postgresType: PostgresType { String.postgresType }

    package func encode(into buffer: inout PostgresBuffer) {
        text.encode(into: &buffer)
    }

    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> AreaCode {
        guard let code = AreaCode(try String.decode(cell)) else { throw cell.mismatch(AreaCode.self, "it is no area code") }
        return code
    }
}

extension UnifiedSocialCreditCode: PostgresCodable {
    package static var postgresType: PostgresType { String.postgresType }

    package func encode(into buffer: inout PostgresBuffer) {
        text.encode(into: &buffer)
    }

    /// Reads any code of the right structure: what is stored was checked or vouched for when it came in.
    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> UnifiedSocialCreditCode {
        let text = try String.decode(cell)
        do throws(CreditCodeFault) {
            return try UnifiedSocialCreditCode(overridden: text)
        } catch {
            throw cell.mismatch(UnifiedSocialCreditCode.self, "it is no credit code")
        }
    }
}

extension VerificationNumber: PostgresCodable {
    package static var postgresType: PostgresType { String.postgresType }

    package func encode(into buffer: inout PostgresBuffer) {
        text.encode(into: &buffer)
    }

    package static func decode(_ cell: PostgresCell) throws(PostgresError) -> VerificationNumber {
        guard let number = VerificationNumber(try String.decode(cell)) else {
            throw cell.mismatch(VerificationNumber.self, "it is no verification number")
        }
        return number
    }
}

extension CalendarException.Kind: PostgresCodable {}

extension Period.Unit: PostgresCodable {}
