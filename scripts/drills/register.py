"""What every drill's register holds before it begins."""

import json
import secrets
import tempfile

from drills.client import headers, sign_in
from drills.database import command

# Districts with a subdistrict each; every district has an audit chain of its own.
DISTRICTS = {"320602": "第一区", "320612": "第二区", "320613": "第三区"}
# How many organizations a drill begins with that needs some.
FIRST_ORGANIZATIONS = 3
SUBDISTRICTS = {code: code + "001" for code in DISTRICTS}


# What the program of a member of the hub's staff may be used for.
SCOPES = (
    "read", "create-organization", "edit-organization", "record-leadership-post", "record-charter", "record-governance-body",
    "record-meeting", "record-money-controls", "record-service-boundary", "record-accounts", "record-activity", "record-report",
    "open-case", "advance-case", "declare-interest", "recommend-move", "assign-mentor", "view-people",
)


def fill(database):
    """Adds the areas that organizations are recorded in, and the account that drills act by, with its contract."""
    _add_areas(database)
    run = lambda *words, **options: command(*words, database=database.url("owner"), executable=database.executable, **options)
    run("contract", "record", "第一枢纽", "--purchaser", "民政局", "--area", "32", "--from", "2016-01-01", "--until", "2046-12-31")
    invitation = json.loads(run("account", "create", "drill", "--name", "演练", "--json").stdout)["invitationToken"]
    run("account", "activate", given=f"{invitation}\n{secrets.token_urlsafe(24)}\n")
    roles = json.loads(run("account", "grant", "drill", "hubStaff", "--area", "32", "--json").stdout)["items"]
    scopes = [word for scope in SCOPES for word in ("--scope", scope)]
    made = run("account", "token", "create", "drill", "drill", "--role", roles[0]["number"], *scopes, "--json")
    sign_in(json.loads(made.stdout)["token"])


def _add_areas(database):
    rows = ["code,name,level,parent", "32,江苏省,province,", "3206,南通市,prefecture,32"]
    rows += [f"{code},{name},county,3206" for code, name in DISTRICTS.items()]
    rows += [f"{SUBDISTRICTS[code]},{name}一街道,township,{code}" for code, name in DISTRICTS.items()]
    with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8") as file:
        file.write("\n".join(rows) + "\n")
        file.flush()
        command("area", "import", "--national", file.name, database=database.url("owner"), executable=database.executable)


def name_of(number):
    """A name that is like few others, so that the search for near-duplicates has little to do."""
    return "".join(chr(0x4E00 + number * step % 20_000) for step in (7919, 104_729, 1_299_709, 15_485_863)) + "社"


def organization(number, district, mark):
    """The body of a request that records an organization."""
    return {
        "name": name_of(number), "legalForm": "unincorporated", "area": SUBDISTRICTS[district],
        "firstStep": {"status": "filed", "since": "2024-01-15", "documentNumber": mark},
    }


def create(client, number, district="320613"):
    """Records an organization outside any count. Returns its number."""
    answer = client.send("POST", "/api/v1/organizations", organization(number, district, f"first {number}"), headers())
    if answer.status != 201:
        raise RuntimeError(f"an organization was not recorded: {answer}")
    return answer.json["number"]
