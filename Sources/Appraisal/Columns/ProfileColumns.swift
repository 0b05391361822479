import Values

/// The newest entries in the register of organizations that follow each other, as they were known on a day. What is not stated is not a number.
///
/// Written over for each part of a batch, as ``ReadingColumns`` are.
final class ProfileColumns {
    /// Days since 1970; none after the day itself.
    let founded: UnsafeMutablePointer<Double>
    let confirmed: UnsafeMutablePointer<Double>
    /// 1 while the organization is registered or filed, 0 when it is not or that has run out.
    let standing: UnsafeMutablePointer<Double>
    /// The records that say so; none where there is no entry.
    let records: UnsafeMutablePointer<SourceReference?>

    init(capacity: Int) {
        let capacity = capacity + Lanes.spare
        founded = .allocate(capacity: capacity)
        confirmed = .allocate(capacity: capacity)
        standing = .allocate(capacity: capacity)
        records = .allocate(capacity: capacity)
        for column in [founded, confirmed, standing] { column.initialize(repeating: .nan, count: capacity) }
        records.initialize(repeating: nil, count: capacity)
    }

    deinit {
        for column in [founded, confirmed, standing] { column.deallocate() }
        records.deallocate()
    }

    /// Takes the newest of an organization's entries.
    /// - Returns: when it says that the organization was founded.
    @inline(__always)
    func set(_ profiles: UnsafeBufferPointer<ProfileRecord>, at slot: Int, asOf: Day) -> Day? {
        let place = Self.newest(of: profiles, on: asOf.daysSince1970)
        guard place >= 0 else {
            (records[slot], founded[slot], confirmed[slot], standing[slot]) = (nil, .nan, .nan, .nan)
            return nil
        }
        records[slot] = profiles[place].record.source
        founded[slot] = Self.number(profiles[place].foundedOn, asOf: asOf)
        confirmed[slot] = Self.number(profiles[place].confirmedOn, asOf: asOf)
        standing[slot] = profiles[place].stands(on: asOf).map { $0 ? 1 : 0 } ?? .nan
        return profiles[place].foundedOn
    }

    /// The entry known last, of one day that with the higher key; negative without any.
    @inline(__always)
    private static func newest(of profiles: UnsafeBufferPointer<ProfileRecord>, on today: Int32) -> Int {
        var newest = -1
        for index in profiles.indices {
            let record = profiles[index].record
            guard record.knownOn.daysSince1970 <= today, record.replacedOn.map({ $0.daysSince1970 > today }) ?? true else { continue }
            if newest >= 0 {
                let best = profiles[newest].record
                let isNewer = (record.knownOn.daysSince1970, record.source.id) > (best.knownOn.daysSince1970, best.source.id)
                guard isNewer else { continue }
            }
            newest = index
        }
        return newest
    }

    @inline(__always)
    private static func number(_ day: Day?, asOf: Day) -> Double {
        guard let day, day.daysSince1970 <= asOf.daysSince1970 else { return .nan }
        return Double(day.daysSince1970)
    }
}

extension ProfileRecord {
    /// Whether the organization is registered or filed on the day; nil where the entry does not say.
    @inline(__always)
    func stands(on day: Day) -> Bool? {
        guard let legalStanding else { return nil }
        guard let legalStandingEndsOn else { return legalStanding }
        return legalStanding && legalStandingEndsOn >= day
    }
}
