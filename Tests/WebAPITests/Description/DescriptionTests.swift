import Access
import Appraisal
import HTTPSupport
import Hummingbird
import Incubation
import Logging
import Testing
import Values
import Workflow

/// The description against the router and the register's own words.
@Suite struct DescriptionTests {
    @Test func `every route is described and everything described is a route`() throws {
        let service = HTTPService(
            logger: Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }, identify: { _ in Identification(.visitor) }
        ) { APIUnderTest.now }
        let router = try APIUnderTest.router(service, APIUnderTest.accounts(APIUnderTest.unreachablePool))
        let routes = Set(router.routes.map { "\($0.method.rawValue) \($0.path.description)" })
        let described = Set(try OpenAPIDocument.shared.get().operations.map(\.description))
        #expect(routes.subtracting(described) == [], "routes that are not described")
        #expect(described.subtracting(routes) == [], "descriptions of routes that are not there")
    }

    @Test func `every reference leads somewhere and every part is used`() throws {
        let document = try OpenAPIDocument.shared.get()
        let references = Set(document.references)
        for reference in references { #expect(document.checker.resolve(reference) != nil, "\(reference)") }
        for kind in ["schemas", "parameters", "responses", "headers"] {
            for part in document.json["components"]?[kind]?.members ?? [] {
                let isUsed = references.contains("#/components/\(kind)/\(part.name)")
                #expect(isUsed, "\(part.name)")
            }
        }
    }

    @Test func `every operation has a name of its own and says what it refuses`() throws {
        let document = try OpenAPIDocument.shared.get()
        let details = document.operations.compactMap { document.json["paths"]?[$0.path]?[$0.method.lowercased()] }
        let names = details.compactMap { $0["operationId"]?.text }
        #expect(names.count == details.count)
        #expect(Set(names).count == names.count)
        for operation in details {
            #expect(operation["summary"]?.text?.isEmpty == false)
            #expect(operation["responses"]?["default"] != nil)
        }
    }

    @Test(arguments: [
        ("AreaLevel", AreaLevel.allCases.map(\.rawValue)), ("OrganizationCategory", OrganizationCategory.allCases.map(\.rawValue)),
        ("OptionalOrganizationCategory", OrganizationCategory.allCases.map(\.rawValue)), ("LegalForm", LegalForm.allCases.map(\.rawValue)),
        ("LegalStatus", LegalStatus.allCases.map(\.rawValue)), ("ContactKind", ContactKind.allCases.map(\.rawValue)),
        ("PostKind", PostKind.allCases.map(\.rawValue)), ("SelectionMethod", SelectionMethod.allCases.map(\.rawValue)),
        ("CharterClause", CharterClause.allCases.map(\.rawValue)), ("GovernanceBodyKind", GovernanceBodyKind.allCases.map(\.rawValue)),
        ("ActivityKind", ActivityKind.allCases.map(\.rawValue)), ("InspectionResult", InspectionResult.allCases.map(\.rawValue)),
        ("CaseStage", CaseStage.allCases.map(\.rawValue)), ("AssessmentStatus", Appraisal.Status.allCases.map(\.rawValue)),
        ("CoverageClass", CoverageClass.allCases.map(\.rawValue)), ("IndicatorState", IndicatorState.allCases.map(\.rawValue)),
        ("PendingKind", PendingKind.allCases.map(\.rawValue)), ("ResponsibleRole", ResponsibleRole.allCases.map(\.rawValue)),
        ("OptionalResponsibleRole", ResponsibleRole.allCases.map(\.rawValue)), ("PendingState", PendingState.allCases.map(\.rawValue)),
        ("DeadlineStanding", DeadlineStanding.allCases.map(\.rawValue)),
        ("OptionalDeadlineStanding", DeadlineStanding.allCases.map(\.rawValue)), ("PeriodUnit", Period.Unit.allCases.map(\.rawValue)),
        ("RuleCertainty", DeadlineRule.Certainty.allCases.map(\.rawValue)), ("PendingStepKind", PendingStep.What.allCases.map(\.rawValue)),
        ("CalendarExceptionKind", CalendarException.Kind.allCases.map(\.rawValue)),
        ("PersonState", PersonState.allCases.map(\.rawValue)), ("DisclosurePurpose", DisclosurePurpose.allCases.map(\.rawValue)),
        ("ErasureBasis", ErasureBasis.allCases.map(\.rawValue)), ("RestrictionBasis", RestrictionBasis.allCases.map(\.rawValue)),
        ("Role", Role.allCases.map(\.rawValue)), ("AccountState", AccountState.allCases.map(\.rawValue)),
        ("OptionalDuty", Access.Duty.allCases.map(\.rawValue)), ("SecondFactorState", SecondFactorState.allCases.map(\.rawValue)),
        ("CodeAlgorithm", OneTimeCode.Algorithm.allCases.map(\.rawValue)),
        ("DocumentKind", DocumentKind.allCases.map(\.rawValue)), ("DocumentStanding", DocumentStanding.allCases.map(\.rawValue)),
        ("Severity", FlagRule.Severity.allCases.map(\.rawValue)), ("FlagState", HandledFlag.State.allCases.map(\.rawValue)),
        ("FlagDue", FlagFilter.Due.allCases.map(\.rawValue)), ("Consequence", HandledFlag.Consequence.allCases.map(\.rawValue)),
        ("InterventionKind", Intervention.Kind.allCases.map(\.rawValue)),
        ("InterventionReason", Intervention.Reason.allCases.map(\.rawValue)),
        ("OptionalAssessmentStatus", Appraisal.Status.allCases.map(\.rawValue)),
        ("ImportKind", ImportKind.allCases.map(\.rawValue)), ("ImportStanding", ImportStatus.Standing.allCases.map(\.rawValue)),
        ("CalibrationStage", CalibrationStage.allCases.map(\.rawValue)),
    ])
    func `the codes are those of the register`(schema: String, codes: [String]) throws {
        let described = try OpenAPIDocument.shared.get().json["components"]?["schemas"]?[schema]?["enum"]?.elements.compactMap(\.text)
        #expect(described == codes)
    }

    @Test func `sources of income are those of the register`() throws {
        let properties = try OpenAPIDocument.shared.get().json["components"]?["schemas"]?["IncomeBySource"]?["properties"]?.members.map(
            \.name)
        #expect(properties == IncomeSource.allCases.map(\.rawValue).sorted())
    }

    @Test func `the sample requests are what is described`() throws {
        let document = try OpenAPIDocument.shared.get()
        var samples = [
            ("POST", "/api/v1/areas", Samples.area), ("POST", "/api/v1/organizations", Samples.organization),
            ("PUT", "/api/v1/organizations/1", Samples.edit), ("POST", "/api/v1/organizations/1/legal-status", Samples.step),
            ("POST", "/api/v1/assessment-runs", Samples.run), ("POST", "/api/v1/organizations/1/case", Samples.opening),
            ("POST", "/api/v1/organizations/1/case/steps", Samples.move),
            ("POST", "/api/v1/hub-contracts", Samples.contract), ("POST", "/api/v1/hub-contracts/1/end", Samples.ending),
            ("POST", "/api/v1/hub-contracts/1/hand-over", Samples.handOver),
            ("POST", "/api/v1/organizations/1/case/declarations", Samples.declaration),
            ("POST", "/api/v1/organizations/1/case/decisions", Samples.recommendation),
            ("POST", "/api/v1/organizations/1/case/decisions/review", Samples.review),
            ("POST", "/api/v1/organizations/1/case/decisions/approval", Samples.approval),
            ("POST", "/api/v1/organizations/1/documents", Samples.summary),
            ("POST", "/api/v1/organizations/1/documents/1/withdrawal", Samples.withdrawal),
            ("PUT", "/api/v1/calendars/2023", Samples.calendar), ("PUT", "/api/v1/pending-items/1/owner", Samples.owner),
            ("POST", "/api/v1/people/disclosures", Samples.export), ("POST", "/api/v1/imports", Samples.table),
        ]
        samples += Samples.scoringRequests.map { ($0.method, Samples.path("/api/v1\($0.path)"), $0.body) }
        samples += Samples.accountRequests.map { ($0.method, "/api/v1\($0.path)", $0.body) }
        samples += (Samples.records + Samples.people).map { ("POST", "/api/v1/organizations/1\($0.path)", $0.body) }
        var taken: Set<OpenAPIDocument.Operation> = []
        for (method, path, body) in samples {
            let operation = try #require(document.operation(method, path))
            #expect(document.checker.findings(body, against: try #require(document.requestSchema(operation))) == [], "\(method) \(path)")
            taken.insert(operation)
        }
        #expect(taken == Set(document.operations.filter { document.requestSchema($0) != nil }), "an operation without a sample")
    }
}
