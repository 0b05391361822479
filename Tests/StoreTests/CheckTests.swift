import EmbeddedFiles
import Postgres
import Store
import TestDatabase
import Testing

/// Each check of `sql/checks` finds the fault that it is for.
struct CheckTests {
    /// An organization with a credit code and its claim, a legal history, a case and something that waits.
    private static let sound: [SQL] = [
        "INSERT INTO areas (code, name, level) VALUES ('32', '江苏省', 'province')",
        "INSERT INTO areas (code, name, level, parent) VALUES ('3206', '南通市', 'prefecture', '32'), ('320613', '崇川区', 'county', '3206')",
        "INSERT INTO areas (code, name, level, parent) VALUES ('320613001', '城东街道', 'township', '320613')",
        """
        INSERT INTO organizations (district, serial, name, folded_name, name_bigrams, legal_form, legal_status, area, credit_code)
        VALUES (320613, 1, '中心', '中心', '{中心}', 'socialServiceInstitution', 'registered', '320613', '52320613MJ0123456L')
        """,
        "INSERT INTO credit_codes (code, district, serial) VALUES ('52320613MJ0123456L', 320613, 1)",
        "INSERT INTO legal_status_steps (district, serial, step, status, since) VALUES (320613, 1, 1, 'registered', '2024-01-01')",
        "INSERT INTO incubation_cases (district, serial, stage) VALUES (320613, 1, 'admitted')",
        """
        INSERT INTO case_steps (district, serial, step, stage, entered_on)
        VALUES (320613, 1, 1, 'opened', '2024-01-01'), (320613, 1, 2, 'admitted', '2024-01-01')
        """,
        """
        INSERT INTO case_duties (district, serial, caller, duty)
        VALUES (320613, 1, 'account-5', 'recommend'), (320613, 1, 'account-7', 'approve')
        """,
        """
        INSERT INTO case_decisions (
            district, serial, decision, to_stage, state, recommended_by, recommended_on, recommendation, decided_by, decided_on, reason)
        VALUES (320613, 1, 1, 'graduated', 'approved', 'account-5', '2026-01-01', 'x', 'account-7', '2026-01-01', 'x')
        """,
        """
        INSERT INTO documents (district, serial, verification_number, kind, organization_name, decision, issued_on, issued_by)
        VALUES (320613, 1, '000000000000000001', 'graduationCertificate', '中心', 1, '2026-01-01', 'account-7')
        """,
        """
        INSERT INTO people (district, serial, person, hash, wrapped_key, name)
        VALUES (320613, 1, 1, sha256('1'), '\\x01', '\\x02'), (320613, 1, 2, sha256('2'), '\\x01', NULL)
        """,
        """
        INSERT INTO leadership_posts (district, serial, person, post, chosen_by, term_began, recorded_on)
        VALUES (320613, 1, 1, 'chair', 'elected', '2024-01-01', '2024-01-01')
        """,
        """
        INSERT INTO organization_contacts (district, serial, contact, kind, person, value, value_hash)
        VALUES (320613, 1, 1, 'telephone', 2, '\\x03', sha256('2'))
        """,
        """
        INSERT INTO pending_items (
            district, serial, item, kind, rule_jurisdiction, rule_version, calendars, area, owner_role, owner_area, starts_on, remind_on,
            due_on, escalate_on, opened_at)
        VALUES (320613, 1, 7, 'rectification', 'nation', 1, '{2026.1}', '320613', 'organizationMember', '320613', '2026-03-02',
                '2026-03-25', '2026-04-01', '2026-04-02', '2026-03-02T08:00:00Z')
        """,
        """
        INSERT INTO rubric_versions (hash, id, author, document, valid_from)
        VALUES (repeat('a', 64), 'a', 'shipped', '{}', '2020-01-01'), (repeat('b', 64), 'b', 'account-7', '{}', '2020-01-01')
        """,
        """
        INSERT INTO rubric_trials (trial, rubric_hash, beside_hash, days, made_by, finished_at)
        VALUES (1, repeat('b', 64), repeat('a', 64), '{2026-01-01}', 'account-7', now())
        """,
        """
        INSERT INTO rubric_activations (rubric_hash, author, trial, activated_by, reason)
        VALUES (repeat('b', 64), 'account-7', 1, 'account-8', 'x')
        """,
        """
        INSERT INTO assessment_runs (run, as_of, rubric, rubric_hash, finished_at, organizations)
        VALUES (1, '2026-01-01', 'a', repeat('a', 64), now(), 1)
        """,
        """
        INSERT INTO assessment_parts (run, part, first_district, first_serial, last_district, last_serial, holds_whole, organizations)
        VALUES (1, 1, 320613, 1, 320613, 1, true, 1)
        """,
        """
        INSERT INTO assessments (
            district, serial, run, status, shown_status, points, coverage, coverage_class, flag_count, flags, flags_since, findings)
        VALUES (320613, 1, 1, 'watch', 'watch', 3, 0.5, 'low', 1, '{F}', '{2026-01-01}', '\\x01')
        """,
        """
        INSERT INTO handled_flags (district, serial, code, raised_on, version, run, severity, state, owner, due_on, due_rule)
        VALUES (320613, 1, 'F', '2026-01-01', 2, 1, 'low', 'answered', 'account-5', '2026-02-01', 'by-hand')
        """,
        """
        INSERT INTO handled_flag_steps (district, serial, code, raised_on, step, act, caller, owner)
        VALUES (320613, 1, 'F', '2026-01-01', 1, 'assign', 'account-6', 'account-5'),
               (320613, 1, 'F', '2026-01-01', 2, 'answer', 'account-9', NULL)
        """,
        """
        INSERT INTO pending_item_steps (district, serial, item, step, what, occurred_at, caller, owner_role, owner_area)
        VALUES (320613, 1, 7, 1, 'opened', '2026-03-02T08:00:00Z', 'local-operator', 'organizationMember', '320613')
        """,
    ]

