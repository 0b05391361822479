"""Takes the database away again and again and looks how the service bears it: it says so in time, comes back in time, and leaks nothing.

The service reaches its database through a proxy that cuts every connection, stalls them, or lets them go dead without a word.
"""

import itertools
import threading
import time

from drills import register
from drills.client import Lost, headers
from drills.database import EXECUTABLE, Database
from drills.proxy import Proxy
from drills.service import Service

CLIENTS = 12
# The promises, in seconds.
ANSWERED = 2
RECOVERED = 2
# How often each mode, for how many seconds.
LONG = [("cut", 1)] * 45 + [("half-open", 1)] * 45 + [("stall", 30)] * 10
SHORT = [("cut", 0.5), ("half-open", 0.5), ("stall", 3)]
# A request that began in the instant of a change may fall on either side of it.
BLUR = 0.05


class Exchange:
    """A request and how it was answered."""

    def __init__(self, path, began, answer, failure):
        self.path = path
        self.began = began
        self.ended = time.monotonic()
        self.answer = answer
        self.failure = failure

    @property
    def seconds(self):
        return self.ended - self.began

    @property
    def succeeded(self):
        return self.answer is not None and self.answer.status in (200, 201)

    def __str__(self):
        return f"{self.path}: {self.answer or self.failure} after {self.seconds:.2f} s"


class Clients:
    """Threads that read and write without end."""

    def __init__(self, service, organization, findings):
        self.service = service
        self.organization = organization
        self.findings = findings
        self.stopping = threading.Event()
        self.numbers = itertools.count(1)
        self.exchanges = []
        self.under_way = [None] * CLIENTS
        self.unsettled = []
        self.threads = [threading.Thread(target=self._run, args=(number,)) for number in range(CLIENTS)]
        for thread in self.threads:
            thread.start()

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join()

    def take(self):
        """The exchanges since this was asked last."""
        taken, self.exchanges = self.exchanges, []
        return taken

    def overdue(self):
        """How many requests should have been answered by now."""
        limit = time.monotonic() - ANSWERED
        return sum(began is not None and began < limit for began in list(self.under_way))

    def _run(self, place):
        number = place
        client = self.service.client(timeout=20)
        requests = [self._list, self._show, self._create, self._ready]
        while not self.stopping.is_set():
            self.under_way[place] = time.monotonic()
            exchange = requests[number % len(requests)](client)
            self.under_way[place] = None
            self.exchanges.append(exchange)
            if not exchange.succeeded:
                time.sleep(0.02)
            number += 1
        client.close()

    def _send(self, client, method, path, body=None, fields=None):
        began = time.monotonic()
        try:
            return Exchange(path, began, client.send(method, path, body, fields), None)
        except Lost as lost:
            return Exchange(path, began, None, lost)

    def _list(self, client):
        return self._send(client, "GET", "/api/v1/organizations?size=5")

    def _show(self, client):
        return self._send(client, "GET", f"/api/v1/organizations/{self.organization}")

    def _ready(self, client):
        return self._send(client, "GET", "/readyz")

    def _create(self, client):
        number = next(self.numbers)
        body = register.organization(number, "320613", f"D{number:09d}")
        exchange = self._send(client, "POST", "/api/v1/organizations", body, headers(f"outage-{number}"))
        if not exchange.succeeded:
            self.unsettled.append((body, f"outage-{number}"))
        return exchange


class Outages:
    """Breaks the way to the database and judges what the clients saw."""

    def __init__(self, proxy, clients, findings):
        self.proxy = proxy
        self.clients = clients
        self.findings = findings
        self.refused = 0
        self.slowest = 0.0
        self.recoveries = []

    def run(self, mode, seconds):
        time.sleep(0.5)
        self._judge_normal(self.clients.take())
        began = time.monotonic()
        self.proxy.set(mode)
        time.sleep(seconds)
        if mode != "half-open":
            self.proxy.set("open")
        # Connections that went dead stay dead: here the way is as good as it gets from the beginning.
        restored = began if mode == "half-open" else time.monotonic()
        time.sleep(max(0.0, restored + RECOVERED + 0.7 - time.monotonic()))
        overdue = self.clients.overdue()
        self.findings.expect(overdue == 0, f"{mode}: {overdue} requests still wait for their answer")
        self._judge_outage(mode, began, restored, self.clients.take())

    def _judge_normal(self, exchanges):
        for exchange in exchanges:
            self.findings.expect(exchange.succeeded and exchange.seconds <= ANSWERED, f"with its database there: {exchange}")

    def _judge_outage(self, mode, began, restored, exchanges):
        last_failure = restored
        for exchange in exchanges:
            self.slowest = max(self.slowest, exchange.seconds)
            self.findings.expect(exchange.seconds <= ANSWERED, f"{mode}: answered too late: {exchange}")
            if exchange.succeeded:
                is_within = exchange.began > began + BLUR and exchange.ended < restored - BLUR
                self.findings.expect(not is_within, f"{mode}: answered without a database: {exchange}")
                continue
            is_refusal = exchange.answer is not None and exchange.answer.status == 503 and "retry-after" in exchange.answer.headers
            self.findings.expect(is_refusal, f"{mode}: not refused as it should be: {exchange}")
            self.refused += 1
            last_failure = max(last_failure, exchange.ended)
        self.recoveries.append(last_failure - restored)
        self.findings.expect(last_failure <= restored + RECOVERED, f"{mode}: refused {last_failure - restored:.2f} s after it was over")
        self.findings.expect(any(exchange.succeeded for exchange in exchanges), f"{mode}: no request succeeded afterwards")


