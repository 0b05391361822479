import Values

/// Something that a command prints: fields in the order in which people read them.
struct Record: Sendable {
    struct Field: Sendable {
        /// The name in JSON and CSV, as imports and the HTTP interface spell it.
        let name: String
        let label: BilingualText
        let value: FieldValue
        /// Whether it stands in text tables too, which have to fit a terminal.
        var isBrief = true
    }

    var fields: [Field]

    init<Subject: Presentable>(_ subject: Subject) {
        fields = Subject.columns.map { Field(name: $0.name, label: $0.label, value: $0.value(subject), isBrief: $0.isBrief) }
    }

    init(_ fields: [Field]) {
        self.fields = fields
    }
}

extension Record.Field {
    init(_ name: String, _ zh: String, _ en: String, _ value: FieldValue) {
        self.init(name: name, label: BilingualText(zh: zh, en: en), value: value)
    }
}

/// What can be printed as a record or as a row of a table. One description serves JSON, CSV and text.
protocol Presentable: Sendable {
    static var columns: [Column<Self>] { get }
}

/// One field of every record of a kind.
struct Column<Subject>: Sendable {
    let name: String
    let label: BilingualText
    /// Whether it stands in text tables too, which have to fit a terminal.
    let isBrief: Bool
    let value: @Sendable (Subject) -> FieldValue

    init(_ name: String, _ zh: String, _ en: String, brief isBrief: Bool = true, _ value: @escaping @Sendable (Subject) -> FieldValue) {
        self.name = name
        label = BilingualText(zh: zh, en: en)
        self.isBrief = isBrief
        self.value = value
    }

    /// The same field of something that has such a subject.
    func within<Whole>(_ part: @escaping @Sendable (Whole) -> Subject) -> Column<Whole> {
        Column<Whole>(name, label.zh, label.en, brief: isBrief) { value(part($0)) }
    }
}
