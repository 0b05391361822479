"""Plants faults and looks whether the drill that is there for each finds it; a drill that finds nothing would otherwise mean nothing.

Some are planted in the drill's own database, the others in a copy of the sources under .local, which is built anew for each. `fsync = off`
is not among them: kill -9 leaves what the kernel was given to write, so no drill here can show it. That takes a loss of power.
"""

import os
import pathlib
import random
import re
import subprocess

from drills import contract, fuzz, kill, outage, race, register, tamper
from drills.database import FOLDER, ROOT, Database, command
from drills.findings import Findings
from drills.patches import PATCHES
from drills.service import Service

TREE = FOLDER / "tree"


def run(findings, is_short):
    caught = []
    for name, drill, plant in DATABASE_PLANTS:
        _expect(findings, caught, name, drill, plant)
    if not is_short:
        for patch in PATCHES:
            _expect(findings, caught, patch.name, patch.drill, lambda found, patch=patch: _source_plant(found, patch))
    total = len(DATABASE_PLANTS) + (0 if is_short else len(PATCHES))
    findings.summary = f"{len(caught)} of {total} planted faults found: {', '.join(caught)}"


def _expect(findings, caught, name, drill, plant):
    """Runs a drill on a planted fault. `plant` returns the words of a finding that tells this fault."""
    found = Findings(drill, is_quiet=True)
    try:
        words = plant(found)
    except Exception as error:
        findings.broken(f"{name}: the drill could not be made: {type(error).__name__}: {error}")
        return
    telling = [text for text in found.violations if re.search(words, text)]
    if findings.expect(telling, f"{name}: not found by {drill}, which says {found.violations[:3] or found.summary}"):
        caught.append(f"{name} ({drill})")
        findings.say(f"{name}: found by {drill}: {telling[0][:160]}")


def _drill(run_drill, found, **options):
    """Runs a drill to its end, or to where the fault ends it."""
    try:
        run_drill(found, True, **options)
    except Exception as error:
        found.broken(f"the drill did not end: {type(error).__name__}: {error}")


# In the database


def _asynchronous_commit(found):
    """What was acknowledged in the last moments is only in the server's memory, and goes with it."""
    def prepare(database):
        database.query(f"ALTER DATABASE {database.name} SET synchronous_commit = off")
        database.query("ALTER SYSTEM SET wal_writer_delay = '5s'")
        database.query("SELECT pg_reload_conf()")
    try:
        _drill(kill.run, found, size=kill.Size(writes=200, service=0, postmaster=0, backend=0, everything=3), prepare=prepare)
    finally:
        with Database("drill_planted") as database:
            database.query("ALTER SYSTEM RESET wal_writer_delay")
    return r"acknowledged and lost|was acknowledged, version|was the last edit told"


def _lost_keys(found):
    """Keys do not stay with the effects that they belong to."""
    def prepare(database):
        database.query(
            """
            CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS
                $$BEGIN DELETE FROM idempotency_keys WHERE caller = NEW.caller AND key = NEW.key; RETURN NULL; END$$;
            CREATE CONSTRAINT TRIGGER forget AFTER INSERT ON idempotency_keys
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forget();
            """)
    _drill(kill.run, found, size=kill.Size(writes=200, service=0, postmaster=0, backend=0), prepare=prepare)
    return r"took effect \d+ times|a repeated request was answered 409"


def _standing_version(found):
    """A decision leaves the version as it was, so that the next rival's is not out of date."""
    def prepare(database):
        database.query(
            """
            CREATE FUNCTION stand() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN NEW.version = OLD.version; RETURN NEW; END$$;
            CREATE TRIGGER stand BEFORE UPDATE ON incubation_cases FOR EACH ROW EXECUTE FUNCTION stand();
            """)
    _drill(race.run, found, rounds=5, prepare=prepare)
    return r"round \d+: "


def _no_key_of_cases(found):
    """Nothing keeps two cases of one organization apart."""
    def prepare(database):
        database.query("ALTER TABLE incubation_cases DROP CONSTRAINT incubation_cases_pkey CASCADE")
    _drill(kill.run, found, size=kill.Size(writes=200, service=0, postmaster=0, backend=0), prepare=prepare)
    return r"has \d+ writers who were told of success"


def _removed_events(found, statement, event):
    """Removes audit events as the superuser; the checkpoint was made before."""
    with Database("drill_planted") as database:
        register.fill(database)
        with Service(database.url("service"), "planted-service") as service:
            tamper.act(service, random.Random(7))
        options = ["--key", FOLDER / "planted-key"]
        checkpoint = FOLDER / "planted-checkpoint.txt"
        checkpoint.unlink(missing_ok=True)
        command("audit", "checkpoint", "--out", checkpoint, *options, database=database.url("service"))
        database.query(statement)
        ended = command("audit", "verify", "--checkpoint", checkpoint, *options, database=database.url("service"), check=False)
        found.expect(ended.returncode == 0, ended.stderr.strip())
    return event


def _one_event_removed(found):
    return _removed_events(found, "DELETE FROM audit_events WHERE district = 320613 AND sequence = 5", "District 320613, event 5: ")