def run(findings, is_short, cycles=None, executable=EXECUTABLE):
    cycles = cycles or (SHORT if is_short else LONG)
    with Database("drill_outage", executable) as database:
        register.fill(database)
        proxy = Proxy(database.socket)
        url = database.url("service").replace(f"host={database.part('host')}", "host=127.0.0.1")
        url = url.replace(f"port={database.part('port')}", f"port={proxy.port}")
        with Service(url, "outage-service", executable) as service:
            client = service.client()
            organization = register.create(client, 9_000_000)
            client.close()
            _drive(findings, cycles, database, proxy, service, organization)
        proxy.close()


def _drive(findings, cycles, database, proxy, service, organization):
    clients = Clients(service, organization, findings)
    outages = Outages(proxy, clients, findings)
    try:
        time.sleep(1.5)
        before = _resources(service, database)
        for number, (mode, seconds) in enumerate(cycles, 1):
            outages.run(mode, seconds)
            if number % 10 == 0:
                findings.say(f"{number} outages, {len(findings.violations)} violations")
        time.sleep(1)
        after = _resources(service, database)
    finally:
        clients.stop()
    _check_leaks(findings, before, after)
    doubled = _settle(findings, clients, service, database)
    kinds = ", ".join(f"{sum(mode == kind for mode, _ in cycles)} {kind}" for kind in ("cut", "half-open", "stall"))
    findings.say(f"outages: {len(cycles)} ({kinds}); refused with 503 and Retry-After: {outages.refused}")
    findings.say(f"slowest answer {outages.slowest:.2f} s; last refusal after the end of an outage {max(outages.recoveries):.2f} s")
    findings.say(f"before: {before}; after: {after}")
    findings.say(f"writes that were refused and sent again: {len(clients.unsettled)}, took effect twice: {doubled}")
    findings.summary = (
        f"{len(cycles)} outages ({kinds}): {outages.refused} requests refused, the slowest after {outages.slowest:.2f} s; "
        f"recovered within {max(outages.recoveries):.2f} s; no leak")


def _resources(service, database):
    """What must not grow."""
    rows = database.query(f"SELECT count(*) FROM pg_stat_activity WHERE datname = '{database.name}' AND usename = 'incubator_service'")
    return {
        "open files": service.open_files(), "threads": service.threads(), "connections": int(service.gauge("database_connections")),
        "server's connections": int(rows[0][0]),
    }


def _check_leaks(findings, before, after):
    # Connections come and go with need, each of them one file; the pool has 16 of them at most.
    findings.expect(after["server's connections"] <= 16 + 1, f"the server has {after} connections")
    findings.expect(after["connections"] <= 16, f"the pool has too many connections: {after}")
    for name in ("open files", "threads"):
        findings.expect(after[name] <= before[name] + 16, f"{name}: {before[name]} before, {after[name]} after")


def _settle(findings, clients, service, database):
    """Sends every write again that was refused. Returns how many took effect twice."""
    client = service.client()
    for body, key in clients.unsettled:
        answer = client.send("POST", "/api/v1/organizations", body, headers(key))
        findings.expect(answer.status == 201, f"a refused write, sent again with its key, was answered {answer}")
    client.close()
    rows = database.query(
        "SELECT document_number, count(*) FROM legal_status_steps WHERE document_number LIKE 'D0%' GROUP BY 1 HAVING count(*) > 1")
    for mark, count in rows:
        findings.broken(f"{mark}: took effect {count} times")
    return len(rows)
