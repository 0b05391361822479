"""Faults that are planted in a copy of the sources: what is written in the place of what, and which drill must find it."""

from typing import NamedTuple

ACT = "Sources/Workflow/Registry/Registry+Act.swift"
CLAIM = "                if let request = caller.request { try await transaction.claim(request, for: act, of: caller) }\n"
KEEP = (
    "                if let request = caller.request { try await transaction.keepAnswer(to: request, giving: result, of: caller) }\n")
RECORD = "                try await transaction.record(subject.entry(of: act, by: caller), in: subject.chain)\n"
BEGIN = "            try await write(as: admission, within: deadline) { transaction in\n"
END = "                return result\n            }\n        }\n    }\n"


class Patch(NamedTuple):
    name: str
    drill: str
    # A pattern of the finding that tells the fault.
    words: str
    # File, text that stands there once, and text in its place.
    changes: list
    # How many writes, which program or which tests.
    size: object = 600


PATCHES = [
    Patch(
        "the idempotency row in a second transaction", "kill", r"took effect \d+ times|are kept for|events tell of it", [
            (ACT, BEGIN + CLAIM, BEGIN.replace("try await write", "let result = try await write") + CLAIM.replace(
                "transaction.claim(request, for: act, of: caller)", "transaction.refuseRepeated(request, of: caller)")),
            (ACT, KEEP, ""),
            (ACT, END, """\
                return result
            }
            if let request = caller.request {
                try await write(as: admission, within: deadline) { transaction in
                    try await transaction.claim(request, for: act, of: caller)
                    try await transaction.keepAnswer(to: request, giving: result, of: caller)
                }
            }
            return result
        }
    }
"""),
        ], 3000),
    Patch(
        "a retry after a lost COMMIT without looking the key up", "nth", r"RepeatedRequestTests", [
            (ACT, "deadline ?? self.deadline) { deadline in", "deadline ?? self.deadline) { deadline, isFirst in"),
            (ACT, CLAIM, CLAIM.replace("if let", "if isFirst, let")),
            (ACT, KEEP, KEEP.replace("if let", "if isFirst, let")),
            (ACT, "_ body: (Duration) async throws", "_ body: (Duration, Bool) async throws"),
            (ACT, "body(deadline)", "body(deadline, true)"),
            (ACT, "body(end - .now)", "body(end - .now, false)"),
        ], "WorkflowTests.RepeatedRequestTests"),
    Patch(
        "an edit that does not look at If-Match", "kill", r"who had read version \d+ wrote version", [
            ("Sources/Workflow/Organizations/EditOrganization.swift",
             "            guard current.version == version else { throw Refusal.versionStale(current: current.version) }\n", ""),
            ("Sources/Workflow/Organizations/EditOrganization.swift", "UpdateOrganization(number, version: version,",
             "UpdateOrganization(number, version: current.version,"),
        ]),
    Patch(
        "ON CONFLICT DO NOTHING in the place of the version's check", "race", r"round \d+: ", [
            ("Sources/Workflow/Cases/MoveCase.swift",
             "incubationCase(of: number, lock: true)\n"
             "            guard current.version == version else { throw Refusal.versionStale(current: current.version) }\n",
             "incubationCase(of: number)\n"),
            ("Sources/Store/Cases/IncubationCases.swift",
             "          FROM case_steps\n         WHERE district = \\(number.district) AND serial = \\(number.serial)\n        \"\"\"\n",
             "          FROM case_steps\n         WHERE district = \\(number.district) AND serial = \\(number.serial)\n"
             "            ON CONFLICT DO NOTHING\n        \"\"\"\n"),
        ]),
    Patch(
        "the audit event in a second transaction", "nth", r"the event is there with the act", [
            (ACT, BEGIN, BEGIN.replace("try await write", "let (result, entry) = try await write")),
            (ACT, RECORD, ""),
            (ACT, END, """\
                return (result, subject.entry(of: act, by: caller))
            }
            _ = try await write(as: admission, within: deadline) { try await $0.record(entry, in: subject.chain) }
            return result
        }
    }
"""),
        ], "WorkflowTests.FailureTests"),
    Patch(
        "an approval that does not look who recommended", "tests", r"CaseDecisionTests", [
            ("Sources/Incubation/Case/CaseDecision.swift", "        try standing.take(.approve)\n", ""),
        ], "IncubationTests.CaseDecisionTests"),
    Patch(
        "no deadline", "outage", r"still wait for their answer|answered too late", [
            ("Sources/incubator/Serve/Patience.swift", "work: Duration = .milliseconds(1250)", "work: Duration = .seconds(60)"),
        ]),
    Patch(
        "hashes of events that are not looked at", "tamper", r"edit of \d+/\d+: exit status 0", [
            ("Sources/Store/Audit/AuditVerifier.swift", "        if !event.isIntact { return fault(.altered, event) }\n", ""),
        ]),
    Patch(
        "problems without their next step", "contract", r"Response violates schema", [
            ("Sources/HTTPSupport/Problems/Problem+Response.swift",
             '            json.member("nextStep", words.nextStep[language])\n', ""),
        ]),
    Patch(
        "a reader of JSON that looks behind its end", "fuzz", r"JSON: the program ended with", [
            ("Sources/HTTPSupport/JSON/JSONParser.swift", "position < bytes.count ? bytes[position] : nil", "bytes[position]"),
        ], "JSON"),
]
