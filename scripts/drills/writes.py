"""Writes that leave a mark in the register, so that what became of each can be found out without asking the service.

Each write carries a number of its own in a column that nothing else touches. An edit's mark may be edited away by the next, so edits are
told by their versions: each version of an organization has one writer.
"""

import dataclasses
import datetime
import itertools
import random
import threading
import uuid

from drills.client import headers
from drills.register import DISTRICTS, SUBDISTRICTS, name_of, organization

# Graduation takes three people, see the race drill; whoever keeps the file can end an incubation.
STAGES = ["opened", "admitted", "incubating", "exited"]

# Where the marks of each kind stand.
MARKS = """
    SELECT document_number AS mark FROM legal_status_steps WHERE document_number LIKE 'D0%'
    UNION ALL SELECT title FROM activities WHERE title LIKE 'D0%'
    UNION ALL SELECT content FROM service_boundaries WHERE content LIKE 'D0%'
    UNION ALL SELECT reason FROM case_steps WHERE reason LIKE 'D0%'
    """
# The audit event of each kind.
ACTS = {
    "create": "create-organization", "edit": "edit-organization", "activity": "record-activity", "boundary": "record-service-boundary",
    "open": "open-case", "advance": "advance-case",
}
# What counts versions: the kinds of writes that each make a new one.
VERSIONED = {"organization": ["edit"], "case": ["open", "advance"]}
# Refusals that rivals on the same record must expect; they have no effect.
REFUSED = {
    "create": set(), "activity": set(), "boundary": set(), "edit": {"version-stale"}, "open": {"case-already-open"},
    "advance": {"version-stale", "case-move-not-allowed"},
}


@dataclasses.dataclass
class Organization:
    """What the clients know of an organization, which may be out of date."""

    number: str
    version: int = 1
    stage: int = -1
    case_version: int = 0
    boundaries: itertools.count = dataclasses.field(default_factory=itertools.count)


@dataclasses.dataclass
class Write:
    kind: str
    mark: str
    method: str
    path: str
    body: dict
    about: Organization = None
    version: int = None
    key: str = dataclasses.field(default_factory=lambda: str(uuid.uuid4()))
    answer: object = None

    @property
    def headers(self):
        return headers(self.key, self.version)

    @property
    def is_acknowledged(self):
        return self.answer is not None and self.answer.status in (200, 201)


class Plan:
    """Chooses what the clients write, and learns from the answers."""

    KINDS = ["create"] * 3 + ["edit"] * 7 + ["activity"] * 6 + ["boundary"] * 3 + ["open"] * 3 + ["advance"] * 4
    # Few enough that clients meet on the same record.
    RECORDS = 400

    def __init__(self, seed, organizations):
        self.chance = random.Random(seed)
        self.lock = threading.Lock()
        self.organizations = [Organization(number) for number in organizations]
        self.numbers = itertools.count(1)

    def next(self):
        with self.lock:
            kind = self.chance.choice(self.KINDS)
            number = next(self.numbers)
            return getattr(self, "_" + kind)(number, f"D{number:09d}", self.chance.choice(self.organizations[-self.RECORDS:]))

    def learn(self, write):
        """Takes in the answer to a write."""
        with self.lock:
            if write.kind == "create" and write.is_acknowledged:
                self.organizations.append(Organization(write.answer.json["number"]))
            elif write.kind == "edit" and write.is_acknowledged:
                write.about.version = max(write.about.version, write.answer.version)
            elif write.kind in ("open", "advance") and write.is_acknowledged:
                if write.answer.version > write.about.case_version:
                    write.about.case_version = write.answer.version
                    write.about.stage = STAGES.index(write.answer.json["stage"])

    def _create(self, number, mark, _):
        district = self.chance.choice(list(DISTRICTS))
        return Write("create", mark, "POST", "/api/v1/organizations", organization(number, district, mark))

    def _edit(self, number, mark, about):
        body = {"name": name_of(number), "legalForm": "unincorporated", "area": SUBDISTRICTS[about.number[:6]], "filingNumber": mark}
        return Write("edit", mark, "PUT", f"/api/v1/organizations/{about.number}", body, about, about.version)

    def _activity(self, number, mark, about):
        body = {"heldOn": "2025-03-01", "kind": "event", "title": mark, "participants": number % 100}
        return Write("activity", mark, "POST", f"/api/v1/organizations/{about.number}/activities", body, about)

    def _boundary(self, _, mark, about):
        since = datetime.date(1950, 1, 1) + datetime.timedelta(days=next(about.boundaries))
        body = {"since": since.isoformat(), "content": mark}
        return Write("boundary", mark, "POST", f"/api/v1/organizations/{about.number}/elements/boundaries", body, about)

    def _open(self, _, mark, about):
        return Write("open", mark, "POST", f"/api/v1/organizations/{about.number}/case", {"on": "2025-01-01", "reason": mark}, about)

    def _advance(self, _, mark, about):
        if about.stage < 0:
            return self._open(_, mark, about)
        stage = STAGES[min(about.stage + 1, len(STAGES) - 1)]
        body = {"to": stage, "on": "2025-02-01", "reason": mark}
        return Write("advance", mark, "POST", f"/api/v1/organizations/{about.number}/case/steps", body, about, about.case_version)
