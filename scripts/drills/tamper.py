"""Tampers with the audit events of a real register as the database's superuser, and looks whether `incubator audit verify` finds it.

The checkpoint was made before and is kept elsewhere. The drill makes hashes by itself, after the description of the format, so it also
shows that the format is the described one.
"""

import hashlib
import random
import struct

from drills import register, swift_tests
from drills.client import headers
from drills.database import EXECUTABLE, FOLDER, Database, command
from drills.service import Service
from drills.writes import Plan

ROUNDS = {False: 1000, True: 18}
COLUMNS = [
    "district", "sequence", "previous_hash", "hash", "occurred_at", "act", "caller", "subject", "subject_key", "version_before",
    "version_after", "refusal",
]
READ = """
    SELECT district, sequence, encode(previous_hash, 'hex'), encode(hash, 'hex'), (extract(epoch FROM occurred_at) * 1000000)::bigint,
           act, caller, subject, coalesce(subject_key, '-'), coalesce(version_before::text, '-'), coalesce(version_after::text, '-'),
           coalesce(refusal, '-')
      FROM audit_events
     ORDER BY district, sequence
    """


def digest(event):
    """The hash of an event, given as a dictionary of its columns, texts and whole numbers."""
    def number(value):
        return struct.pack(">q", int(value))

    def text(value):
        data = value.encode() if isinstance(value, str) else value
        return number(len(data)) + data

    def maybe(value, write):
        return b"\0" if value is None else b"\1" + write(value)

    return hashlib.sha256(
        text("incubator-audit-1") + text(event["previous_hash"]) + number(event["district"]) + number(event["sequence"])
        + number(event["occurred_at"]) + text(event["act"]) + text(event["caller"]) + text(event["subject"])
        + maybe(event["subject_key"], text) + maybe(event["version_before"], number) + maybe(event["version_after"], number)
        + maybe(event["refusal"], text)).digest()


def read(database):
    """All events, by district."""
    chains = {}
    for row in database.query(READ):
        event = dict(zip(COLUMNS, (None if value == "-" else value for value in row)))
        for name in ("previous_hash", "hash"):
            event[name] = bytes.fromhex(event[name])
        for name in ("district", "sequence", "occurred_at"):
            event[name] = int(event[name])
        chains.setdefault(event["district"], []).append(event)
    return chains


def sql(value):
    """A value as a literal."""
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"'\\x{value.hex()}'"
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


class Tampering:
    """Ways to tamper. Each gives the statements that do it and the number of the event that is to be named."""

    KINDS = ["edit", "delete", "insert", "reorder", "rehash", "cut"]

    def __init__(self, chains, chance):
        self.chains = chains
        self.chance = chance

    def make(self, kind):
        """Returns the district, the statements and the number of the event at fault."""
        district = self.chance.choice([key for key, events in self.chains.items() if len(events) > 3])
        self.events = self.chains[district]
        self.where = f"WHERE district = {district} AND sequence"
        statements, place = getattr(self, "_" + kind)(district)
        return district, "BEGIN; " + "; ".join(statements) + "; COMMIT", place

    def _any(self):
        return self.chance.choice(self.events)

    def _edit(self, _):
        event = self._any()
        place = event["sequence"]
        column = self.chance.choice([name for name in COLUMNS if name not in ("district", "sequence")])
        return [f"UPDATE audit_events SET {column} = {self._other(column, event)} {self.where} = {place}"], place

    def _other(self, column, event):
        """Another value, by one byte where there are bytes."""
        value = event[column]
        if column == "occurred_at":
            return f"occurred_at + {self.chance.choice([-1, 1])} * interval '1 microsecond'"
        if isinstance(value, bytes):
            return sql(self._flipped(value))
        if value is None:
            return "1" if column.startswith("version") else "'x'"
        if column.startswith("version"):
            return sql(int(value) + 1)
        return sql(self._flipped(value.encode()).decode("latin-1"))

    def _flipped(self, data):
        """The bytes with the lowest bit of one of them turned over."""
        place = self.chance.randrange(len(data))
        return data[:place] + bytes([data[place] ^ 1]) + data[place + 1:]

    def _delete(self, _):
        place = self._any()["sequence"]
        return [f"DELETE FROM audit_events {self.where} = {place}"], place

    def _insert(self, _):
        place = self.chance.choice([0, len(self.events) + 1])
        return [self._copy(self._any(), sequence=place)], place

    def _copy(self, event, **changes):
        values = {**event, **changes}
        literals = [sql(values[name]) for name in COLUMNS]
        moment = COLUMNS.index("occurred_at")
        literals[moment] = f"to_timestamp(0) + {values['occurred_at']} * interval '1 microsecond'"
        return f"INSERT INTO audit_events ({', '.join(COLUMNS)}) VALUES ({', '.join(literals)})"

    def _reorder(self, _):
        first, second = sorted(event["sequence"] for event in self.chance.sample(self.events, 2))
        moves = [(first, -1), (second, first), (-1, second)]
        return [f"UPDATE audit_events SET sequence = {new} {self.where} = {old}" for old, new in moves], first

    def _rehash(self, district):
        """Changes an event, or slips one in, and makes all hashes from there on anew, so that the chain fits together."""
        place = self._any()["sequence"]
        tail = [dict(event) for event in self.events[place - 1:]]
        if self.chance.random() < 0.5:
            tail.insert(0, dict(tail[0]))
        # The same event once more behind the last would be no more than an event since the checkpoint.
        tail[0]["caller"] = "local-operator-2"
        before = self.events[place - 2]["hash"] if place > 1 else bytes(32)
        statements = [f"DELETE FROM audit_events {self.where} >= {place}"]
        for number, event in enumerate(tail, place):
            event.update(sequence=number, previous_hash=before)
            before = event["hash"] = digest(event)
            statements.append(self._copy(event))
        statements.append(self._head(district, place + len(tail) - 1, before))
        # Only the checkpoint tells, and it knows the event that was the last.
        return statements, len(self.events)

    def _cut(self, district):
        place = self._any()["sequence"]
        before = self.events[place - 2]["hash"] if place > 1 else bytes(32)
        return [f"DELETE FROM audit_events {self.where} >= {place}", self._head(district, place - 1, before)], place

    def _head(self, district, sequence, digest_of_last):
        return f"UPDATE audit_heads SET sequence = {sequence}, hash = {sql(digest_of_last)} WHERE district = {district}"


