import Access
import Incubation
import Postgres
import Store
import Values

@testable import Workflow

/// What the event of a write should say. A new act does not compile until it stands here.
struct ExpectedEvent {
    let chain: AuditChain
    private let caller: String
    private let subject: String
    private let key: String?
    private let versions: (before: Int64?, after: Int64?)
    private var stated: (purpose: String?, rows: Int64?) = (nil, nil)

    init(of act: Act, on attempt: Attempt, in test: TestRegistry) async throws {
        let district = AuditChain(attempt.organization.district)
        let number = attempt.organization.description
        switch act {
        case .addArea: (chain, subject, key, versions) = (.nation, "area", attempt.area, (nil, nil))
        case .createOrganization:
            let created = try await Self.newest("SELECT '320613-' || max(serial) FROM organizations", test)
            (chain, subject, key, versions) = (district, "organization", created, (nil, 1))
        case .editOrganization, .recordLegalStatus: (chain, subject, key, versions) = (district, "organization", number, (1, 2))
        case .recordLeadershipPost, .recordCharter, .recordGovernanceBody, .recordMeeting, .recordMoneyControls, .recordServiceBoundary,
            .recordAccounts, .recordActivity, .recordReport, .assignMentor:
            (chain, subject, key, versions) = (district, "organization", number, (nil, nil))
        case .openCase: (chain, subject, key, versions) = (district, "incubation-case", number, (nil, 1))
        case .advanceCase: (chain, subject, key, versions) = (district, "incubation-case", number, (1, 2))
        case .recordContract, .endContract, .handOverCases:
            let contract = try await Self.newest("SELECT min(contract)::text FROM hub_contracts WHERE hub = \(attempt.mark)", test)
            let versions: (Int64?, Int64?) = act == .recordContract ? (nil, 1) : act == .endContract ? (1, 2) : (nil, nil)
            (chain, subject, key, self.versions) = (district, "contract", contract, versions)
        case .declareInterest, .reviewMove: (chain, subject, key, versions) = (district, "incubation-case", number, (nil, nil))
        case .recommendMove: (chain, subject, key, versions) = (district, "incubation-case", number, (3, 3))
        case .decideMove: (chain, subject, key, versions) = (district, "incubation-case", number, (3, 4))
        case .issueSummary, .withdrawDocument:
            let document = try await Self.newest("SELECT concat_ws('-', district, serial, document) FROM documents", test)
            (chain, subject, key, versions) = (district, "document", document, (nil, nil))
        case .importTable:
            let job = try await Self.newest("SELECT max(job)::text FROM import_jobs", test)
            (chain, subject, key, versions) = (.nation, "import-job", job, (nil, nil))
        case .enterCalendar: (chain, subject, key, versions) = (.nation, "calendar", String(attempt.year), (nil, 1))
        case .reassignPending, .runDeadlines:
            let item = try await Self.newest(
                "SELECT concat_ws('-', district, serial, item) FROM pending_items ORDER BY item DESC LIMIT 1", test)
            (chain, subject, key, versions) = (district, "pending-item", item, (1, 2))
        case .viewPeople: (chain, subject, key, versions, stated) = (district, "organization", number, (nil, nil), ("contact", 1))
        case .exportPeople: (chain, subject, key, versions, stated) = (district, "person", nil, (nil, nil), ("audit", 1))
        case .erasePerson, .restrictPerson, .releasePerson:
            let purposes: [Act: String] = [
                .erasePerson: "person-request", .restrictPerson: "legal-retention", .releasePerson: "restriction-ended",
            ]
            let person = "320613-\(try await attempt.person(in: test))"
            (chain, subject, key, versions, stated) = (district, "person", person, (nil, nil), (purposes[act], 1))
        case .applyRetention:
            (chain, subject, key, versions, stated) = (.nation, "retention", nil, (nil, nil), ("idempotency-keys", 1))
        case .runAssessment:
            let run = try await Self.newest("SELECT max(run)::text FROM assessment_runs", test)
            (chain, subject, key, versions) = (district, "assessment-run", run, (nil, nil))
        case .signIn, .signOut, .endOwnSessions, .confirmIdentity, .changePassword, .offerSecondFactor, .confirmSecondFactor,
            .renewRecoveryCodes, .createOwnToken, .revokeOwnToken, .renewInvitation, .endRole, .endAccountSessions, .createAccountToken,
            .revokeAccountToken, .linkIdentity, .unlinkIdentity, .removeIdentity:
            (chain, subject, key, versions) = (.nation, "account", try await attempt.account(in: test).description, (nil, nil))
        case .inviteAccount:
            (chain, subject, key, versions) = (.nation, "account", try await attempt.account(in: test).description, (nil, 1))
        case .createFirstAdministrator:
            (chain, subject, key, versions) = (.nation, "account", try await attempt.account(in: test).description, (nil, 2))
        case .activateAccount:
            let account = try await attempt.account(in: test)
            // Cleared, given a password unless the person comes by a provider, and active.
            let hasPassword = try await test.registry.findingOut(FindCredentials(of: account, lock: false)).first?.passwordHash != nil
            (chain, subject, key, versions) = (.nation, "account", account.description, (3, hasPassword ? 6 : 5))
        case .grantRole, .disableAccount:
            (chain, subject, key, versions) = (.nation, "account", try await attempt.account(in: test).description, (3, 4))
        case .enableAccount: (chain, subject, key, versions) = (.nation, "account", try await attempt.account(in: test).description, (4, 5))
        case .refreshAssessments:
            let run = try await Self.newest("SELECT max(run)::text FROM assessment_runs", test)
            (chain, subject, key, versions) = (.nation, "assessment-run", run, (nil, nil))
        case .proposeRubric: (chain, subject, key, versions) = (.nation, "rubric", nil, (nil, nil))
        case .trialRubric, .activateRubric:
            let trial = try await Self.newest("SELECT max(trial)::text FROM rubric_trials", test)
            (chain, subject, key, versions) = (.nation, "rubric-trial", trial, (nil, nil))
        case .proposeCalibration, .approveCalibration:
            let calibration = try await Self.newest("SELECT max(calibration)::text FROM calibrations", test)
            (chain, subject, key, versions) = (.nation, "calibration", calibration, (nil, nil))
        case .assignFlag, .answerFlag, .confirmFlag: (chain, subject, key, versions) = (district, "flag", number, (0, 1))
        case .escalateFlag, .resolveFlag: (chain, subject, key, versions) = (district, "flag", number, (1, 2))
        case .recordIntervention: (chain, subject, key, versions) = (district, "intervention", number, (nil, nil))
        }
        caller = Self.caller(of: act, on: key ?? "")
    }

    func entry(of act: Act) -> AuditEntry {
        AuditEntry(
            act: act.rawValue, caller: caller, subject: subject, subjectKey: key, versionBefore: versions.before,
            versionAfter: versions.after, purpose: stated.purpose, rowCount: stated.rows)
    }

    /// Decisions are the word of a named person, another one for each duty; what belongs to an account is done by its person.
    private static func caller(of act: Act, on key: String) -> String {
        switch act {
        case .recommendMove: "account-5"
        case .reviewMove: "account-6"
        case .decideMove, .confirmFlag, .withdrawDocument: "account-7"
        case .activateRubric, .approveCalibration: "account-17"
        case .declareInterest: "account-8"
        case .signIn, .activateAccount: "visitor"
        case .signOut, .endOwnSessions, .confirmIdentity, .changePassword, .offerSecondFactor, .confirmSecondFactor,
            .renewRecoveryCodes, .createOwnToken, .revokeOwnToken, .linkIdentity, .unlinkIdentity:
            "account-\(key)"
        default: "local-operator"
        }
    }

    private static func newest(_ query: SQL, _ test: TestRegistry) async throws -> String {
        try await test.pool.query(query)[0].decode(as: String.self)
    }
}
