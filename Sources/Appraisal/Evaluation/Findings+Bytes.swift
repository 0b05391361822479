// The form in which findings are stored, some three hundred bytes for an organization of whom little more than the accounts is known:
//
//     1 (the form's number), population, stage
//     number of indicators, then two bits for each one's state
//     number of records, then kind and number of each
//     for each value the number of its record (0 for none), then its eight bytes
//     number of indicators and combinations with points, then place and points of each; all points
//     intercept and log-odds of a point
//     whether there are estimates, then logit, probability, lowest and highest for each horizon
//     number of flags, then the position of each
//     number of elements, then family, required, met, reviewers, and whether it is absent and has a quality, which follows
//
// Counts and positions are unsigned in groups of seven bits, the lowest first, the highest bit saying that more follow; numbers of records the same with their
// sign in the lowest bit; fractions are IEEE 754, the lowest byte first.

extension Findings {
    private static let form: UInt8 = 1

    /// The findings as they are stored.
    package var bytes: [UInt8] {
        var writer = FindingsWriter()
        writer.write(Self.form)
        writer.write(count: population)
        writer.write(stage.number)
        writer.write(readings)
        writer.write(points)
        writer.write(count: totalPoints)
        writer.write(intercept)
        writer.write(logOddsPerPoint)
        writer.write(UInt8(probabilities == nil ? 0 : 1))
        if let probabilities {
            for horizon in Horizon.allCases { writer.write(probabilities[horizon]) }
        }
        writer.write(count: flags.count)
        for flag in flags { writer.write(count: flag) }
        writer.write(count: elements.count)
        for element in elements { writer.write(element) }
        return writer.bytes
    }

    /// Reads what ``bytes`` writes; nil for anything else.
    package init?(bytes: some RandomAccessCollection<UInt8>) {
        var reader = FindingsReader(bytes: Array(bytes))
        guard reader.byte() == Self.form, let population = reader.count(), let number = reader.byte(),
            let stage = CalibrationStage(number: number), let readings = reader.readings(),
            let (points, total) = reader.points(indicators: readings.count), let intercept = reader.double(),
            let logOddsPerPoint = reader.double(), let shows = reader.byte()
        else { return nil }
        let probabilities = shows == 1 ? reader.probabilities() : nil
        guard (shows == 1) == (probabilities != nil), let flags = reader.counts(), let elements = reader.elements(), reader.isAtEnd else {
            return nil
        }
        self.init(
            population: population, stage: stage, readings: readings, points: points, totalPoints: total, intercept: intercept,
            logOddsPerPoint: logOddsPerPoint, probabilities: probabilities, flags: flags, elements: elements)
    }
}

/// Puts findings into bytes.
private struct FindingsWriter {
    private(set) var bytes: [UInt8] = []

    init() {
        bytes.reserveCapacity(768)
    }

    mutating func write(_ byte: UInt8) {
        bytes.append(byte)
    }

    mutating func write(count: Int) {
        write(unsigned: UInt64(max(count, 0)))
    }

