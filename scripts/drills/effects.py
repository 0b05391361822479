"""Compares what the clients were told with what the database holds."""

import collections
import threading

from drills.database import command
from drills.writes import ACTS, MARKS, VERSIONED


class Ledger:
    """Every write that was acknowledged, in memory and, line by line, in a file."""

    def __init__(self, path, organizations_before):
        self.organizations_before = organizations_before
        self.file = open(path, "w", encoding="utf-8")
        self.lock = threading.Lock()
        self.acknowledged = []
        self.refused = collections.Counter()
        self.checked = 0

    def note(self, write):
        """Writes down how a write was answered."""
        with self.lock:
            if write.is_acknowledged:
                self.acknowledged.append(write)
                about = write.about.number if write.about else write.answer.json["number"]
                version = write.answer.headers.get("etag", "-")
                self.file.write(f"{write.mark} {write.kind} {write.key} {about} {version} {write.answer.status}\n")
            else:
                self.refused[write.answer.problem] += 1

    def take_new(self):
        """The writes that have been acknowledged since this was asked last."""
        with self.lock:
            new, self.checked = self.acknowledged[self.checked:], len(self.acknowledged)
        return new


class Checker:
    """Looks for lost and doubled effects behind the service's back."""

    def __init__(self, database, ledger, findings):
        self.database = database
        self.ledger = ledger
        self.findings = findings
        self.lost = 0
        self.doubled = 0

    def check_new(self):
        """After a restart: what has been acknowledged since the last one is there, once, and the chains hold together.

        Clients go on writing meanwhile, so only what they were told before counts.
        """
        new = self.ledger.take_new()
        marks = {write.mark for write in new if write.kind != "edit"}
        if marks:
            rows = self.database.query(f"SELECT mark, count(*) FROM ({MARKS}) m WHERE mark >= '{min(marks)}' GROUP BY mark")
            found = {mark: int(count) for mark, count in rows}
            self._compare(marks, found)
        self._check_edits(new)
        self._check_chains(depth=2000)

    def check_all(self):
        """At the end, when every write has an answer: exactly what was acknowledged is there, and the register's own checks agree."""
        found = collections.Counter({mark: int(count) for mark, count in self.database.query(
            f"SELECT mark, count(*) FROM ({MARKS}) m GROUP BY mark")})
        acknowledged = self.ledger.acknowledged
        marks = {write.mark for write in acknowledged if write.kind != "edit"}
        self.findings.expect(len(self.ledger.acknowledged) > 0, "no write was acknowledged")
        self._compare(marks, found)
        for mark in found.keys() - marks:
            self.findings.broken(f"{mark}: there is an effect that nobody was told of")
        self._check_versions()
        self._check_events()
        self._check_keys()
        self._check_chains()
        self._check_commands()

    def _compare(self, marks, found):
        for mark in sorted(marks - found.keys()):
            self.lost += 1
            self.findings.broken(f"{mark}: acknowledged and lost")
        for mark, count in found.items():
            if count > 1:
                self.doubled += 1
                self.findings.broken(f"{mark}: took effect {count} times")

    def _check_edits(self, new):
        """The register may be ahead of what the clients know, never behind."""
        newest = {}
        for write in new:
            if write.kind == "edit":
                newest[write.about.number] = max(newest.get(write.about.number, 0), write.answer.version)
        if not newest:
            return
        rows = dict(self.database.query("SELECT district || '-' || serial, version FROM organizations WHERE version > 1"))
        for number, version in newest.items():
            if int(rows.get(number, 1)) < version:
                self.lost += 1
                self.findings.broken(f"{number}: version {version} was acknowledged, version {rows.get(number, 1)} is there")

    def _check_versions(self):
        """Each version has exactly one successful writer, who had read the one before, and the newest mark is that of the last."""
        for record, kinds in VERSIONED.items():
            writes = [write for write in self.ledger.acknowledged if write.kind in kinds]
            for write in writes:
                read, written = write.version or 0, write.answer.version
                self.findings.expect(
                    written == read + 1, f"{write.about.number}: who had read version {read} wrote version {written} ({record})")
            told = collections.Counter((write.about.number, write.answer.version) for write in writes)
            acts = ", ".join(f"'{ACTS[kind]}'" for kind in kinds)
            events = collections.Counter(
                (number, int(after)) for number, after in self.database.query(
                    f"SELECT subject_key, version_after FROM audit_events WHERE act IN ({acts}) AND refusal IS NULL"))
            for (number, version), count in told.items():
                self.findings.expect(count == 1, f"{number}: version {version} has {count} writers who were told of success ({record})")
            for number, version in told.keys() ^ events.keys():
                self.findings.broken(f"{number}: version {version} is told by one of clients and events only ({record})")
        self._check_last_edits()

    def _check_last_edits(self):
        last = {}
        for write in self.ledger.acknowledged:
            if write.kind == "edit" and write.answer.version > last.get(write.about.number, (0, ""))[0]:
                last[write.about.number] = (write.answer.version, write.mark)
        rows = self.database.query("SELECT district || '-' || serial, version, filing_number FROM organizations WHERE version > 1")
        there = {number: (int(version), mark) for number, version, mark in rows}
        for number in sorted(last.keys() | there.keys()):
            if last.get(number) != there.get(number):
                self.lost += 1
                self.findings.broken(f"{number}: {last.get(number)} was the last edit told, {there.get(number)} is there")

    def _check_events(self):
        told = collections.Counter(ACTS[write.kind] for write in self.ledger.acknowledged)
        rows = self.database.query("SELECT act, count(*) FROM audit_events WHERE refusal IS NULL GROUP BY act")
        events = {act: int(count) for act, count in rows}
        # Organizations that were there before the first client are the drill's own.
        events["create-organization"] = events.get("create-organization", 0) - self.ledger.organizations_before
        for act in sorted(set(ACTS.values())):
            self.findings.expect(
                told[act] == events.get(act, 0), f"{act}: {told[act]} were acknowledged, {events.get(act, 0)} events tell of it")

    def _check_keys(self):
        rows = self.database.query("SELECT count(*), count(answer) FROM idempotency_keys")
        keys, answers = map(int, rows[0])
        self.findings.expect(
            keys == answers == len(self.ledger.acknowledged),
            f"{keys} keys and {answers} answers are kept for {len(self.ledger.acknowledged)} acknowledged writes")

    def _check_chains(self, depth=1 << 62):
        """Each of the last `depth` events of a chain follows on the one before, and the heads are the ends.

        That each says what was recorded, `audit verify` tells.
        """
        rows = self.database.query(
            f"""
            SELECT district, sequence
              FROM (SELECT district, e.sequence, previous_hash, lag(e.hash) OVER chain AS before, lag(e.sequence) OVER chain AS number,
                           row_number() OVER chain AS place
                      FROM audit_events e
                      JOIN audit_heads h USING (district)
                     WHERE e.sequence > h.sequence - {depth}
                    WINDOW chain AS (PARTITION BY district ORDER BY e.sequence)) e
             WHERE place > 1 AND (previous_hash IS DISTINCT FROM before OR number IS DISTINCT FROM sequence - 1)
            UNION ALL
            SELECT h.district, h.sequence
              FROM audit_heads h
              LEFT JOIN audit_events e ON e.district = h.district AND e.sequence = h.sequence
             WHERE e.hash IS DISTINCT FROM h.hash
            """)
        for district, sequence in rows:
            self.findings.broken(f"the chain of district {district} is broken at event {sequence}")

    def _check_commands(self):
        for words in (["audit", "verify"], ["verify"]):
            ended = command(*words, database=self.database.url("service"), executable=self.database.executable, check=False)
            self.findings.expect(ended.returncode == 0, f"incubator {' '.join(words)}: {ended.stderr.strip()[-300:]}")