def run(findings, is_short, rounds=None, executable=EXECUTABLE, seed=20_240_613):
    rounds = rounds or ROUNDS[is_short]
    chance = random.Random(seed)
    with Database("drill_tamper", executable) as database:
        register.fill(database)
        with Service(database.url("service"), "tamper-service", executable) as service:
            act(service, chance)
        checkpoint = FOLDER / "tamper-checkpoint.txt"
        checkpoint.unlink(missing_ok=True)
        key = FOLDER / "tamper-key"
        command("audit", "checkpoint", "--out", checkpoint, "--key", key, database=database.url("service"))
        chains = read(database)
        _check_format(findings, chains)
        _prepare(database)
        found = _tamper(findings, rounds, Tampering(chains, chance), database, ["--checkpoint", checkpoint, "--key", key])
    events = sum(map(len, chains.values()))
    findings.summary = f"{rounds} tamperings with {events} events of {len(chains)} chains: {found} found, each at the event at fault"
    if not is_short:
        swift_tests.run(findings, "StoreTests.AuditTamperingTests", is_short)


def act(service, chance):
    """Does acts in every district, some of them refused."""
    client = service.client()
    plan = Plan(chance.random(), [register.create(client, 9_000_000 + number) for number in range(6)])
    for _ in range(150):
        write = plan.next()
        write.answer = client.send(write.method, write.path, write.body, headers(write.key, write.version))
        plan.learn(write)
    client.close()


def _check_format(findings, chains):
    for events in chains.values():
        for event in events:
            findings.expect(digest(event) == event["hash"], f"event {event['district']}/{event['sequence']} has another hash")


def _prepare(database):
    """Keeps a copy, and takes away what would keep a tamperer from writing nonsense."""
    rows = database.query(
        "SELECT conrelid::regclass, conname FROM pg_constraint WHERE contype = 'c' AND conrelid::regclass::text LIKE 'audit%'")
    for table, name in rows:
        database.query(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    for table in ("audit_events", "audit_heads"):
        database.query(f"CREATE TABLE sound_{table} AS TABLE {table}")


def _tamper(findings, rounds, tampering, database, options):
    found = 0
    for number in range(1, rounds + 1):
        kind = Tampering.KINDS[number % len(Tampering.KINDS)]
        district, statements, place = tampering.make(kind)
        database.query(statements)
        ended = command("audit", "verify", *options, database=database.url("service"), executable=database.executable, check=False)
        named = f"District {district}, event {place}:"
        if findings.expect(
                ended.returncode == 1 and named in ended.stderr,
                f"{kind} of {district}/{place}: exit status {ended.returncode}, {ended.stderr.strip()}"):
            found += 1
        database.query(
            "BEGIN; TRUNCATE audit_events, audit_heads; INSERT INTO audit_events TABLE sound_audit_events; "
            "INSERT INTO audit_heads TABLE sound_audit_heads; COMMIT")
        if number % 100 == 0:
            findings.say(f"{number} tamperings, {found} found")
    ended = command("audit", "verify", *options, database=database.url("service"), check=False)
    findings.expect(ended.returncode == 0, f"the sound chains are not found sound: {ended.stderr}")
    return found
