"""People whose roles need a second factor, as they come in over HTTP, and the programs that they let act for them."""

import base64
import hashlib
import hmac
import json
import pathlib
import secrets
import struct
import time

from drills.database import ROOT, command

# Who may use which operation: the list that the tests hold the program against.
PERMISSIONS = ROOT / "Tests" / "WebAPITests" / "Permission" / "permissions.txt"
STEP = 30


def permissions():
    """Who may use each operation, as (method, path): (use case, roles)."""
    found = {}
    for line in pathlib.Path(PERMISSIONS).read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        method, path, use_case, _, roles = (part.strip() for part in line.split("|"))
        found[method, path] = (use_case, {role.strip() for role in roles.split(",")})
    return found


def scopes(role):
    """What a program of the role can be let do: all that the role may, but nothing about accounts."""
    acts = {use_case for (method, _), (use_case, roles) in permissions().items() if method != "GET" and role in roles}
    return ["read", *sorted(acts)]


def one_time_code(key, step):
    """The code of RFC 6238: six digits of HMAC-SHA-1 over the number of the step."""
    digest = hmac.digest(base64.b32decode(key + "=" * (-len(key) % 8)), struct.pack(">Q", step), hashlib.sha1)
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place:place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def token_of(role, database, client):
    """Makes an account with the role, signs it in over HTTP with its second factor, and makes a token for a program of it."""
    login, password = f"drill.{role}".lower(), secrets.token_urlsafe(24)
    run = lambda *words, **options: command(*words, database=database.url("owner"), executable=database.executable, **options)
    invitation = json.loads(run("account", "create", login, "--name", "演练", "--json").stdout)["invitationToken"]
    run("account", "activate", given=f"{invitation}\n{password}\n")
    roles = json.loads(run("account", "grant", login, role, "--area", "32", "--json").stdout)["items"]
    session = Session(client, login, password)
    session.add_second_factor()
    made = session.send("POST", "/api/v1/account/tokens", {
        "name": "drill", "role": int(roles[0]["number"]), "scopes": scopes(role), "days": 2})
    return made.json["secret"]


class Session:
    """A session as a browser keeps it: its cookie, and the mark that a change carries."""

    def __init__(self, client, login, password):
        self.client = client
        self.cookie = self.mark = None
        self.send("POST", "/api/v1/session", {"login": login, "password": password})

    def add_second_factor(self):
        offer = self.send("POST", "/api/v1/account/second-factor", {})
        code = one_time_code(offer.json["key"], int(time.time()) // STEP)
        self.send("PUT", "/api/v1/account/second-factor", {"code": code})

    def send(self, method, path, body=None, version=None):
        fields = {"Accept": "application/json", "Accept-Language": "en"}
        if version is not None:
            fields["If-Match"] = f'"v{version}"'
        if self.cookie:
            fields |= {"Cookie": self.cookie, "X-CSRF-Token": self.mark}
        answer = self.client.send(method, path, body, fields)
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer}")
        if "set-cookie" in answer.headers:
            self.cookie = answer.headers["set-cookie"].partition(";")[0]
            told = answer.json
            self.mark = told.get("session", told)["csrf"]
        return answer
