import Access
package import Appraisal
package import Incubation
import Postgres
import Store
package import Values

/// Another value of one indicator, as a person writes it.
package struct IndicatorSetting: Hashable, Sendable {
    /// The indicator's code, as written.
    package let indicator: String
    /// In the indicator's unit, or `unknown`.
    package let value: String

    package init(indicator: String, value: String) {
        self.indicator = indicator
        self.value = value
    }
}

/// An organization as it is and as it would be.
package struct WhatIfResult: Sendable {
    package let organization: OrganizationNumber
    package let name: String
    package let englishName: String?
    package let rubric: NamedRubric
    package let whatIf: WhatIf
    /// Positions of the indicators that were changed, in the rubric's order.
    package let changed: [Int]
}

/// Shows what an organization's assessment would be with other values of some indicators. Nothing is stored.
package struct TryWhatIf: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    /// - Parameter rubric: nil for the one in force.
    /// - Throws: ``Refusal/notFound(_:_:)``; for a setting ``Refusal/unknownField(_:nearest:)``, ``Refusal/malformed(field:value:expected:)`` or
    ///   ``Refusal/notPossible(field:_:)``, which name the indicator.
    package func callAsFunction(
        _ number: OrganizationNumber, settings: [IndicatorSetting], asOf: Day, rubric: NamedRubric? = nil, as caller: Caller
    ) async throws -> WhatIfResult {
        try registry.refuseFuture(asOf, field: "asOf")
        let admission = try await registry.admit(caller, to: .reading(.tryWhatIf), at: .organization(number))
        let (rubric, organization, known, calibrations) = try await registry.transaction(as: admission) { transaction in
            let used = if let rubric { rubric } else { try await transaction.rubricInForce() }
            let (organizations, calibrations) = try await transaction.together(
                FindOrganization(number), SelectCalibrationsInForce(of: used.hash, on: asOf))
            guard let organization = organizations.first else { throw Refusal.notFound(.organization, number.description) }
            return (used, organization, try await transaction.evidence(of: number, asOf: asOf), calibrations)
        }
        let changes = try Self.changes(settings, in: rubric.rubric)
        guard let known else { throw Refusal.notPossible(field: "asOf", text("组织当日不存在", "the organization did not exist on that day")) }
        let appraiser = try CalibratedRubrics(rubric.rubric, calibrations: calibrations).reading(in: number.district).appraiser
        let cohorts = CohortIndex(
            asOf: asOf,
            cohorts: try await registry.cohorts(
                of: number.district, asOf: asOf, as: admission.forCohorts(of: AreaCode(number.district.description))))
        let before = appraiser.evaluate(known.evidence, asOf: asOf, cohorts: cohorts)
        for (index, _) in changes where before.readings[index].state == .notApplicable {
            throw Refusal.notPossible(
                field: rubric.rubric.indicators[index].code, text("该指标对这个组织不适用", "the indicator means nothing for this organization"))
        }
        return WhatIfResult(
            organization: number, name: organization.particulars.name, englishName: organization.particulars.englishName, rubric: rubric,
            whatIf: appraiser.whatIf(before, changing: Dictionary(uniqueKeysWithValues: changes)), changed: changes.map(\.0).sorted())
    }

    /// The settings by position in the rubric.
    private static func changes(_ settings: [IndicatorSetting], in rubric: Rubric) throws(Refusal) -> [(Int, IndicatorReading)] {
        var changes: [(Int, IndicatorReading)] = []
        for setting in settings {
            let code = setting.indicator.uppercased()
            guard let index = rubric.indicators.firstIndex(where: { $0.code.uppercased() == code }) else {
                throw .unknownField(setting.indicator, nearest: nearest(to: code, in: rubric))
            }
            guard !changes.contains(where: { $0.0 == index }) else {
                throw .notPossible(field: setting.indicator, text("给了两次", "it is given twice"))
            }
            changes.append((index, try reading(setting, rubric.indicators[index])))
        }
        return changes
    }

    private static func reading(_ setting: IndicatorSetting, _ indicator: Indicator) throws(Refusal) -> IndicatorReading {
        if ["unknown", "未知"].contains(setting.value.lowercased()) { return .dueButMissing }
        guard let value = indicator.unit.value(written: setting.value) else {
            let expected = indicator.unit.writing
            throw .malformed(
                field: indicator.code, value: setting.value, expected: text("\(expected.zh)，或 unknown", "\(expected.en), or unknown"))
        }
        return .observed(value)
    }

    /// The first code that differs in one character.
    private static func nearest(to code: String, in rubric: Rubric) -> String? {
        rubric.indicators.map(\.code).first { candidate in
            candidate.count == code.count && zip(candidate.uppercased(), code).count { $0 != $1 } == 1
        }
    }
}
