import Access
import Incubation
import Postgres
import Values

/// A caller who was let in to do one thing, and what can be reached in doing it.
struct Admission: Sendable {
    let caller: Caller
    /// nil for nothing but what is public.
    let scope: Scope?
    /// The document whose number the caller has, which shows that one row.
    var document: VerificationNumber?

    /// The area that can be reached; nil for the nation and for what is public.
    var area: AreaCode? {
        switch scope {
        case .area(let code): code
        case .organization(let number): AreaCode(number.district.description)
        case .nation, nil: nil
        }
    }

    /// The same caller, for statistics of whole districts: single organizations' amounts go into percentiles and no further.
    func forCohorts(of area: AreaCode?) -> Admission {
        Admission(caller: caller, scope: area.map(Scope.area) ?? .nation)
    }

    /// The settings that the policies on the server's side read: a transaction without them reaches no private row.
    var context: SessionContext {
        var context = caller.context
        if let document { context["incubator.document"] = document.text }
        for (name, value) in scope?.settings ?? [:] { context[name] = value }
        return context
    }
}

extension Scope {
    /// The scope as bounds that a policy compares with: districts as numbers, areas inside a district as a range of codes, or one
    /// organization.
    fileprivate var settings: [String: String] {
        switch self {
        case .nation: ["incubator.district_low": "0", "incubator.district_high": "999999"]
        case .organization(let number):
            [
                "incubator.district_low": number.district.description, "incubator.district_high": number.district.description,
                "incubator.serial": String(number.serial),
            ]
        case .area(let code):
            if let district = code.district, code.digitCount > 6 {
                [
                    "incubator.district_low": district.description, "incubator.district_high": district.description,
                    "incubator.area_low": code.text, "incubator.area_high": code.endOfRange,
                ]
            } else {
                ["incubator.district_low": code.padded(with: "0"), "incubator.district_high": code.padded(with: "9")]
            }
        }
    }
}

extension AreaCode {
    /// The smallest and largest district inside: a county-level code is its own.
    fileprivate func padded(with digit: Character) -> String {
        text + String(repeating: digit, count: max(0, 6 - text.count))
    }

    /// The first text behind all codes inside the area: behind every digit, and for a community behind the hyphen of its own units.
    fileprivate var endOfRange: String {
        text.contains("-") ? text + "!" : text + "~"
    }
}
