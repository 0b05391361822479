"""What every drill's register holds before it begins."""

import tempfile

from drills.client import headers
from drills.database import command

# Districts with a subdistrict each; every district has an audit chain of its own.
DISTRICTS = {"320602": "第一区", "320612": "第二区", "320613": "第三区"}
SUBDISTRICTS = {code: code + "001" for code in DISTRICTS}


def fill(database):
    """Adds the areas that organizations are recorded in."""
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
