"""Holds the service to its own description: requests made from /openapi.yaml, one by one and in sequences, right ones and wrong ones.

The work is done by schemathesis, from the Python package index, in an environment of its own under .local.
"""

import json
import os
import re
import subprocess
import sys

from drills import people, register
from drills.client import headers
from drills.database import EXECUTABLE, FOLDER, ROOT, Database
from drills.service import Service

VERSION = "4.32.5"
ENVIRONMENT = FOLDER / "schemathesis"
# Seconds of generated requests, and examples for each operation in a round of them.
LONG = {"seconds": 1800, "examples": 200}
SHORT = {"seconds": 15, "examples": 3}
ANSWERED = 2
# Whose roles need a second factor, beside the member of the hub's staff by whom the register is filled.
ROLES = ("hubManager", "official")


def run(findings, is_short, executable=EXECUTABLE, seed=20_240_613):
    if not _install(findings, is_short):
        return
    size = SHORT if is_short else LONG
    with Database("drill_contract", executable) as database:
        register.fill(database)
        with Service(database.url("service"), "contract-service", executable) as service:
            client = service.client()
            for number in range(register.FIRST_ORGANIZATIONS):
                register.create(client, 9_000_000 + number)
            tokens = {role: people.token_of(role, database, client) for role in ROLES}
            client.close()
            _test(findings, service, size, seed, tokens)
            _check_roles(findings, database, is_short)
            _check_log(findings, service)


def _install(findings, is_short):
    """Returns whether schemathesis is there."""
    if not (ENVIRONMENT / "bin" / "schemathesis").exists():
        made = subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], capture_output=True, text=True)
        if made.returncode == 0:
            made = subprocess.run(
                [ENVIRONMENT / "bin" / "pip", "install", "--quiet", f"schemathesis=={VERSION}"], capture_output=True, text=True)
        if made.returncode != 0:
            reason = (made.stderr or made.stdout).strip()[-300:]
            findings.summary = f"NOT RUN: schemathesis cannot be installed: {reason}"
            # Without a way to the index the tests still say what they can; the long form is asked for by name.
            findings.expect(is_short, findings.summary)
            return False
    return True


def _test(findings, service, size, seed, tokens):
    words = [
        ENVIRONMENT / "bin" / "schemathesis", "--config-file", ROOT / "scripts" / "drills" / "contract.toml", "run",
        f"http://127.0.0.1:{service.port}/openapi.yaml", "--phases", "examples,coverage,fuzzing,stateful", "--seed", seed,
        "--max-examples", size["examples"], "--max-time", size["seconds"], "--exclude-checks", "positive_data_acceptance",
        "--max-response-time", ANSWERED, "--continue-on-failure", "--generation-database", "none", "--no-color",
    ]
    environment = {
        **os.environ, "SCHEMATHESIS_HOOKS": "drills.contract_hooks", "PYTHONPATH": str(ROOT / "scripts"),
        "DRILL_TOKENS": json.dumps({"hubStaff": headers()["Authorization"].removeprefix("Bearer "), **tokens}),
    }
    ended = subprocess.run(list(map(str, words)), cwd=FOLDER, env=environment, capture_output=True, text=True)
    output = FOLDER / "contract-output.txt"
    output.write_text(ended.stdout + ended.stderr, encoding="utf-8")
    lines = ended.stdout.splitlines()
    failures = [line.strip() for line in lines if line.startswith("- ST")]
    for line in failures:
        findings.broken(line)
    findings.expect(ended.returncode == 0, f"schemathesis ended with {ended.returncode}; all of it is in {output}")
    cases = re.search(r"^  (\d+ generated.*)$", ended.stdout, re.MULTILINE)
    tested = re.search(r"^  Tested: (\d+)$", ended.stdout, re.MULTILINE)
    findings.expect(cases and tested, "no case was generated")
    findings.summary = (
        f"{tested and tested[1]} operations with seed {seed}: {cases and cases[1]}; {len(failures)} kinds of violations in "
        f"{size['seconds']} s of generated requests")


def _check_roles(findings, database, is_short):
    """Each person whose role needs a second factor has done what a member of the hub's staff may not; a short run may not come to it."""
    for role in ROLES:
        acts = [act for act in people.scopes(role) if act not in register.SCOPES]
        rows = database.query(
            f"""
            SELECT DISTINCT act
              FROM audit_events e
              JOIN accounts a ON e.caller = 'account-' || a.account
             WHERE a.login = 'drill.{role.lower()}' AND e.refusal IS NULL
            """)
        done = sorted({act for act, in rows} & set(acts))
        findings.expect(done or is_short, f"{role}: nothing was done of {', '.join(acts)}")
        findings.summary += f"; {role} did {', '.join(done) or 'nothing of the kind'}"


def _check_log(findings, service):
    """What nobody foresaw is logged as an error, whatever the client was told."""
    errors = [line for line in service.log.read_text(encoding="utf-8").splitlines() if "level=error" in line]
    for line in errors:
        findings.broken(line)