def _last_events_removed(found):
    statement = """
        BEGIN;
        DELETE FROM audit_events e USING audit_heads h WHERE e.district = h.district AND e.sequence > h.sequence - 20;
        UPDATE audit_heads h SET (sequence, hash) = (SELECT sequence, hash FROM audit_events e
                                                      WHERE e.district = h.district ORDER BY sequence DESC LIMIT 1)
         WHERE EXISTS (SELECT FROM audit_events e WHERE e.district = h.district);
        DELETE FROM audit_heads h WHERE NOT EXISTS (SELECT FROM audit_events e WHERE e.district = h.district);
        COMMIT
        """
    return _removed_events(found, statement, r"District \d+, event \d+: it is missing")


DATABASE_PLANTS = [
    ("synchronous_commit off", "kill", _asynchronous_commit),
    ("idempotency keys that do not stay", "kill", _lost_keys),
    ("no primary key of cases", "kill", _no_key_of_cases),
    ("a version that is not counted", "race", _standing_version),
    ("one audit event removed", "tamper", _one_event_removed),
    ("the last audit events removed, heads and all", "tamper", _last_events_removed),
]


# In the sources


def _source_plant(found, patch):
    _copy_sources()
    for file, old, new in patch.changes:
        path = TREE / file
        text = path.read_text(encoding="utf-8")
        if text.count(old) != 1:
            raise RuntimeError(f"{file} has {text.count(old)} places for the fault; it must be planted anew")
        path.write_text(text.replace(old, new), encoding="utf-8")
    return RUNS[patch.drill](found, patch)


def _copy_sources():
    """Brings the copy to the state of the sources; what has not changed keeps its date, so that little is built anew."""
    files = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in files.stdout.splitlines():
        source, target = ROOT / name, TREE / name
        if source.is_file() and (not target.exists() or target.read_bytes() != source.read_bytes()):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
            target.chmod(source.stat().st_mode)
    # What has been removed or has another name since would be compiled along.
    for folder in ("Sources", "Tests", "sql"):
        for path in (TREE / folder).rglob("*"):
            if path.is_file() and not (ROOT / path.relative_to(TREE)).is_file():
                path.unlink()
    packages = TREE / ".build"
    if not packages.exists():
        packages.mkdir()
        for part in ("checkouts", "repositories", "workspace-state.json"):
            if (ROOT / ".build" / part).exists():
                subprocess.run(["cp", "-a", ROOT / ".build" / part, packages], check=True)


def _build(*options):
    """Builds the copy. Returns the program."""
    ended = subprocess.run(["swift", "build", *options], cwd=TREE, capture_output=True, text=True)
    if ended.returncode != 0:
        lines = [line for line in (ended.stdout + ended.stderr).splitlines() if "error" in line]
        raise RuntimeError(f"the copy with the fault does not build: {lines[:3]}")
    return str(TREE / ".build" / "debug" / "incubator")


def _kill(found, patch):
    program = _build("--product", "incubator")
    size = kill.Size(writes=patch.size, service=patch.size // 100, postmaster=0, backend=patch.size // 100)
    _drill(kill.run, found, size=size, executable=program)
    return patch.words


def _race(found, patch):
    _drill(race.run, found, rounds=10, executable=_build("--product", "incubator"))
    return patch.words


def _outage(found, patch):
    _drill(outage.run, found, cycles=[("stall", 5)], executable=_build("--product", "incubator"))
    return patch.words


def _contract(found, patch):
    _drill(contract.run, found, executable=_build("--product", "incubator"))
    return patch.words


def _tamper(found, patch):
    _drill(tamper.run, found, executable=_build("--product", "incubator"))
    return patch.words


def _fuzz(found, patch):
    _drill(fuzz.run, found, targets=[patch.size], seconds=60, sources=TREE / "Sources", folder=FOLDER / "fuzz-planted")
    return patch.words


def _tests(found, patch):
    """Runs tests of the copy, on a database of their own."""
    program = _build("--build-tests")
    directory = FOLDER / "test-database"
    started = command("database", "start", "--directory", directory).stdout
    server = re.search(r"^superuserURL (.*)$", started, re.MULTILINE).group(1)
    environment = {**os.environ, "INCUBATOR_TEST_DATABASE_URL": server, "INCUBATOR_EXECUTABLE": program}
    try:
        ended = subprocess.run(
            ["swift", "test", "--skip-build", "--filter", patch.size], cwd=TREE, env=environment, capture_output=True, text=True)
    finally:
        command("database", "stop", "--directory", directory, check=False)
    for issue in re.findall(r"^✘ (.*recorded an issue.*(?:\n↳ .*)*)", ended.stdout + ended.stderr, re.MULTILINE):
        found.broken(issue.replace("\n↳", ":"))
    return patch.words


RUNS = {
    "kill": _kill, "race": _race, "outage": _outage, "contract": _contract, "tamper": _tamper, "fuzz": _fuzz, "nth": _tests,
    "tests": _tests,
}