    private mutating func write(unsigned: UInt64) {
        var rest = unsigned
        while rest >= 128 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func write(_ fraction: Double) {
        withUnsafeBytes(of: fraction.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ readings: [IndicatorReading]) {
        write(count: readings.count)
        var start = 0
        while start < readings.count {
            var states: UInt8 = 0
            for place in start..<min(start + 4, readings.count) { states |= readings[place].state.number << UInt8(2 * (place - start)) }
            bytes.append(states)
            start += 4
        }
        var sources: [SourceReference] = []
        for reading in readings {
            if let source = reading.source, !sources.contains(source) { sources.append(source) }
        }
        write(count: sources.count)
        for source in sources {
            bytes.append(source.kind.number)
            write(unsigned: UInt64(bitPattern: (source.id << 1) ^ (source.id >> 63)))
        }
        for reading in readings {
            guard let value = reading.value else { continue }
            write(count: reading.source.flatMap { sources.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
            write(value)
        }
    }

    mutating func write(_ points: [Int]) {
        write(count: points.count { $0 > 0 })
        for (place, points) in points.enumerated() where points > 0 {
            write(count: place)
            write(count: points)
        }
        write(count: points.count)
    }

    mutating func write(_ estimate: Probabilities.Estimate) {
        write(estimate.logit)
        write(estimate.probability)
        write(estimate.lowest)
        write(estimate.highest)
    }

    mutating func write(_ element: ElementCompleteness) {
        write(count: element.family)
        write(count: element.required)
        write(count: element.met)
        write(count: element.reviewers)
        write(UInt8((element.isAbsent ? 1 : 0) | (element.quality == nil ? 0 : 2)))
        if let quality = element.quality { write(quality) }
    }
}

/// Takes findings out of bytes; every step gives nil where they end early or cannot be right.
private struct FindingsReader {
    private let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func byte() -> UInt8? {
        guard position < bytes.count else { return nil }
        position += 1
        return bytes[position - 1]
    }

    private mutating func unsigned() -> UInt64? {
        var (found, shift) = (UInt64(0), UInt64(0))
        while let byte = byte(), shift < 64 {
            found |= UInt64(byte & 127) << shift
            if byte & 128 == 0 { return found }
            shift += 7
        }
        return nil
    }

    /// No count here is larger than a rubric can be.
    mutating func count() -> Int? {
        unsigned().flatMap { $0 < 1_000_000 ? Int($0) : nil }
    }

    mutating func counts() -> [Int]? {
        guard let number = count() else { return nil }
        var found: [Int] = []
        for _ in 0..<number {
            guard let count = count() else { return nil }
            found.append(count)
        }
        return found
    }

    mutating func double() -> Double? {
        guard position + 8 <= bytes.count else { return nil }
        var pattern: UInt64 = 0
        for place in 0..<8 { pattern |= UInt64(bytes[position + place]) << UInt64(8 * place) }
        position += 8
        return Double(bitPattern: pattern)
    }

    mutating func readings() -> [IndicatorReading]? {
        guard let number = count() else { return nil }
        var states: [IndicatorState] = []
        while states.count < number {
            guard let byte = byte() else { return nil }
            for place in 0..<min(4, number - states.count) { states.append(IndicatorState(number: byte >> UInt8(2 * place) & 3)) }
        }
        guard let sources = sources() else { return nil }
        var found: [IndicatorReading] = []
        for state in states {
            guard state == .observed else {
                found.append(IndicatorReading(unobserved: state))
                continue
            }
            guard let source = count(), source <= sources.count, let value = double(), value.isFinite else { return nil }
            found.append(.observed(value, source: source == 0 ? nil : sources[source - 1]))
        }
        return found
    }

    private mutating func sources() -> [SourceReference]? {
        guard let number = count() else { return nil }
        var found: [SourceReference] = []
        for _ in 0..<number {
            guard let byte = byte(), let kind = SourceReference.Kind(number: byte), let id = unsigned() else { return nil }
            found.append(SourceReference(kind: kind, id: Int64(bitPattern: id >> 1) ^ -Int64(bitPattern: id & 1)))
        }
        return found
    }

    /// Points of every part and their sum.
    mutating func points(indicators: Int) -> ([Int], Int)? {
        guard let number = count() else { return nil }
        var pairs: [(place: Int, points: Int)] = []
        for _ in 0..<number {
            guard let place = count(), let points = count() else { return nil }
            pairs.append((place, points))
        }
        guard let parts = count(), parts >= indicators, let total = count(), pairs.allSatisfy({ $0.place < parts }) else { return nil }
        var found = [Int](repeating: 0, count: parts)
        for pair in pairs { found[pair.place] = pair.points }
        return (found, total)
    }

    mutating func probabilities() -> Probabilities? {
        guard let first = estimate(), let second = estimate(), let third = estimate() else { return nil }
        return Probabilities(months12: first, months24: second, months36: third)
    }

    private mutating func estimate() -> Probabilities.Estimate? {
        guard let logit = double(), let probability = double(), let lowest = double(), let highest = double() else { return nil }
        return Probabilities.Estimate(logit: logit, probability: probability, lowest: lowest, highest: highest)
    }

    mutating func elements() -> [ElementCompleteness]? {
        guard let number = count() else { return nil }
        var found: [ElementCompleteness] = []
        for _ in 0..<number {
            guard let family = count(), let required = count(), let met = count(), let reviewers = count(), let marks = byte() else {
                return nil
            }
            let quality = marks & 2 == 0 ? nil : double()
            guard marks & 2 == 0 || quality != nil else { return nil }
            found.append(
                ElementCompleteness(
                    family: family, required: required, met: met, quality: quality, reviewers: reviewers, isAbsent: marks & 1 == 1))
        }
        return found
    }
}

// The numbers below are stored: a new case gets the next one, and none is ever given anew.

extension IndicatorState {
    fileprivate var number: UInt8 {
        switch self {
        case .observed: 0
        case .notYetDue: 1
        case .dueButMissing: 2
        case .notApplicable: 3
        }
    }

    fileprivate init(number: UInt8) {
        self = Self.allCases.first { $0.number == number } ?? .dueButMissing
    }
}

extension CalibrationStage {
    fileprivate var number: UInt8 {
        switch self {
        case .notCalibratedLocally: 0
        case .intercept: 1
        case .slope: 2
        case .weights: 3
        }
    }

    fileprivate init?(number: UInt8) {
        guard let stage = Self.allCases.first(where: { $0.number == number }) else { return nil }
        self = stage
    }
}

extension SourceReference.Kind {
    fileprivate var number: UInt8 {
        switch self {
        case .organization: 0
        case .accounts: 1
        case .annualReport: 2
        case .activity: 3
        case .leadershipPost: 4
        case .charter: 5
        case .governanceBody: 6
        case .meeting: 7
        case .moneyControls: 8
        case .serviceBoundary: 9
        case .mentorAssignment: 10
        case .incubationCase: 11
        case .review: 12
        case .observation: 13
        }
    }

    fileprivate init?(number: UInt8) {
        guard let kind = Self.allCases.first(where: { $0.number == number }) else { return nil }
        self = kind
    }
}
