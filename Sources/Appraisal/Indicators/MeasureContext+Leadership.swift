import Values

/// Measures of the leadership team.
extension MeasureContext {
    /// Holdings and vacancies in force on the day.
    private func posts(_ evidence: Evidence) -> [LeadershipPost] {
        evidence.leadershipPosts.isEmpty
            ? [] : known(evidence.leadershipPosts).filter { $0.since <= asOf && ($0.until.map { $0 >= asOf } ?? true) }
    }

    private func keyPosts(_ evidence: Evidence) -> [LeadershipPost] {
        posts(evidence).filter(\.isKey)
    }

    func keyPostsFilled(_ evidence: Evidence) -> Finding {
        let posts = keyPosts(evidence)
        guard let first = posts.first else { return .missing }
        let required = Set(posts.map(\.post))
        let filled = Set(posts.lazy.filter { $0.person != nil }.map(\.post))
        return .of(Double(filled.count) / Double(required.count), (posts.first { $0.person == nil } ?? first).record)
    }

    func activeLeaders(_ evidence: Evidence) -> Finding {
        let posts = self.posts(evidence)
        guard let first = posts.first else { return .missing }
        let active = posts.filter { post in
            guard post.person != nil, post.termEndsOn.map({ $0 >= asOf }) ?? true, let acted = post.lastActedOn else { return false }
            return acted >= yearBegins && acted <= asOf
        }
        return .of(Double(Set(active.compactMap(\.person)).count), (active.first ?? first).record)
    }

    func newLeaders(_ evidence: Evidence) -> Finding {
        let all = known(evidence.leadershipPosts).filter { $0.since <= asOf && $0.person != nil }
        guard let first = all.min(by: { $0.since < $1.since }) else { return .missing }
        guard first.since < yearBegins else { return .notYet }
        let old = Set(all.lazy.filter { $0.since < yearBegins }.compactMap(\.person))
        let new = Set(all.compactMap(\.person)).subtracting(old)
        return .of(Double(new.count), (all.max { $0.since < $1.since } ?? first).record)
    }

    func termOverdueMonths(_ evidence: Evidence) -> Finding {
        let posts = keyPosts(evidence).filter { $0.person != nil }
        guard let first = posts.first else { return .missing }
        let expired = posts.filter { $0.termEndsOn.map { $0 < asOf } ?? false }
        guard let oldest = expired.min(by: { ($0.termEndsOn ?? asOf) < ($1.termEndsOn ?? asOf) }), let end = oldest.termEndsOn else {
            return .of(0, first.record)
        }
        return .of(asOf.months(since: end), oldest.record)
    }

    func mostPostsOfOnePerson(_ evidence: Evidence) -> Finding {
        let posts = keyPosts(evidence).filter { $0.person != nil }
        guard let first = posts.first else { return .missing }
        let byPerson = Dictionary(grouping: posts, by: \.person).mapValues { Set($0.map(\.post)).count }
        return .of(Double(byPerson.values.max() ?? 0), first.record)
    }

    func longestVacancyDays(_ evidence: Evidence) -> Finding {
        let posts = keyPosts(evidence)
        guard let first = posts.first else { return .missing }
        guard let longest = posts.filter({ $0.person == nil }).min(by: { $0.since < $1.since }) else { return .of(0, first.record) }
        return .of(Double(asOf.days(since: longest.since)), longest.record)
    }

    /// Mentors mean something for an incubated organization; where none was ever assigned the rubric says what that counts as.
    func activeMentors(_ evidence: Evidence) -> Finding {
        let assignments = known(evidence.mentors)
        let stage = incubationStage(evidence)
        if let stage, !stage.isIncubation { return .notApplicable }
        guard let first = assignments.first else { return stage == nil ? .notApplicable : .missing }
        let active = assignments.filter { $0.since <= asOf && ($0.until.map { $0 >= asOf } ?? true) }
        return .of(Double(Set(active.map(\.mentor)).count), (active.first ?? first).record)
    }

    /// The stage that the incubation case is in.
    func incubationStage(_ evidence: Evidence) -> IncubationStageRecord? {
        newest(evidence.incubationStages) { $0.enteredOn }
    }
}
