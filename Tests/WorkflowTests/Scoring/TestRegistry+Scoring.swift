import Appraisal
import Foundation
import Incubation
import Postgres
import Store
import Testing
import Values
import Workflow

extension TestRegistry {
    /// A co-operative, for which the four elements mean nothing, so that a probability is shown.
    func cooperative(_ name: String) async throws -> OrganizationNumber {
        let number = try await organization(name)
        _ = try await pool.withTransaction { transaction in
            try await transaction.execute(
                """
                INSERT INTO organization_classifications (district, serial, scheme, code)
                VALUES (\(number.district), \(number.serial), 'population', 'cooperative')
                """)
        }
        return number
    }

    /// Accounts of a year that came in in March, with so much left over.
    func record(_ year: Int, net: Int64, income: Int64 = 17_000_00, of number: OrganizationNumber) async throws {
        let accounts = YearlyAccounts(
            periodEnd: try day("\(year)-12-31"), receivedOn: try day("\(year + 1)-03-01"), income: Money(minorUnits: income),
            spending: Money(minorUnits: income), netAssets: Money(minorUnits: net), members: 50)
        _ = try await RecordAccounts(registry: registry)(number, accounts, as: caller)
    }

    func assess(_ day: String) async throws -> AssessmentRun {
        try await RunAssessment(registry: registry)(asOf: self.day(day), as: caller)
    }

    func assessment(of number: OrganizationNumber, run: Int64? = nil) async throws -> StoredAssessment {
        try await ShowAssessment(registry: registry)(number, run: run, as: caller)
    }

    /// So many organizations, put into the database as they are, with accounts of two years by arithmetic.
    func fill(
        _ count: Int, district: Int64 = 320613, after serial: Int64 = 1000, area: String? = nil, since: String = "2015-01-01"
    ) async throws {
        let area = area ?? String(district)
        _ = try await pool.withTransaction { transaction in
            try await transaction.execute(
                """
                INSERT INTO organizations (
                    district, serial, name, folded_name, name_bigrams, legal_form, legal_status, legal_status_since, area, founded_on)
                SELECT \(district), \(serial) + n, '团' || n, '团' || n, '{}', 'unincorporated', 'filed', \(since)::date, \(area),
                       \(since)::date
                  FROM generate_series(1, \(count)) n
                """)
            _ = try await transaction.execute(
                """
                INSERT INTO legal_status_steps (district, serial, step, status, since)
                SELECT district, serial, 1, 'filed', \(since)::date FROM organizations WHERE district = \(district) AND area = \(area) AND serial > \(serial)
                """)
            return try await transaction.execute(
                """
                INSERT INTO yearly_accounts (district, serial, period_end, received_on, currency, income, spending, net_assets, members)
                SELECT o.district, o.serial, make_date(y, 12, 31), make_date(y + 1, 3, 1), 'CNY', 100000 + o.serial * 7 % 90000,
                       100000 + o.serial * 11 % 90000, (o.serial * 13 + y) % 50000 - 5000, 5 + o.serial % 60
                  FROM organizations o
                 CROSS JOIN generate_series(2023, 2024) y
                 WHERE o.district = \(district) AND o.area = \(area) AND o.serial > \(serial)
                """)
        }
    }
}
