import Values

/// Makes a sound rubric of a document, or says what is wrong and where.
struct RubricReader {
    private(set) var families: [Rubric.Family] = []
    private(set) var indicators: [Indicator] = []
    private(set) var missingAtWorst = true
    private var familyCodes: [String: Int] = [:]
    private(set) var indicatorCodes: [String: Int] = [:]

    mutating func read(_ document: RubricValue) throws(RubricFault) -> Rubric {
        let fields = try DocumentPlace(value: document, place: "").record(
            "id", "title", "validFrom", "validThrough", "author", "notes", "logOddsPerPoint", "reportDueMonths", "cohortMinimum", "lines",
            "missingAtWorst", "coverage", "families", "indicators", "combinations", "populations", "flags"
        )
        missingAtWorst = try fields.optional("missingAtWorst").read { place throws(RubricFault) in try place.bool() } ?? true
        families = try entries(fields.field("families"), code: "code") { entry throws(RubricFault) in try family(entry) }
        familyCodes = codes(families.map(\.code))
        indicators = try entries(fields.field("indicators"), code: "code") { entry throws(RubricFault) in try indicator(entry) }
        indicatorCodes = codes(indicators.map(\.code))
        let requirements = families.indices.map { family in
            indicators.indices.filter { indicators[$0].family == family && indicators[$0].requirement != nil }
        }
        return Rubric(
            id: try fields.field("id").text(),
            title: try fields.field("title").words(),
            validFrom: try fields.field("validFrom").day(),
            validThrough: try validThrough(fields),
            author: try fields.field("author").text(),
            notes: try fields.field("notes").words(),
            logOddsPerPoint: try fields.field("logOddsPerPoint").number(in: 0.01...2),
            reportDueMonths: try fields.field("reportDueMonths").whole(in: 0...60),
            missingAtWorst: missingAtWorst,
            cohortMinimum: try fields.field("cohortMinimum").whole(in: 2...1_000_000),
            families: families,
            indicators: indicators,
            combinations: try combinations(fields),
            populations: try populations(fields),
            flags: try flags(fields),
            lines: try lines(fields.field("lines")),
            coverageLines: try coverage(fields.field("coverage")),
            elementFamilies: families.indices.filter { families[$0].isElement },
            requirements: requirements
        )
    }

    /// The entries of a list, whose codes must all differ.
    func entries<Entry>(
        _ list: DocumentPlace, code: String, _ read: (DocumentPlace) throws(RubricFault) -> Entry
    ) throws(RubricFault) -> [Entry] {
        var found: [Entry] = []
        var seen: Set<String> = []
        for place in try list.list() {
            found.append(try read(place))
            guard case .record(let fields) = place.value, case .text(let text)? = fields[code] else { continue }
            guard seen.insert(text).inserted else { throw RubricFault(place: "\(place.place).\(code)", problem: .repeated(text)) }
        }
        guard !found.isEmpty else { throw list.fault(.missing) }
        return found
    }

    func codes(_ codes: [String]) -> [String: Int] {
        Dictionary(zip(codes, codes.indices)) { first, _ in first }
    }

    /// The position of what the code at that place names.
    func position(_ place: DocumentPlace, in codes: [String: Int]) throws(RubricFault) -> Int {
        let code = try place.text()
        guard let position = codes[code] else { throw place.fault(.unknownReference(code)) }
        return position
    }

    func familyPosition(_ place: DocumentPlace) throws(RubricFault) -> Int {
        try position(place, in: familyCodes)
    }

    private func family(_ place: DocumentPlace) throws(RubricFault) -> Rubric.Family {
        let fields = try place.record("code", "name", "element")
        return Rubric.Family(
            code: try fields.field("code").text(), name: try fields.field("name").words(), isElement: try fields.field("element").bool()
        )
    }

    private func validThrough(_ fields: DocumentRecord) throws(RubricFault) -> Day? {
        guard let place = fields.optional("validThrough") else { return nil }
        let (first, last) = (try fields.field("validFrom").day(), try place.day())
        guard last >= first else { throw place.fault(.notAllowed(found: last.iso, allowed: "\(first.iso) or later")) }
        return last
    }

    private func lines(_ place: DocumentPlace) throws(RubricFault) -> Rubric.StatusLines {
        let fields = try place.record("watch", "unsustainable")
        let watch = try fields.field("watch").number(in: 0...1)
        return Rubric.StatusLines(watch: watch, unsustainable: try fields.field("unsustainable").number(in: watch...1))
    }

    private func coverage(_ place: DocumentPlace) throws(RubricFault) -> Rubric.CoverageLines {
        let fields = try place.record("high", "medium", "low")
        let low = try fields.field("low").number(in: 0...1)
        let medium = try fields.field("medium").number(in: low...1)
        return Rubric.CoverageLines(high: try fields.field("high").number(in: medium...1), medium: medium, low: low)
    }
}

extension Rubric {
    /// Reads and checks a rubric's document.
    /// - Throws: ``RubricFault`` with the place of the first thing that is wrong.
    package init(reading document: RubricValue) throws(RubricFault) {
        var reader = RubricReader()
        self = try reader.read(document)
    }
}
