"""Lets many clients decide on the same record at the same moment, again and again: one decision stands, all others are refused.

The requests of a round are sent but for their last byte; then the last bytes go out together. Half of the clients talk to another process
of the service, as they would behind a proxy.
"""

import collections
import time

from drills import register
from drills.client import headers, request
from drills.database import EXECUTABLE, Database
from drills.service import Service

RIVALS = 32
ROUNDS = {False: 10_000, True: 40}


class CaseAdvance:
    """Rivals who move the same case, each from the version that all have read."""

    REFUSALS = {"version-stale"}

    def __init__(self, client):
        self.client = client

    def prepare(self, number):
        """A new record to decide on."""
        self.organization = register.create(self.client, number)
        opened = self.client.send(
            "POST", f"/api/v1/organizations/{self.organization}/case", {"on": "2025-01-01", "reason": None}, headers())
        if opened.status != 201:
            raise RuntimeError(f"no case was opened: {opened}")
        self.version = opened.version

    def request(self, rival, port):
        """One rival's decision."""
        stage = "admitted" if rival % 2 else "exited"
        body = {"to": stage, "on": "2025-02-01", "reason": f"rival {rival}"}
        return request("POST", f"/api/v1/organizations/{self.organization}/case/steps", port, headers(version=self.version), body)

    def check(self, database, rounds, findings):
        """What the database holds in the end: one decision for each record."""
        decided = database.query(
            """
            SELECT decisions, count(*)
              FROM (SELECT c.district, c.serial, c.version, count(s.step) - 1 AS decisions
                      FROM incubation_cases c JOIN case_steps s USING (district, serial)
                     GROUP BY c.district, c.serial, c.version) d
             GROUP BY decisions
            """)
        findings.expect(decided == [["1", str(rounds)]], f"decisions on a record, and how many records have so many: {decided}")
        events = database.query("SELECT count(*) FROM audit_events WHERE act = 'advance-case' AND refusal IS NULL")
        findings.expect(events == [[str(rounds)]], f"{events} events tell of a decision, there were {rounds}")


def run(findings, is_short, rounds=None, prepare=lambda database: None, executable=EXECUTABLE, decision=CaseAdvance):
    rounds = rounds or ROUNDS[is_short]
    with Database("drill_race", executable) as database:
        register.fill(database)
        prepare(database)
        url = database.url("service")
        with Service(url, "race-service-1", executable) as one, Service(url, "race-service-2", executable) as other:
            clients = [(one, other)[number % 2].client() for number in range(RIVALS)]
            _race(findings, rounds, clients, decision(one.client()), database)


def _race(findings, rounds, clients, decision, database):
    began = time.monotonic()
    slowest = 0
    answers = collections.Counter()
    for number in range(1, rounds + 1):
        decision.prepare(number)
        seconds, statuses = _round(clients, decision)
        slowest = max(slowest, seconds)
        answers.update(statuses)
        succeeded = statuses["200"]
        refused = sum(count for status, count in statuses.items() if status != "200" and status.split()[1] in decision.REFUSALS)
        findings.expect(succeeded == 1 and refused == RIVALS - 1, f"round {number}: {dict(statuses)}")
        if number % 1000 == 0:
            findings.say(f"{number} rounds, {len(findings.violations)} violations")
    decision.check(database, rounds, findings)
    seconds = time.monotonic() - began
    findings.say(f"answers: {dict(answers)}")
    findings.say(f"rounds: {rounds} of {RIVALS} in {seconds:.0f} s, the slowest took {slowest:.2f} s")
    findings.summary = (
        f"{rounds} rounds of {RIVALS} simultaneous decisions through two processes: {answers['200']} succeeded, "
        f"{sum(answers.values()) - answers['200']} were refused")


def _round(clients, decision):
    """Returns how long it took and how often there was each answer."""
    rest = []
    for rival, client in enumerate(clients):
        data = decision.request(rival, client.port)
        client.begin(data[:-1])
        rest.append(data[-1:])
    began = time.monotonic()
    for client, data in zip(clients, rest):
        client.begin(data)
    found = [client.answer() for client in clients]
    names = [str(answer.status) if answer.status == 200 else f"{answer.status} {answer.problem}" for answer in found]
    return time.monotonic() - began, collections.Counter(names)
