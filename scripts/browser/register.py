"""The invented district with an account of each kind."""

import base64
import hashlib
import hmac
import json
import secrets
import struct
import time
from typing import NamedTuple

from drills.database import command

DISTRICT = "320613"


class Person(NamedTuple):
    login: str
    password: str


class Register:
    """What is in the database, and who may come in."""

    def __init__(self, database, samples=("chongchuan",)):
        self._database = database
        # The cookies of people who have signed in, by login.
        self.sessions = {}
        self._run("area", "import")
        self._run("organization", "import", "--sample", *samples)
        self._run("assess", "--as-of", "2026-06-30", "--area", DISTRICT, "--limit", "1")
        if "coops_uk" in samples:
            self._run("assess", "--as-of", "2013-12-31", "--area", "90", "--limit", "1")
        self._run(
            "contract", "record", "示范枢纽", "--purchaser", "示范民政局", "--area", DISTRICT, "--from", "2020-01-01",
            "--until", "2040-12-31")
        listed = self._run("organization", "list", "--area", DISTRICT, "--limit", "5", "--json")
        self.organizations = [item["number"] for item in json.loads(listed)["items"]]
        # Cases that a move can be recommended in.
        self.incubating = [
            row[0] for row in database.query(
                "SELECT left(district::text, 6) || '-' || serial FROM incubation_cases WHERE stage = 'incubating' ORDER BY 1 LIMIT 6")]
        self.own = self.incubating[2]
        # The group whose papers are printed.
        self.lasting = self.incubating[5]
        issued = json.loads(self._run("document", "issue", self.own, "--json"))
        # Below the organization's page.
        self.papers = [f"/documents/{issued['number']}"]
        self.people = {
            "hub": self._account("hub", "hubStaff", "--area", DISTRICT),
            "official": self._account("official", "official", "--area", DISTRICT),
            "member": self._account("member", "organizationMember", "--organization", self.own),
            "auditor": self._account("auditor", "auditor", "--area", DISTRICT),
        }
        for role in ("reviewer", "official"):
            self.people[f"paper-{role}"] = self._account(f"paper-{role}", role, "--area", DISTRICT)
        # A second factor is set up where somebody first comes in, so each device has people of its own.
        for device in ("phone", "desktop"):
            for login in (f"manager-{device}", f"lead-{device}"):
                self.people[login] = self._account(login, "hubManager", "--area", DISTRICT)
            self.people[f"expert-{device}"] = self._account(f"expert-{device}", "reviewer", "--area", DISTRICT)
            self.people[f"approver-{device}"] = self._account(f"approver-{device}", "official", "--area", DISTRICT)
            self.people[f"late-{device}"] = self._account(f"late-{device}", "hubStaff", "--area", DISTRICT)
            self.people[f"guard-{device}"] = self._account(f"guard-{device}", "securityAdministrator")

    def promote(self, person):
        """Gives a member of the hub's staff a role that needs a second factor."""
        self._run("account", "grant", person.login, "hubManager", "--area", DISTRICT)

    def _run(self, *words, given=None):
        return command(*words, database=self._database.url("owner"), given=given).stdout

    def _account(self, login, *role):
        invitation = json.loads(self._run("account", "create", login, "--name", login, "--json"))["invitationToken"]
        password = secrets.token_urlsafe(16)
        self._run("account", "activate", given=f"{invitation}\n{password}\n")
        self._run("account", "grant", login, *role)
        return Person(login, password)


def one_time_code(key):
    """The six digits that a telephone shows now for a key (RFC 6238)."""
    key = key.replace(" ", "")
    seed = base64.b32decode(key + "=" * (-len(key) % 8), casefold=True)
    digest = hmac.new(seed, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"
