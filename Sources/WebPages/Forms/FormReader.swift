import HTTPSupport
import Incubation
import Values
import Workflow

/// Reads what was typed into a form and gathers everything that is wrong, so that a form is sent back once.
struct FormReader: Sendable {
    let fields: FormFields
    private let specifications: [String: FormField]
    private let registry: Registry
    private let caller: Caller
    let w: Words
    private(set) var faults: [FieldFault] = []

    init(_ fields: FormFields, _ groups: [FormGroup], _ registry: Registry, as caller: Caller, _ w: Words) {
        self.fields = fields
        specifications = groups.flatMap(\.fields).reduce(into: [:]) { $0[$1.name] = $1 }
        (self.registry, self.caller, self.w) = (registry, caller, w)
    }

    /// A text; nil when nothing was typed, which is a fault unless the field is optional.
    mutating func text(_ name: String) -> String? {
        if let text = fields.text(name) { return text }
        if specifications[name]?.isOptional != true { miss(name) }
        return nil
    }

    mutating func value<Value>(_ name: String, expected: BilingualText, _ convert: (String) -> Value?) -> Value? {
        guard let text = text(name) else { return nil }
        if let value = convert(text) { return value }
        fail(name, w(Catalogue.forms.malformed(label(name), expected)))
        return nil
    }

    mutating func day(_ name: String) -> Day? {
        value(name, expected: Catalogue.forms.dayExpected) { Day(written: $0) }
    }

    mutating func code<Code: RawRepresentable>(_ name: String, _: Code.Type) -> Code? where Code.RawValue == String {
        value(name, expected: Catalogue.forms.choiceExpected) { Code(rawValue: $0) }
    }

    mutating func count(_ name: String) -> Int32? {
        value(name, expected: Catalogue.forms.countExpected) { text in
            Int32(text.halfWidth.filter { $0 != "," }).flatMap { $0 >= 0 ? $0 : nil }
        }
    }

    mutating func money(_ name: String) -> Money? {
        value(name, expected: Catalogue.forms.moneyExpected) { Money(decimal: $0.halfWidth.filter { $0 != "," && $0 != " " }) }
    }

    mutating func yesNo(_ name: String) -> Bool? {
        value(name, expected: Catalogue.forms.choiceExpected) { ["yes": true, "no": false][$0] }
    }

    /// The codes that were ticked.
    func codes<Code: RawRepresentable>(_ name: String, _: Code.Type) -> [Code] where Code.RawValue == String {
        fields.all(name).compactMap { Code(rawValue: $0) }
    }

    /// An area by its name or code.
    mutating func area(_ name: String) async throws -> AreaCode? {
        guard let written = text(name) else { return nil }
        return try await area(written, name)
    }

    /// Areas by name or code, one on each line.
    mutating func areas(_ name: String) async throws -> [AreaCode] {
        var found: [AreaCode] = []
        for line in fields.typed(name).split(whereSeparator: \.isNewline) {
            let written = String(line).trimmed
            if written.isEmpty { continue }
            if let code = try await area(written, name) { found.append(code) }
        }
        return found
    }

    private mutating func area(_ written: String, _ name: String) async throws -> AreaCode? {
        switch try await AreaChoice(written, registry: registry, as: caller) {
        case .one(let place): return place.area.code
        case .none: return nil
        case .unknown: fail(name, w(Catalogue.forms.areaUnknown(written)))
        case .several(let places):
            let offers = places.map { "\(w($0)) \($0.area.code)" }.joined(separator: w(Catalogue.frame.listMark))
            fail(name, w(Catalogue.forms.areaSeveral(written, offers)))
        }
        return nil
    }

    func label(_ name: String) -> BilingualText { specifications[name]?.label ?? Catalogue.forms.nameless(name) }

    private mutating func miss(_ name: String) {
        fail(name, w(Catalogue.forms.missing(label(name))))
    }

    mutating func fail(_ name: String, _ words: String) {
        faults.append(FieldFault(field: FormField.id(of: name), words: words))
    }

    /// Takes in what a use case refused: at the fields that it names.
    mutating func take(_ refusal: Refusal) {
        for fault in refusal.formFaults {
            let words = w(fault.words).replacing("“\(fault.field)”", with: "“\(w(label(fault.field)))”")
            faults.append(FieldFault(field: specifications[fault.field] == nil ? "" : FormField.id(of: fault.field), words: words))
        }
    }
}

extension String {
    /// With full-width digits and signs as Chinese keyboards write them made half-width.
    var halfWidth: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
                }))
    }
}

extension Day {
    /// A day as people write it: `2024-03-05`, `2024/3/5`, `2024.3.5`, `20240305` or with the Chinese words for year, month and day.
    init?(written text: String) {
        let parts = text.halfWidth.split { !$0.isASCII || !$0.isNumber }
        if parts.count == 1, parts[0].count == 8, let packed = Int64(parts[0]) {
            self.init(packed: packed)
        } else {
            guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
            else { return nil }
            self.init(year: year, month: month, day: day)
        }
    }
}
