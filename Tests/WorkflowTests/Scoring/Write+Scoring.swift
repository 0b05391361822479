import Access
import Appraisal
import Incubation
import Postgres
import Store
import Testing
import Values
import Workflow

extension Write {
    /// Acts of scoring.
    static let scoring = runs + rubrics + calibrations + flags

    private static let runs = [
        // What earlier attempts have left to do is done before.
        Write(.refreshAssessments, "assess an organization anew") { test, attempt in
            _ = try await RefreshAssessments(registry: test.registry)(as: test.caller)
            try await test.record(2024, net: 1_000_00, of: attempt.organization)
        } _: { test, _ in
            _ = try await RefreshAssessments(registry: test.registry)(as: test.caller)
        }
    ]

    private static let proposed: Body = { test, attempt in
        _ = try await ProposeRubric(registry: test.registry)(attempt.rubric, as: test.caller)
    }

    private static let tried: Body = { test, attempt in
        _ = try await TrialRubric(registry: test.registry)(attempt.rubric.hash, as: test.caller)
    }

    private static let rubrics = [
        Write(.proposeRubric, "propose a rubric", proposed),
        Write(.trialRubric, "try a rubric on all past data") { test, attempt in
            try await test.removeOrganizations()
            _ = try await test.organization("团\(attempt.mark)")
            try await proposed(test, attempt)
        } _: { test, attempt in
            try await tried(test, attempt)
        },
        Write(.activateRubric, "activate a rubric") { test, attempt in
            try await proposed(test, attempt)
            try await tried(test, attempt)
        } _: { test, attempt in
            let trial = try await test.pool.query("SELECT max(trial) FROM rubric_trials")[0].decode(as: Int64.self)
            _ = try await ActivateRubric(registry: test.registry)(
                attempt.rubric.hash, trial: trial, reason: "x", as: test.official(17))
        },
    ]

    private static let exits: Body = { test, attempt in
        let area = Area(
            code: try test.area(attempt.area), name: "社区\(attempt.mark)", level: .community, parent: try test.area("320613001"))
        _ = try await AddArea(registry: test.registry)(area, as: test.caller)
        try await test.removeOrganizations()
        try await test.exits(area: attempt.area)
    }

    private static let learned: Body = { test, attempt in
        _ = try await ProposeCalibration(registry: test.registry)(area: test.area(attempt.area), as: test.caller)
    }

    private static let calibrations = [
        Write(.proposeCalibration, "propose a calibration", prepare: exits, learned),
        Write(.approveCalibration, "approve a calibration") { test, attempt in
            try await exits(test, attempt)
            try await learned(test, attempt)
        } _: { test, attempt in
            let number = try await test.pool.query("SELECT calibration FROM calibrations WHERE area = \(attempt.area)")[0].decode(
                as: Int64.self)
            _ = try await ApproveCalibration(registry: test.registry)(
                number, from: test.day("2026-01-01"), through: nil, as: test.official(17))
        },
    ]

    private static let flags = [
        flag(.assignFlag, "assign a flag") { .assign(owner: "account-5", due: try $0.day("2026-08-01"), rule: "r") },
        flag(.answerFlag, "answer a flag") { _ in .answer("好") },
        flag(.confirmFlag, "confirm a consequence") { _ in .confirm(.visit, note: "好") },
        flag(.escalateFlag, "hand a flag up", after: true) {
            .escalate(owner: "account-6", due: try $0.day("2026-08-01"), rule: "r", note: "好")
        },
        flag(.resolveFlag, "settle a flag", after: true) { _ in .resolve("好") },
        Write(.recordIntervention, "record a visit") { test, attempt in
            let visit = Intervention(kind: .visit, heldOn: try test.day("2026-01-01"), reason: .request, result: "好")
            _ = try await RecordIntervention(registry: test.registry)(attempt.organization, visit, as: test.caller)
        },
    ]