    private static let faults: [(check: String, fault: SQL)] = [
        ("case_stage_differs_from_history", "UPDATE incubation_cases SET stage = 'graduated'"),
        ("case_stage_differs_from_history", "DELETE FROM case_steps"),
        ("document_of_no_decision", "UPDATE case_decisions SET state = 'recommended', decided_by = NULL, decided_on = NULL, reason = NULL"),
        ("document_of_no_decision", "UPDATE case_decisions SET to_stage = 'exited'"),
        ("assessment_by_unknown_rubric", "UPDATE assessment_runs SET rubric_hash = repeat('c', 64)"),
        ("finished_run_not_whole", "UPDATE assessment_parts SET organizations = NULL"),
        ("finished_run_not_whole", "UPDATE assessment_runs SET organizations = 2"),
        ("handled_flag_differs_from_history", "UPDATE handled_flags SET owner = 'account-6'"),
        ("handled_flag_differs_from_history", "UPDATE handled_flags SET state = 'resolved'"),
        ("handled_flag_differs_from_history", "DELETE FROM handled_flag_steps WHERE step = 2"),
        (
            "handled_flag_differs_from_history",
            "UPDATE handled_flags SET consequence = 'visit', confirmed_by = 'account-7', confirmed_on = '2026-01-09'"
        ),
        ("rubric_in_force_untried", "UPDATE rubric_trials SET finished_at = NULL"),
        ("credit_code_without_claim", "DELETE FROM credit_codes"),
        ("credit_code_without_claim", "UPDATE organizations SET credit_code = '51320613MJ0123456L'"),
        ("legal_status_differs_from_history", "UPDATE organizations SET legal_status = 'deregistered'"),
        ("legal_status_differs_from_history", "DELETE FROM legal_status_steps"),
        (
            "contact_of_erased_person",
            "UPDATE people SET state = 'erased', basis = 'unlawful', hash = NULL, wrapped_key = NULL, name = NULL WHERE person = 2"
        ),
        ("person_named_nowhere", "DELETE FROM leadership_posts"),
        ("person_named_nowhere", "DELETE FROM organization_contacts"),
        ("person_of_no_organization", "INSERT INTO people (district, serial, state) VALUES (320613, 99, 'unsealed')"),
        ("person_without_name", "UPDATE people SET name = NULL WHERE person = 1"),
        ("people_not_sealed", "INSERT INTO people (district, serial, person, state) VALUES (320613, 1, 9, 'unsealed')"),
        ("people_not_sealed", "INSERT INTO people_to_seal (district, serial, person, name) VALUES (320613, 1, 1, '王')"),
        ("district_not_first", "CREATE TABLE planted (district bigint, id bigint, CONSTRAINT planted_pkey PRIMARY KEY (id, district))"),
        (
            "foreign_keys_without_index",
            """
            CREATE TABLE planted (
                district bigint,
                serial bigint,
                CONSTRAINT planted_organization_fkey FOREIGN KEY (district, serial) REFERENCES organizations (district, serial))
            """
        ),
        (
            "pending_item_of_ended_case",
            """
            UPDATE incubation_cases SET stage = 'exited';
            INSERT INTO case_steps (district, serial, step, stage, entered_on) VALUES (320613, 1, 3, 'exited', '2026-03-10')
            """
        ),
        (
            "pending_item_without_rule",
            "ALTER TABLE pending_items DROP CONSTRAINT pending_items_rule_fkey; UPDATE pending_items SET rule_version = 2"
        ),
        (
            "pending_item_due_before_opening",
            "ALTER TABLE pending_items DROP CONSTRAINT pending_items_days_in_order; UPDATE pending_items SET due_on = '2026-03-01'"
        ),
        (
            "pending_item_due_before_opening",
            "ALTER TABLE pending_items DROP CONSTRAINT pending_items_days_in_order; UPDATE pending_items SET escalate_on = due_on"
        ),
        ("pending_item_elsewhere", "UPDATE organizations SET area = '320613001'"),
        ("pending_item_elsewhere", "UPDATE pending_items SET owner_area = '320613001'"),
        ("pending_item_differs_from_history", "UPDATE pending_items SET owner_role = 'official'"),
        ("pending_item_differs_from_history", "UPDATE pending_items SET state = 'done', closed_at = now(), version = 2"),
        ("pending_item_differs_from_history", "DELETE FROM pending_item_steps"),
        ("types_that_are_not_leakproof", "CREATE TABLE planted (amount numeric)"),
        ("types_that_are_not_leakproof", "CREATE TABLE planted (name varchar(20))"),
        ("types_that_are_not_leakproof", "CREATE TYPE planted_kind AS ENUM ('a'); CREATE TABLE planted (kind planted_kind)"),
        ("unnamed_constraints", "CREATE TABLE planted (id bigint CONSTRAINT somehow CHECK (id > 0))"),
    ]

    private static func rows(_ check: String, _ pool: PostgresPool) async throws -> Int {
        let text = try #require(EmbeddedFile.named("checks/\(check).sql")?.text)
        return try await pool.query(SQL(trusted: text)).count
    }

    @Test(arguments: faults.indices)
    func `a check finds the fault that was planted for it`(index: Int) async throws {
        let (check, fault) = Self.faults[index]
        try await TestDatabase.run { pool in
            for statement in Self.sound { _ = try await pool.query(statement) }
            #expect(try await Self.rows(check, pool) == 0, "sound data")
            try await pool.withConnection { try await $0.executeScript(fault.text) }
            #expect(try await Self.rows(check, pool) > 0)
        }
    }

    @Test func `every check has a fault planted for it`() {
        let checks = Set(
            EmbeddedFile.all(under: "checks").map { $0.name.dropFirst("checks/".count).dropLast(".sql".count) }.map(String.init))
        #expect(checks.subtracting(Self.faults.map(\.check)).isEmpty)
    }
}
