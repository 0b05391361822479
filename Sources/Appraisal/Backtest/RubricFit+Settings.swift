extension RubricFit.Settings {
    /// Reads a document with `ridge`, `logOddsPerPoint` and `cuts` by indicator code.
    /// - Throws: ``RubricFault`` with the place of what is wrong.
    package init(reading document: RubricValue) throws(RubricFault) {
        let fields = try DocumentPlace(value: document, place: "").record("ridge", "logOddsPerPoint", "cuts")
        let cutsPlace = try fields.field("cuts")
        guard case .record(let entries) = cutsPlace.value else { throw cutsPlace.fault(.wrongKind(expected: "record")) }
        var cuts: [String: [Double]] = [:]
        for code in entries.keys.sorted() {
            var found: [Double] = []
            let place = DocumentPlace(value: entries[code] ?? .null, place: "cuts.\(code)")
            for cut in try place.list() { found.append(try cut.number()) }
            cuts[code] = found
        }
        self.init(
            cuts: cuts, ridge: try fields.field("ridge").number(in: 0...10_000),
            logOddsPerPoint: try fields.field("logOddsPerPoint").number(in: 0.01...2)
        )
    }
}

extension RubricFit.Settings {
    /// The same without cut points for the families named, whose indicators then carry no points.
    package func without(families codes: Set<String>, of rubric: Rubric) -> RubricFit.Settings {
        var settings = self
        for indicator in rubric.indicators where codes.contains(rubric.families[indicator.family].code) {
            settings.cuts[indicator.code] = nil
        }
        return settings
    }
}
