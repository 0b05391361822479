extension LocalCalibration {
    /// The calibration as a document, whose canonical bytes name it.
    package var document: RubricValue {
        var fields: [String: RubricValue] = ["parts": .list(parts.map(\.document))]
        if let points {
            fields["points"] = .record([
                "logOddsPerPoint": .number(points.logOddsPerPoint), "indicators": .list(points.indicators.map(\.document)),
            ])
        }
        return .record(fields)
    }

    /// Reads what ``document`` writes.
    /// - Throws: ``RubricFault`` with the place of what is wrong.
    package init(reading document: RubricValue) throws(RubricFault) {
        let fields = try DocumentPlace(value: document, place: "").record("parts", "points")
        var parts: [Part] = []
        for place in try fields.field("parts").list() { parts.append(try Part(place)) }
        self.parts = parts
        points = try fields.optional("points").read { place throws(RubricFault) in
            let fields = try place.record("logOddsPerPoint", "indicators")
            var indicators: [Points] = []
            for place in try fields.field("indicators").list() { indicators.append(try Points(place)) }
            return FittedPoints(logOddsPerPoint: try fields.field("logOddsPerPoint").number(in: 0.01...2), indicators: indicators)
        }
    }
}

extension LocalCalibration.Part {
    fileprivate var document: RubricValue {
        .record([
            "population": .text(population), "stage": .text(stage.rawValue), "slope": .number(slope), "newestShift": .number(newestShift),
            "exits": .number(Double(exits)), "cases": .number(Double(cases)),
            "intercepts": .record([
                "12": .number(intercepts.months12), "24": .number(intercepts.months24), "36": .number(intercepts.months36),
            ]),
        ])
    }

    fileprivate init(_ place: DocumentPlace) throws(RubricFault) {
        let fields = try place.record("population", "stage", "slope", "newestShift", "exits", "cases", "intercepts")
        let horizons = try fields.field("intercepts").record("12", "24", "36")
        population = try fields.field("population").text()
        stage = try fields.field("stage").word(CalibrationStage.self)
        slope = try fields.field("slope").number(in: Population.slopes)
        newestShift = try fields.field("newestShift").number(in: -20...20)
        exits = try fields.field("exits").whole(in: 0...1_000_000_000)
        cases = try fields.field("cases").whole(in: 0...1_000_000_000)
        intercepts = Population.Intercepts(
            months12: try horizons.field("12").number(in: -40...40), months24: try horizons.field("24").number(in: -40...40),
            months36: try horizons.field("36").number(in: -40...40))
    }
}

extension LocalCalibration.Points {
    fileprivate var document: RubricValue {
        .record([
            "indicator": .text(indicator), "cuts": .list(cuts.map(RubricValue.number)),
            "points": .list(points.map { .number(Double($0)) }), "missing": .number(Double(missing)),
            "notYetDue": .number(Double(notYetDue)),
        ])
    }

    fileprivate init(_ place: DocumentPlace) throws(RubricFault) {
        let fields = try place.record("indicator", "cuts", "points", "missing", "notYetDue")
        indicator = try fields.field("indicator").text()
        var cuts: [Double] = []
        for place in try fields.field("cuts").list() {
            let cut = try place.number()
            if let last = cuts.last, last >= cut { throw place.fault(.bandsOverlap(endsAt: last, nextBeginsAt: cut)) }
            cuts.append(cut)
        }
        var points: [Int] = []
        let list = try fields.field("points")
        for place in try list.list() { points.append(try place.points()) }
        guard points.count == cuts.count + 1 else { throw list.fault(.wrongKind(expected: "list of \(cuts.count + 1)")) }
        guard points == points.sorted() || points == points.sorted(by: >) else { throw list.fault(.wrongDirection) }
        (self.cuts, self.points) = (cuts, points)
        missing = try fields.field("missing").points()
        notYetDue = try fields.field("notYetDue").points()
    }
}
