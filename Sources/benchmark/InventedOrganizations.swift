import Appraisal
import Values

/// Organizations made up by arithmetic alone, so that any other program can make the same: eight years of accounts each, some missing, some late.
///
/// `scripts/bench-scoring.py` makes the same ones.
struct InventedOrganizations {
    let count: Int
    /// How many organizations of one kind stand in one area.
    static let cohort = 350
    static let asOf = Day(iso: "2024-06-30") ?? .earliest
    private static let firstDay = Day(iso: "2005-01-01") ?? .earliest

    /// The finalizer of SplitMix64 over an organization's number and the number of a figure.
    private static func mixed(_ organization: Int, _ figure: UInt64) -> UInt64 {
        var mixed = (UInt64(organization) &* 64 &+ figure) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The evidence of some of them, the records of all in one list for each kind, as a run reads them.
    func evidence(of range: Range<Int>) -> [Evidence] {
        var (accounts, places) = ([AccountsRecord](), [0])
        for number in range {
            accounts += (0..<8).compactMap { self.accounts(of: number, year: $0) }
            places.append(accounts.count)
        }
        let profiles = range.map { number in
            let mark = RecordMark(source: SourceReference(kind: .organization, id: Int64(number)), knownOn: .earliest)
            return ProfileRecord(record: mark, foundedOn: Self.firstDay.adding(days: number % 3650), legalStanding: true)
        }
        return range.enumerated().map { place, number in
            var evidence = Evidence(
                organization: Int64(number), population: "community", cohort: CohortKey(type: 1, area: Int64(number / Self.cohort)))
            evidence.profile = profiles[place...place]
            evidence.accounts = accounts[places[place]..<places[place + 1]]
            return evidence
        }
    }

    private func accounts(of number: Int, year: Int) -> AccountsRecord? {
        let (h1, h2) = (Self.mixed(number, UInt64(8 + year)), Self.mixed(number, 7))
        guard h1 & 15 != 0, let end = Day(year: 2015 + year, month: 12, day: 31), let march = Day(year: 2016 + year, month: 3, day: 1)
        else {
            return nil
        }
        let base = 10_000_000 + Int64(Self.mixed(number, 1) % 90_000_000)
        let trend = Int64(Self.mixed(number, 2) % 8_000_000) - 4_000_000
        let income = max(0, base + Int64(year) * trend + Int64(Self.mixed(number, UInt64(24 + year)) % 6_000_000) - 3_000_000)
        func part(_ shift: UInt64, _ mask: UInt64) -> Int64 { Int64(h1 >> shift & mask) }
        let mark = RecordMark(
            source: SourceReference(kind: .accounts, id: Int64(year)), knownOn: march.adding(days: Int(h1 >> 4) % 400))
        var accounts = AccountsRecord(record: mark, periodEnd: end)
        accounts.income = Money(minorUnits: income)
        accounts.spending = Money(minorUnits: income * (900 + part(20, 255)) / 1000)
        accounts.administrativeSpending = Money(minorUnits: income * part(28, 127) / 1000)
        accounts.assets = Money(minorUnits: income * part(35, 1023) / 500)
        accounts.cash = Money(minorUnits: income * part(35, 511) / 600)
        accounts.liabilities = Money(minorUnits: income * part(45, 255) / 900)
        accounts.netAssets = Money(minorUnits: income * (part(35, 1023) * 9 - part(45, 255) * 5) / 4500)
        accounts.members = Int(10 + part(50, 127))
        let lines: [(UInt64, UInt64, Bool)] = [
            (0, 63, true), (6, 31, true), (11, 15, false), (15, 7, false), (18, 7, false), (21, 3, false),
        ]
        for (shift, mask, isPublic) in lines {
            accounts.incomeMix.add(Money(minorUnits: income * Int64(h2 >> shift & mask) / 128), isPublicMoney: isPublic)
        }
        return accounts
    }
}
