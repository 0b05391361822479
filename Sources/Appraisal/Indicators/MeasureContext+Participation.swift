import Values

/// Measures of who takes part and what is done.
extension MeasureContext {
    /// The activity log as known on the day, one record per month, in order.
    static func months(of evidence: Evidence, asOf: Day) -> [ActivityMonth] {
        guard !evidence.activityMonths.isEmpty else { return [] }
        var byMonth: [Int: ActivityMonth] = [:]
        for month in evidence.activityMonths where month.record.stands(on: asOf) {
            let key = index(of: month.month)
            guard key <= index(of: asOf) else { continue }
            if let other = byMonth[key],
                (other.record.knownOn, other.record.source.id) >= (month.record.knownOn, month.record.source.id)
            {
                continue
            }
            byMonth[key] = month
        }
        return byMonth.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Months counted from year 0.
    private static func index(of day: Day) -> Int {
        let (year, month, _) = day.components
        return year * 12 + month - 1
    }

    private func age(of month: ActivityMonth) -> Int {
        Self.index(of: asOf) - Self.index(of: month.month)
    }

    private func end(of month: ActivityMonth) -> Day {
        let (year, number, _) = month.month.components
        let last = Day(year: year, month: number, day: Day.length(ofMonth: number, in: year)) ?? month.month
        return min(last, asOf)
    }

    var daysSinceActivity: Finding {
        guard let first = months.first else { return .missing }
        guard let last = months.last(where: { $0.activities > 0 }) else {
            return .of(Double(asOf.days(since: min(first.month, asOf))), first.record)
        }
        let day = last.lastActivityOn.map { min($0, asOf) } ?? end(of: last)
        return .of(Double(asOf.days(since: day)), last.record)
    }

    /// Mean over the last three months; a month without a record counts as nobody once the log has begun.
    var activePeople: Finding {
        let counted = months.filter { $0.activePeople != nil }
        guard let first = counted.first, let last = counted.last else { return months.isEmpty ? .missing : .blank }
        let span = min(3, age(of: first) + 1)
        let sum = counted.reduce(0) { age(of: $1) < span ? $0 + max(0, $1.activePeople ?? 0) : $0 }
        return .of(sum / Double(span), last.record)
    }

    var participationChange: Finding {
        if let last = months.last(where: { $0.participantsInYear != nil }), let now = last.participantsInYear {
            let wanted = Self.index(of: last.month) - 12
            guard let before = months.first(where: { Self.index(of: $0.month) == wanted })?.participantsInYear else { return .notYet }
            let change = AccountsFormula.change(from: before, to: now, years: 1)
            return change.isNaN ? .blank : .of(change, last.record)
        }
        return membersChange
    }

    var members: Finding {
        newest(accounts.now.figures.members)
    }

    var monthsSinceResult: Finding {
        let months = months.filter { $0.results != nil }
        guard let first = months.first else { return .missing }
        guard let last = months.last(where: { ($0.results ?? 0) > 0 }) else {
            return .of(asOf.months(since: min(first.month, asOf)), first.record)
        }
        return .of(asOf.months(since: end(of: last)), last.record)
    }

    /// Hours by person over the last twelve months, most first, with the newest record; nil before six months of log.
    private var yearOfContributions: (hours: [Double], record: RecordMark)? {
        guard let first = months.first, let last = months.last, age(of: first) >= 5 else { return nil }
        var byPerson: [Int64: Double] = [:]
        for month in months where age(of: month) < 12 {
            for contribution in month.contributions where contribution.hours > 0 {
                byPerson[contribution.person, default: 0] += contribution.hours
            }
        }
        return (byPerson.values.sorted(by: >), last.record)
    }

    private func contributions(_ body: ([Double], _ total: Double) -> Double) -> Finding {
        guard !months.isEmpty else { return .missing }
        guard let (hours, record) = yearOfContributions else { return .notYet }
        let total = hours.reduce(0, +)
        guard total > 0 else { return .blank }
        return .of(body(hours, total), record)
    }

    var contributorAbsenceFactor: Finding {
        contributions { hours, total in
            var (people, covered) = (0, 0.0)
            for share in hours where covered * 2 < total {
                covered += share
                people += 1
            }
            return Double(people)
        }
    }

    var contributionConcentration: Finding {
        contributions { hours, total in (hours.first ?? 0) / total }
    }

    var activityOutsideBoundary: Finding {
        let year = months.filter { age(of: $0) < 12 && $0.outsideBoundary != nil }
        guard let last = year.last else { return .missing }
        let all = year.reduce(0.0) { $0 + Double(max(0, $1.activities)) }
        guard all > 0 else { return .notYet }
        let outside = year.reduce(0.0) { $0 + Double(max(0, $1.outsideBoundary ?? 0)) }
        return .of((outside / all).held(within: 0...1), last.record)
    }

    func reach(_ evidence: Evidence) -> Finding {
        guard let boundary = newest(evidence.serviceBoundaries, by: { $0.record.knownOn }), let target = boundary.targetPopulation,
            target > 0, let last = months.last(where: { $0.participantsInYear != nil }), let people = last.participantsInYear
        else { return .missing }
        return .of((people / Double(target)).held(within: 0...1), last.record)
    }
}
