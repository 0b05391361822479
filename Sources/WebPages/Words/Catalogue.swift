import Values
import Workflow

/// Every sentence of the pages, in both languages.
///
/// A list holds the sentences of one subject. A sentence is a property, so that it has a name once, and does not compile without both
/// languages; one with something to fill in is a function. Templates say `{{w.frame.skip}}`, code says `w(Catalogue.frame.skip)`. A test
/// finds sentences that nobody uses, and text that stands elsewhere.
enum Catalogue {
    static let frame = FrameWords()
    static let home = HomeWords()
    static let directory = DirectoryWords()
    static let terms = TermWords()
    static let charts = ChartWords()
    static let organization = OrganizationWords()
    static let assessment = AssessmentWords()
    static let explanation = ExplanationWords()
    static let whatIf = WhatIfWords()
    static let area = AreaWords()
    static let audit = AuditWords()
    static let flagged = FlaggedWords()
    static let flags = FlagWords()
    static let trends = TrendWords()
    static let rubric = RubricWords()
    static let modelCard = ModelCardWords()
    static let calibrations = CalibrationWords()
    static let rubricWork = RubricWorkWords()
    static let process = ProcessWords()
    static let pending = PendingWords()
    static let decisions = DecisionWords()
    static let status = StatusWords()
    static let imports = ImportPageWords()
    static let summary = SummaryWords()
    static let contracts = ContractWords()
    static let calendars = CalendarWords()
    static let people = PeopleWords()
    static let documents = DocumentWords()
    static let forms = FormWords()
    static let fields = FieldLabels()
    static let signIn = SignInWords()
    static let accounts = AccountWords()
    static let providers = ProviderWords()

    /// The lists by the names that templates use.
    static let lists: [String: any Sendable] = [
        "frame": frame, "home": home, "directory": directory, "terms": terms, "charts": charts, "organization": organization,
        "assessment": assessment, "explanation": explanation, "whatIf": whatIf,
        "area": area, "audit": audit, "flagged": flagged, "flags": flags, "trends": trends, "rubric": rubric, "process": process,
        "modelCard": modelCard, "calibrations": calibrations, "rubricWork": rubricWork,
        "pending": pending, "decisions": decisions, "status": status, "imports": imports, "summary": summary,
        "documents": documents, "forms": forms, "fields": fields, "signIn": signIn, "accounts": accounts, "providers": providers,
        "contracts": contracts, "people": people, "calendars": calendars,
    ]
}

/// The catalogue in one language.
struct Words: Sendable {
    let language: Language
    /// Who somebody is, by the name that records have for them; whoever is not here is told by a number.
    var names: [String: ActorName] = [:]

    func callAsFunction(_ text: BilingualText) -> String { text[language] }

    /// What templates write, by the names of list and sentence: `frame.name`.
    static func sentences(in language: Language) -> [String: String] {
        var sentences: [String: String] = [:]
        for (name, list) in Catalogue.lists {
            for child in Mirror(reflecting: list).children {
                if let label = child.label, let text = child.value as? BilingualText { sentences["\(name).\(label)"] = text[language] }
            }
        }
        return sentences
    }
}

/// Short for the many literals of this folder.
func both(_ zh: String, _ en: String) -> BilingualText {
    BilingualText(zh: zh, en: en)
}
