/// How the sums over an organization's readings become its outcome, for one population of a rubric: lines, masks and probabilities by points, together in one
/// place, so that nothing is looked up for each of many organizations.
struct OutcomeRule: Sendable {
    private let population: Int
    private let coverage: Rubric.CoverageLines
    private let lines: Rubric.StatusLines
    /// The probability within 24 months for every number of points.
    private let chances: [Double]
    private let allFlags: ScoreTable.FlagSet
    private let graveFlags: ScoreTable.FlagSet
    private let changeableFlags: ScoreTable.FlagSet
    /// Flags that make others superfluous, and for each flag those.
    private let superseding: ScoreTable.FlagSet
    private let superseded: [ScoreTable.FlagSet]

    init(_ rubric: Rubric, _ table: ScoreTable, _ chances: ChanceTable, population: Int) {
        self.population = population
        (coverage, lines) = (rubric.coverageLines, rubric.lines)
        self.chances = chances.chances(population: population, horizon: .months24)
        (allFlags, graveFlags, changeableFlags) = (table.allFlags, table.graveFlags, table.changeableFlags)
        superseded = table.flags.map(\.supersedes)
        superseding = table.flags.indices.reduce(0) { table.flags[$1].supersedes != 0 ? $0 | 1 << $1 : $0 }
    }

    /// - Parameter raised: flags that nothing stands in the way of, superseded ones among them.
    @inline(__always)
    func outcome(score: Effect.Score, raised: ScoreTable.FlagSet, lacksElement: Bool) -> Outcome {
        let share = score.atStake == 0 ? 0 : Double(score.observed) / Double(score.atStake)
        let coverageClass = coverageClass(share)
        let flags = standing(of: raised & allFlags)
        let status = status(
            probability: chances[score.points], flags: flags, isIncomplete: coverageClass == .insufficient || lacksElement,
            confirmedCritical: false)
        return Outcome(population: population, score: score, flags: flags, coverage: share, coverageClass: coverageClass, status: status)
    }

    /// Raised flags without those that others make superfluous.
    @inline(__always)
    private func standing(of raised: ScoreTable.FlagSet) -> ScoreTable.FlagSet {
        var (standing, rest) = (raised, raised & superseding)
        while rest != 0 {
            standing &= ~superseded[rest.trailingZeroBitCount]
            rest &= rest &- 1
        }
        return standing
    }

    @inline(__always)
    private func coverageClass(_ share: Double) -> CoverageClass {
        // Counted, for one organization's class says nothing about the next one's.
        let lines = (share >= coverage.low ? 1 : 0) &+ (share >= coverage.medium ? 1 : 0) &+ (share >= coverage.high ? 1 : 0)
        return lines == 0 ? .insufficient : lines == 1 ? .low : lines == 2 ? .medium : .high
    }

    /// What the evaluation amounts to.
    ///
    /// Unsustainable needs a probability over the line, or a critical flag that a person confirmed, and in either case something the organization can
    /// change: nobody is called unsustainable for being small or young alone.
    @inline(__always)
    func status(probability: Double, flags: ScoreTable.FlagSet, isIncomplete: Bool, confirmedCritical: Bool) -> Status {
        if isIncomplete && !confirmedCritical { return .incomplete }
        let isChangeable = flags & changeableFlags != 0
        if (probability >= lines.unsustainable || confirmedCritical) && isChangeable { return .unsustainable }
        if probability >= lines.watch || flags & graveFlags != 0 { return .watch }
        return .stable
    }
}
