/// Who may do one thing: a row of the table of permissions.
package struct Permission: Hashable, Sendable {
    /// What is needed at least, whatever the role.
    package enum Minimum: Hashable, Sendable {
        /// Anybody, signed in or not. What they are shown depends on their roles.
        case everybody
        /// Anybody who is signed in.
        case account
        /// One of the roles, held where the record lies.
        case role
    }

    package let minimum: Minimum
    /// The roles that may, where they are held.
    package let roles: Set<Role>
    /// Whether the person at the machine may, who has the database at hand anyhow. Not for decisions: those need a named person.
    package let isForOperator: Bool

    init(_ roles: Set<Role>, minimum: Minimum = .role, operator isForOperator: Bool = true) {
        self.minimum = minimum
        self.roles = roles
        self.isForOperator = isForOperator
    }
}

extension Set<Role> {
    /// Those who keep an organization's file.
    static let hub: Set<Role> = [.hubStaff, .hubManager]
    /// Those who work on cases in an area.
    static let staff: Set<Role> = hub.union([.official, .fundingApprover, .disburser, .reviewer, .auditor])
    /// Those who may read an organization's file: the people of its area and its own.
    static let readers: Set<Role> = staff.union([.organizationMember])
}

extension UseCase {
    /// The table of permissions. A use case without a row does not compile.
    package var permission: Permission {
        switch self {
        case .act(let act): act.permission
        case .reading(let reading): reading.permission
        }
    }
}

extension Act {
    private static let keepingTheFile = Permission(.hub)
    private static let ownAccount = Permission([], minimum: .account, operator: false)
    private static let reporting = Permission(Set<Role>.hub.union([.organizationMember]))

    fileprivate var permission: Permission {
        switch self {
        case .addArea, .enterCalendar: Permission([.systemAdministrator])
        case .createOrganization, .editOrganization, .assignMentor, .openCase: Self.keepingTheFile
        // Officials supervise; what an organization says of itself it writes with the hub's help (requirements A4).
        case .recordLeadershipPost, .recordCharter, .recordGovernanceBody, .recordMeeting, .recordMoneyControls, .recordServiceBoundary,
            .recordAccounts, .recordActivity, .recordReport:
            Self.reporting
        case .recordLegalStatus: Permission([.official, .hubManager])
        case .advanceCase: Permission(.hub)
        // Each of these is the word of a named person, which the machine's operator is not.
        case .declareInterest: Permission([.reviewer, .official, .fundingApprover, .disburser, .hubStaff, .hubManager], operator: false)
        // The authority commissions hubs.
        case .recordContract, .endContract, .handOverCases: Permission([.official])
        // Whoever keeps a file or is its subject may have it on paper; what the authority issued, the authority takes back.
        case .issueSummary: Permission(Set<Role>.hub.union([.official, .organizationMember]))
        case .withdrawDocument: Permission([.official], operator: false)
        case .recommendMove: Permission(.hub, operator: false)
        case .reviewMove: Permission([.reviewer, .hubManager], operator: false)
        case .decideMove: Permission([.official], operator: false)
        case .importTable: Permission([.hubManager, .systemAdministrator])
        case .runAssessment, .refreshAssessments: Permission([.hubManager, .official])
        // A rubric and what is learned for it are proposed by one person and put in force by another; both concern the whole register.
        case .proposeRubric, .trialRubric, .proposeCalibration, .activateRubric, .approveCalibration: Permission([.official])
        case .assignFlag, .escalateFlag: Permission([.hubManager, .official])
        case .answerFlag: Permission([.hubStaff, .hubManager, .organizationMember])
        case .resolveFlag: Permission([.hubStaff, .hubManager, .official])
        // What follows for an organization is the word of a named person.
        case .confirmFlag: Permission([.official], operator: false)
        case .recordIntervention: Permission([.hubStaff, .hubManager, .official])
        case .reassignPending: Permission([.hubManager, .official])
        // Time decides it, and the machine runs it: nobody asks for it over the network.
        case .runDeadlines: Permission([])
        case .signIn, .activateAccount: Permission([], minimum: .everybody)
        case .signOut, .endOwnSessions, .confirmIdentity, .changePassword, .offerSecondFactor, .confirmSecondFactor, .renewRecoveryCodes,
            .createOwnToken, .revokeOwnToken, .linkIdentity, .unlinkIdentity:
            Self.ownAccount
        // Whoever has the machine has the database: that person makes the first account, and tokens for programs.
        case .createFirstAdministrator, .createAccountToken: Permission([])
        case .inviteAccount, .renewInvitation, .grantRole, .endRole, .disableAccount, .enableAccount, .endAccountSessions,
            .revokeAccountToken, .removeIdentity:
            Permission([.securityAdministrator])
        // Whoever calls a leader needs the number; whole lists leave the register by those who answer for an area.
        case .viewPeople: Permission(Set<Role>.hub.union([.official]))
        case .exportPeople: Permission([.hubManager, .official])
        case .erasePerson, .restrictPerson, .releasePerson: Permission([.hubManager])
        case .applyRetention: Permission([.systemAdministrator])
        }
    }
}

extension Reading {
    private static let ofAnArea = Permission(.staff)
    private static let ofAFile = Permission(.readers)
    private static let everybody = Permission(.readers, minimum: .everybody)

    fileprivate var permission: Permission {
        switch self {
        // The directory is public by law: name, code, status. The rest of the file is shown where a role reaches.
        case .listAreas, .showArea, .checkCreditCode, .listOrganizations, .showOrganization: Self.everybody
        // So are the calendars and the rules by which everybody's deadlines are counted.
        case .listCalendars, .showCalendar, .checkWorkingDay, .countPeriod, .listDeadlineRules: Self.everybody
        // Whoever is measured may read by which rules, and what the process is.
        case .showProcess, .showRubric: Self.everybody
        case .listNearDuplicates: Permission(.hub)
        case .showElements, .listAccounts, .listActivities, .listReports, .showCase, .listDecisions, .listDocuments, .listMentors,
            .showAssessment,
            .explainAssessment, .tryWhatIf, .showTrend, .showDistribution, .compareWithCohort, .showFlags, .listInterventions, .listPending,
            .showPending:
            Self.ofAFile
        case .listFlagged, .compareRuns, .summarizeArea, .listBoundaries, .drawVisits, .listFlags: Self.ofAnArea
        case .listRuns, .listRubrics, .checkRubric, .listCalibrations: Permission([], minimum: .account)
        case .listContracts: Permission(.staff, minimum: .account)
        case .tryRubric, .showRubricTrial: Permission([.hubManager, .official, .auditor, .systemAdministrator])
        case .listImports, .listImportFindings: Permission([.hubManager, .systemAdministrator])
        case .listAuditEvents: Permission([.auditor, .auditAdministrator])
        case .verifyAudit: Permission([.auditAdministrator])
        case .verifyRegister: Permission([.systemAdministrator, .auditAdministrator])
        case .showOwnAccount, .listOwnSessions: Permission([], minimum: .account, operator: false)
        // Who holds which role is for those to see who watch over it too.
        case .listUserAccounts, .showUserAccount: Permission([.securityAdministrator, .auditAdministrator])
        case .listPeople, .nameActors: Self.ofAFile
        case .listRetention: Permission([], minimum: .account)
        case .lookUpStatus, .verifyDocument: Permission(.readers, minimum: .everybody)
        }
    }
}
