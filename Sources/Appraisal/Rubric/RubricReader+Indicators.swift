import Values

extension RubricReader {
    func indicator(_ place: DocumentPlace) throws(RubricFault) -> Indicator {
        let fields = try place.record(
            "code", "family", "name", "definition", "unit", "worse", "measure", "missing", "changeable", "requirement", "bands",
            "missingPoints", "notYetDuePoints", "evidence"
        )
        let worse = try fields.field("worse").word(Indicator.Direction.self)
        let bands = try fields.optional("bands").read { place throws(RubricFault) in try readBands(place, worse: worse) } ?? []
        let worst = bands.map(\.points).max() ?? 0
        let missingPoints = try fields.optional("missingPoints").read { place throws(RubricFault) in try place.points() } ?? worst
        let notYetDuePoints = try fields.optional("notYetDuePoints").read { place throws(RubricFault) in try place.points() } ?? 0
        guard missingPoints >= worst || !missingAtWorst else {
            throw RubricFault(place: "\(place.place).missingPoints", problem: .silencePays(missing: missingPoints, worst: worst))
        }
        return Indicator(
            code: try fields.field("code").text(),
            family: try familyPosition(fields.field("family")),
            name: try fields.field("name").words(),
            definition: try fields.field("definition").words(),
            unit: try fields.field("unit").word(Indicator.Unit.self),
            worse: worse,
            measure: try fields.field("measure").word(Measure.self),
            missing: try missingRule(fields.field("missing")),
            isChangeable: try fields.field("changeable").bool(),
            requirement: try fields.optional("requirement").read { place throws(RubricFault) in
                try bounds(try place.record("atLeast", "below"))
            },
            bands: bands,
            missingPoints: missingPoints,
            notYetDuePoints: notYetDuePoints,
            evidence: try fields.field("evidence").text(),
            mostPoints: max(missingPoints, worst, notYetDuePoints),
            leastPoints: bands.map(\.points).min() ?? 0
        )
    }

    private func missingRule(_ place: DocumentPlace) throws(RubricFault) -> Indicator.MissingRule {
        let fields = try place.record("state", "dueAfterMonths", "assumed")
        let statePlace = try fields.field("state")
        let state = try statePlace.word(IndicatorState.self)
        guard state != .observed || fields.optional("assumed") != nil else {
            throw statePlace.fault(.notAllowed(found: state.rawValue, allowed: "observed only together with an assumed value"))
        }
        return Indicator.MissingRule(
            state: state,
            dueAfterMonths: try fields.optional("dueAfterMonths").read { place throws(RubricFault) in try place.whole(in: 0...1200) } ?? 0,
            assumed: try fields.optional("assumed").read { place throws(RubricFault) in try place.number() }
        )
    }

    private func bounds(_ fields: DocumentRecord) throws(RubricFault) -> Indicator.Bounds {
        Indicator.Bounds(
            atLeast: try fields.optional("atLeast").read { place throws(RubricFault) in try place.number() },
            below: try fields.optional("below").read { place throws(RubricFault) in try place.number() }
        )
    }

    /// Bands in ascending order that touch without overlapping, cover every value, and whose points rise in the direction of worsening.
    private func readBands(_ list: DocumentPlace, worse: Indicator.Direction) throws(RubricFault) -> [Indicator.Band] {
        var bands: [Indicator.Band] = []
        let places = try list.list()
        for place in places {
            let fields = try place.record("atLeast", "below", "points")
            let band = Indicator.Band(bounds: try bounds(fields), points: try fields.field("points").points())
            if let atLeast = band.bounds.atLeast, let below = band.bounds.below, atLeast >= below { throw place.fault(.bandsOutOfOrder) }
            if let before = bands.last { try check(band, after: before, worse: worse, at: place) }
            bands.append(band)
        }
        guard let first = bands.first, let last = bands.last else { throw list.fault(.missing) }
        if let lowest = first.bounds.atLeast { throw places[0].fault(.bandsLeaveGap("below \(lowest)")) }
        if let highest = last.bounds.below { throw places[places.count - 1].fault(.bandsLeaveGap("from \(highest) up")) }
        guard worse != .context || bands.allSatisfy({ $0.points == 0 }) else { throw list.fault(.wrongDirection) }
        return bands
    }

    private func check(
        _ band: Indicator.Band, after before: Indicator.Band, worse: Indicator.Direction, at place: DocumentPlace
    ) throws(RubricFault) {
        guard let end = before.bounds.below, let start = band.bounds.atLeast else { throw place.fault(.bandsOutOfOrder) }
        if start < end { throw place.fault(.bandsOverlap(endsAt: end, nextBeginsAt: start)) }
        if start > end { throw place.fault(.bandsLeaveGap("\(end) to \(start)")) }
        let (better, poorer) = worse == .lower ? (band.points, before.points) : (before.points, band.points)
        guard worse == .context || poorer >= better else { throw place.fault(.pointsFallAsValueWorsens(from: better, to: poorer)) }
    }
}
