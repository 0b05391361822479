"""Kills the service and the database at random moments while many clients write, and looks for writes that were lost or took effect twice.

Kill -9 leaves what the kernel was given to write, so this drill says nothing about a loss of power: `fsync = off` would pass it.
"""

import random
import statistics
import threading
import time

from drills import register
from drills.client import Lost, headers
from drills.database import EXECUTABLE, FOLDER, Database
from drills.effects import Checker, Ledger
from drills.service import Service
from drills.writes import REFUSED, Plan

CLIENTS = 32
# The register promises to serve again so soon after the database accepts connections.
SERVING_AGAIN = 5
# A client that is told nothing for so long gives up, which no client ever should have to.
PATIENCE = 90
TOO_MANY = 1000


class Size:
    """How long the drill is."""

    def __init__(self, writes, service, postmaster, backend, everything=0):
        self.writes = writes
        self.kinds = ["service"] * service + ["postmaster"] * postmaster + ["backend"] * backend + ["everything"] * everything


LONG = Size(writes=50_000, service=100, postmaster=50, backend=50)
SHORT = Size(writes=400, service=2, postmaster=1, backend=1)


class Clients:
    """Threads that write until they are told to stop, each write until it is answered."""

    def __init__(self, service, plan, ledger, findings, seed):
        self.service = service
        self.plan = plan
        self.ledger = ledger
        self.findings = findings
        self.stopping = threading.Event()
        self.last_success = 0.0
        self.attempts = 0
        self.lost_answers = 0
        self.unavailable = 0
        self.replays = 0
        self.threads = [threading.Thread(target=self._run, args=(random.Random(f"{seed}/{number}"),)) for number in range(CLIENTS)]
        for thread in self.threads:
            thread.start()

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join()

    def _run(self, chance):
        client = self.service.client()
        try:
            while not self.stopping.is_set():
                self._write(client, chance)
                if chance.random() < 0.05:
                    self._replay(client, chance)
        except Exception as error:
            self.findings.broken(f"a client fell over: {type(error).__name__}: {error}")
        finally:
            client.close()

    def _write(self, client, chance):
        write = self.plan.next()
        write.answer = self._until_answered(client, write, chance)
        if write.answer is None:
            self.findings.broken(f"{write.mark}: no answer within {PATIENCE} s")
        elif write.is_acknowledged:
            self.last_success = time.monotonic()
        elif write.answer.problem not in REFUSED[write.kind]:
            self.findings.broken(f"{write.mark}: {write.kind} was answered {write.answer}")
        if write.answer is not None:
            self.ledger.note(write)
            self.plan.learn(write)

    def _until_answered(self, client, write, chance):
        """Sends the same request with the same key until somebody answers it."""
        limit = time.monotonic() + PATIENCE
        while time.monotonic() < limit:
            self.attempts += 1
            try:
                answer = client.send(write.method, write.path, write.body, write.headers)
                if answer.status != 503 and answer.problem != "request-running":
                    return answer
                self.unavailable += 1
                self.findings.expect("retry-after" in answer.headers, f"{answer.status} {answer.problem} without Retry-After")
            except Lost:
                self.lost_answers += 1
            time.sleep(chance.uniform(0.01, 0.1))
        return None

    def _replay(self, client, chance):
        """A request that was answered long ago is answered the same, byte for byte; its key does not serve another request."""
        with self.ledger.lock:
            known = self.ledger.acknowledged
            old = known[int(chance.random() * len(known))] if known else None
        if old is None:
            return
        try:
            again = client.send(old.method, old.path, old.body, old.headers)
            other = client.send(old.method, old.path, {**old.body, "extra": 1}, headers(old.key, old.version))
        except Lost:
            return
        if again.status != 503:
            same = (again.status, again.body, again.headers.get("etag"), again.headers.get("location"))
            first = (old.answer.status, old.answer.body, old.answer.headers.get("etag"), old.answer.headers.get("location"))
            self.findings.expect(same == first, f"{old.mark}: a repeated request was answered {again}")
            self.replays += 1
        self.findings.expect(other.status in (422, 503), f"{old.mark}: another request with its key was answered {other.status}")