    /// Something done about a flag.
    /// - Parameter after: whether somebody has to have it before.
    private static func flag(
        _ act: Act, _ name: String, after: Bool = false, _ does: @escaping @Sendable (TestRegistry) throws -> HandledFlag.Act
    ) -> Write {
        Write(act, name) { test, attempt in
            try await test.record(2024, net: -2_000_00, of: attempt.organization)
            _ = try await RefreshAssessments(registry: test.registry)(as: test.caller)
            guard after else { return }
            _ = try await HandleFlag(registry: test.registry)(
                "FIN-RESERVE-NEG", of: attempt.organization, .assign(owner: "account-5", due: test.day("2026-08-01"), rule: "r"),
                version: 0, as: test.caller)
        } _: { test, attempt in
            let caller = act == .confirmFlag ? try test.person(.official, 7) : test.caller
            _ = try await HandleFlag(registry: test.registry)(
                "FIN-RESERVE-NEG", of: attempt.organization, does(test), version: after ? 1 : 0, as: caller)
        }
    }
}

extension TestRegistry {
    /// Somebody whose word counts in the whole register.
    func official(_ number: Int64) throws -> Caller {
        let holding = Holding(number: 1, role: .official, scope: .nation, from: try day("2020-01-01"), until: nil)
        let person = Caller(account: try #require(AccountNumber(rawValue: number)), holdings: [holding], isTwoFactor: true)
        return caller.request.map(person.by) ?? person
    }

    /// Leaves no organization of earlier attempts, so that what looks at the whole register has as much to do in each.
    fileprivate func removeOrganizations() async throws {
        _ = try await pool.withTransaction { try await $0.execute("TRUNCATE organizations, people, assessment_runs CASCADE") }
    }

    /// Eight organizations of which five were struck off: as many as the least that can be learned from.
    fileprivate func exits(area: String) async throws {
        try await fill(8, after: 1_000_000, area: area, since: "2023-06-01")
        _ = try await pool.withTransaction { transaction in
            try await transaction.execute(
                """
                WITH ended AS (
                    UPDATE organizations
                       SET legal_status = 'struckOff', legal_status_since = '2024-06-15'
                     WHERE area = \(area) AND serial % 8 > 2
                    RETURNING district, serial, legal_status, legal_status_since)
                INSERT INTO legal_status_steps (district, serial, step, status, since)
                SELECT district, serial, 2, legal_status, legal_status_since FROM ended
                """)
        }
    }
}

extension Attempt {
    /// A rubric of the attempt's own.
    var rubric: NamedRubric {
        get throws {
            let document = String(decoding: try RubricLibrary.named("pooled-1").document.canonicalBytes, as: UTF8.self)
            return try NamedRubric(json: Array(document.replacing("\"pooled-1\"", with: "\"\(rubricID)\"").utf8))
        }
    }

    private var rubricID: String { "pooled-\(1000 + number)" }

    /// What of scoring belongs to the attempt and to no table of its organization: what was found anew, its rubric, what its area taught.
    var scoringLines: SQL {
        """
        SELECT 'assessed anew ' || count(*)
          FROM assessments a
          JOIN mine ON mine.district = a.district AND mine.serial = a.serial
          JOIN assessment_runs r ON r.run = a.run
         WHERE r.kind = 'refresh' AND r.finished_at IS NOT NULL
        HAVING count(*) > 0
        UNION ALL
        SELECT 'rubric of ' || v.author || ', tried ' || count(DISTINCT t.trial) || ', activated ' || count(DISTINCT a.activation)
          FROM rubric_versions v
          LEFT JOIN rubric_trials t ON t.rubric_hash = v.hash AND t.finished_at IS NOT NULL
          LEFT JOIN rubric_activations a ON a.rubric_hash = v.hash
         WHERE v.id = \(rubricID)
         GROUP BY v.author
        UNION ALL
        SELECT 'calibration of ' || exits || ' exits by ' || author || ', approved by ' || coalesce(approver, 'nobody')
          FROM calibrations
         WHERE area = \(area)
        """
    }
}
