"""What each page costs the service in processor time: scripts/bench-pages runs it."""

import os
import pathlib
import statistics
import sys
from typing import NamedTuple

from browser.addresses import ROLES, of
from browser.register import Register
from drills.database import Database
from drills.people import Session
from drills.service import Service

# Milliseconds that a page may cost.
MOST = 5
# The answer of the same server that there is least to.
BARE = "/healthz"
# Requests between which counters of tries are set back: they would refuse visitors who ask that often.
BATCH = 20
WARM = 5
# Who comes in for a kind of person, and for whom that takes two factors.
LOGINS = {
    "member": "member", "hub": "hub", "official": "official", "manager": "manager-desktop", "guard": "guard-desktop",
    "auditor": "auditor"}
OF_TWO_FACTORS = {"official", "manager", "guard", "auditor"}
# A table that is tried, so that there is an import to look at.
TABLE = "name,legalForm,legalStatus,legalStatusSince,area\n" + "".join(
    f"第{row}队,unincorporated,filed,2024-01-15,{'320613' if row % 2 else '999999'}\n" for row in range(1, 201))


class Cost(NamedTuple):
    milliseconds: float
    bytes: int
    role: str
    path: str


def spent(process):
    """Milliseconds of a processor that the threads of a process have used, to the nanosecond: clock ticks are as long as some pages take."""
    threads = pathlib.Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(thread.read_text(encoding="ascii").split()[0]) for thread in threads) / 1e6


class Person:
    """Somebody with a browser that keeps its connection open."""

    def __init__(self, role, register, service):
        self.role, self._client = role, service.client()
        self._fields = {"Accept": "text/html", "Accept-Language": "zh-CN", "Accept-Encoding": "identity"}
        self.pages = of(role, register)
        if role == "visitor":
            return
        session = Session(self._client, *register.people[LOGINS[role]])
        if role in OF_TWO_FACTORS:
            session.add_second_factor()
        self._fields["Cookie"] = session.cookie
        if role == "manager":
            begun = session.send("POST", "/api/v1/imports", {
                "kind": "organizations", "fileName": "名册.csv", "table": TABLE, "columns": None, "isRehearsal": True, "skipsBadRows": False})
            self.pages.append(f"/imports/{begun.json['number']}")

    def open(self, path):
        answer = self._client.send("GET", path, fields=self._fields)
        if answer.status != 200:
            raise RuntimeError(f"{path} as {self.role}: {answer}")
        return len(answer.body)

    def measure(self, path, times, service, database):
        """What a page costs in the middle one of several batches, which a hiccup of the machine falls outside of, and its size."""
        for _ in range(WARM):
            size = self.open(path)
        costs, rest = [], times
        while rest:
            if self.role == "visitor":
                database.query("DELETE FROM rate_limits")
            batch = min(BATCH, rest)
            before = spent(service.process.pid)
            for _ in range(batch):
                self.open(path)
            costs.append((spent(service.process.pid) - before) / batch)
            rest -= batch
        return Cost(statistics.median(costs), size, self.role, path)


def main():
    times = int(sys.argv[1])
    with Database("pages") as database:
        register = Register(database, samples=("coops_uk", "apache_incubator", "chongchuan"))
        with Service(database.url("service"), "pages-service") as service:
            # Before and after, so that a change of the machine's speed falls on both.
            measure_bare = lambda: Person("visitor", register, service).measure(BARE, times * 5, service, database).milliseconds
            costs, bare = [], [measure_bare()]
            for role in ROLES:
                person = Person(role, register, service)
                costs += [person.measure(path, times, service, database) for path in person.pages]
            bare.append(measure_bare())
    tell(costs, sum(bare) / len(bare))


def tell(costs, bare):
    """Prints the table, the worst first, and one line with the worst."""
    costs.sort(reverse=True)
    print(f"{'ms':>7} {'bare':>6} {'KB':>6}  page")
    for cost in costs:
        print(f"{cost.milliseconds:7.2f} {cost.milliseconds / bare:6.1f} {cost.bytes / 1000:6.1f}  {cost.path} ({cost.role})")
    worst, median = costs[0], costs[len(costs) // 2]
    print(
        f"{len(costs)} pages: the median costs {median.milliseconds:.2f} ms, {median.milliseconds / bare:.1f} times a bare answer of {bare:.3f} ms; "
        f"the worst {worst.milliseconds:.2f} ms, {worst.milliseconds / bare:.1f} times: {worst.path} ({worst.role})")
    sys.exit(0 if worst.milliseconds <= MOST else 1)


main()