class Killer:
    """Kills one thing after another, and brings back what does not come back by itself."""

    def __init__(self, database, service, clients, checker, findings, chance):
        self.database = database
        self.service = service
        self.clients = clients
        self.checker = checker
        self.findings = findings
        self.chance = chance
        self.serving = []
        self.kills = {}

    def kill(self, kind):
        done = getattr(self, "_" + kind)()
        if done is None:
            return False
        self.kills[kind] = self.kills.get(kind, 0) + 1
        accepting = done
        self._wait_for_success(accepting, kind)
        self.checker.check_new()
        return True

    def _service(self):
        self.service.kill()
        killed = time.monotonic()
        self.service.start()
        return killed

    def _postmaster(self):
        self.database.kill_postmaster()
        return self._start_database()

    def _everything(self):
        self.database.kill_all()
        return self._start_database()

    def _start_database(self):
        # The server is found to accept while the command that starts it still looks at it.
        starting = threading.Thread(target=self.database.start)
        starting.start()
        time.sleep(0.05)
        accepting = self.database.wait_until_accepting()
        starting.join()
        return accepting

    def _backend(self):
        """The server ends all connections when one of its processes was killed, and recovers by itself."""
        if not self.database.kill_backend(self.chance):
            return None
        time.sleep(0.02)
        return self.database.wait_until_accepting()

    def _wait_for_success(self, accepting, kind):
        limit = accepting + 60
        while self.clients.last_success <= accepting:
            if time.monotonic() > limit:
                raise RuntimeError(f"no write succeeded for a minute after a kill ({kind})")
            time.sleep(0.005)
        # The first success after the moment may have been missed for a later one by 5 ms at most.
        seconds = self.clients.last_success - accepting
        self.serving.append(seconds)
        self.findings.expect(seconds <= SERVING_AGAIN, f"serving again only {seconds:.1f} s after the database ({kind})")


def run(findings, is_short, size=None, prepare=lambda database: None, executable=EXECUTABLE, seed=20_240_613):
    """Runs the drill. `prepare` may do something to the database first, as the planted faults do."""
    size = size or (SHORT if is_short else LONG)
    chance = random.Random(seed)
    chance.shuffle(size.kinds)
    with Database("drill_kill", executable) as database:
        register.fill(database)
        prepare(database)
        with Service(database.url("service"), "kill-service", executable) as service:
            client = service.client()
            numbers = [register.create(client, 9_000_000 + number) for number in range(40)]
            client.close()
            ledger = Ledger(FOLDER / "kill-acknowledged.log", len(numbers))
            checker = Checker(database, ledger, findings)
            _drive(findings, size, chance, database, service, ledger, checker, Plan(seed, numbers))


def _drive(findings, size, chance, database, service, ledger, checker, plan):
    began = time.monotonic()
    clients = Clients(service, plan, ledger, findings, plan.chance.random())
    killer = Killer(database, service, clients, checker, findings, chance)
    try:
        for number, kind in enumerate(size.kinds, 1):
            _wait_for(ledger, size.writes * number // (len(size.kinds) + 1), clients)
            time.sleep(chance.uniform(0, 0.3))
            while not killer.kill(kind):
                time.sleep(0.05)
            if number % 10 == 0:
                findings.say(f"{number} kills, {len(ledger.acknowledged)} writes acknowledged, {len(findings.violations)} violations")
        _wait_for(ledger, size.writes, clients)
    finally:
        clients.stop()
    seconds = time.monotonic() - began
    checker.check_all()
    _figures(findings, ledger, clients, killer, checker, seconds)


def _wait_for(ledger, writes, clients):
    while len(ledger.acknowledged) < writes:
        if len(clients.findings.violations) > TOO_MANY:
            raise RuntimeError("too much is broken to go on")
        if not any(thread.is_alive() for thread in clients.threads):
            raise RuntimeError("all clients fell over")
        time.sleep(0.005)


def _figures(findings, ledger, clients, killer, checker, seconds):
    kills = ", ".join(f"{count} {kind}" for kind, count in sorted(killer.kills.items()))
    findings.say(f"writes acknowledged: {len(ledger.acknowledged)} in {seconds:.0f} s by {CLIENTS} clients")
    findings.say(f"refused as they should be: {dict(ledger.refused)}")
    findings.say(
        f"requests sent: {clients.attempts}, without an answer: {clients.lost_answers}, told to try again: {clients.unavailable}, "
        f"repeated after their answer: {clients.replays}")
    findings.say(f"kill -9: {kills}")
    median, longest = statistics.median(killer.serving or [0]), max(killer.serving or [0])
    findings.say(f"serving again after the database accepts connections: median {median:.2f} s, longest {longest:.2f} s")
    findings.summary = (
        f"{len(ledger.acknowledged)} writes acknowledged to {CLIENTS} clients, {sum(killer.kills.values())} kills -9 ({kills}): "
        f"{checker.lost} lost, {checker.doubled} twice, serving again within {longest:.1f} s")
