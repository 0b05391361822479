"""The four elements of each group, as far as it has them: leadership team, charter, governance structure, service boundary."""

from datetime import date, timedelta

from .catalogue import FORMS, LIMITS
from .chance import years_after
from .groups import FIRST_DAY

CLAUSES = [
    "nameAndDomicile", "purpose", "scopeAndArea", "membership", "bodies", "leadersAndTerms", "meetings", "finance", "assets",
    "conflictOfInterest", "amendment", "terminationAndAssetDisposal",
]


def term_years(group):
    return 4 if group.status == "registered" else 3


def leadership(group):
    """(post, person, how chosen, began, ends, left): the present term, and the one before it where the group is old enough."""
    chance = group.chance("leaders")
    posts = posts_of(group)
    how = "elected" if group.is_organized and chance.happens(0.8) else "recommended"
    years = term_years(group)
    began = group.since
    if group.troubled_by("expiredTerms"):
        began = max(group.since, years_after(chance.day(date(2024, 2, 1), date(2025, 10, 31)), -years))
    rows = []
    while years_after(began, years) < group.last_day and not group.troubled_by("expiredTerms"):
        ends = years_after(began, years)
        rows += [[post, person, how, began, ends - timedelta(days=1), ends - timedelta(days=1)] for post, person in former(group, posts)]
        began = ends
    rows += [[post, person, how, began, years_after(began, years) - timedelta(days=1), ""] for post, person in posts]
    return [row for row in rows if row[3] <= group.last_day]


def former(group, posts):
    """The team of an earlier term: the chair stays, the others change."""
    others = iter(group.people[::-1])
    return [(post, person if post == "chair" else next(others)) for post, person in posts][:4]


def posts_of(group):
    people = group.people
    if group.status == "idea":
        return [("coreMember", people[0])]
    if group.troubled_by("onePerson"):
        return [("chair", people[0]), ("secretary", people[0]), ("treasurer", people[0]), ("coreMember", people[1])]
    if group.status == "ledgered":
        return [("chair", people[0]), ("coreMember", people[1]), ("coreMember", people[2])]
    posts = list(zip(["chair", "secretary", "treasurer", "supervisor", "viceChair", "councilMember", "coreMember"], people))
    if group.status == "registered":
        return posts + [("councilMember", people[7])]
    # A post that nobody fills.
    return posts[:5] if group.chance("vacancy").happens(0.75) else [post for post in posts[:5] if post[0] != "treasurer"]


def newcomers(group):
    """Core members who joined lately; troubled groups have none."""
    chance = group.chance("newcomers")
    if not group.is_organized or group.trouble != "none" or group.ended:
        return []
    return [["coreMember", person, "recommended", chance.day(date(2025, 8, 1), date(2026, 5, 31)), "", ""]
            for person in group.people[8:8 + chance.between(0, 2)]]


def charters(group):
    """(version, adopted, reviewed, clauses, entitled, in favour, against, abstained)"""
    chance = group.chance("charter")
    if group.troubled_by("noCharter") or group.status == "idea" or (group.status == "ledgered" and chance.happens(0.6)):
        return []
    lacking = chance.between(4, 7) if group.troubled_by("charterGaps") or group.status == "ledgered" else chance.between(0, 2)
    dropped = set(chance.some(CLAUSES[3:], lacking))
    clauses = [clause for clause in CLAUSES if clause not in dropped]
    entitled = max(group.members, 5)
    against, abstained = chance.between(0, 2), chance.between(0, 2)
    favour = max(entitled - against - abstained - chance.between(0, entitled // 4), 1)
    adopted = group.since - timedelta(days=chance.between(20, 60))
    rows = [[1, adopted, "", ";".join(clauses), entitled, favour, against, abstained]]
    if group.status == "registered" and not group.troubled_by("charterGaps") and group.since < date(2022, 1, 1):
        again = chance.day(date(2023, 3, 1), date(2024, 12, 31))
        reviewed = chance.day(again, min(group.last_day, date(2026, 4, 30))) if group.last_day > again else ""
        rows.append([2, again, reviewed, ";".join(CLAUSES), entitled, favour, against, abstained])
    return rows


def bodies(group):
    """(kind, formed, dissolved, members, meetings a year, quorum in thousandths)"""
    if not group.is_organized:
        return []
    rows = [["assembly", group.since, "", group.members, 1 if group.status == "registered" else 2, 667]]
    rows.append(["council", group.since, "", 7 if group.status == "registered" else 5, 4 if group.status == "registered" else 2, 667])
    if group.status == "registered" or group.chance("supervisor").happens(0.4):
        rows.append(["supervisoryBody", group.since, "", 1 if group.form != "foundation" else 3, 1, 500])
    return [row for row in rows if row[0] != "assembly" or group.form in ("socialAssociation", "unincorporated")]


def meetings(group):
    """(body, day, present, entitled) between January 2024 and the last day."""
    chance = group.chance("meetings")
    share = {"none": 0.95, "dormant": 0.6, "several": 0.3, "onePerson": 0.35, "charterGaps": 0.6}.get(group.trouble, 0.8)
    rows = []
    for kind, formed, _, entitled, yearly, _ in bodies(group):
        for year in (2024, 2025, 2026):
            for place in range(yearly):
                day = date(year, 1, 8) + timedelta(days=int((place + 0.5) * 350 / yearly) + chance.between(-20, 20))
                if max(formed, FIRST_DAY) <= day <= group.last_day and chance.happens(share):
                    low = 0.5 if group.troubled_by("onePerson", "expiredTerms") else 0.68
                    present = min(entitled, max(1, round(entitled * (low + 0.3 * chance.below(100) / 100))))
                    rows.append([kind, day, present, entitled])
    return rows


def controls(group):
    """(since, own account, two signatures, accounts shown)"""
    chance = group.chance("controls")
    if not group.is_organized or chance.happens(0.08):
        return []
    weak = group.troubled_by("money", "onePerson")
    answers = [group.status == "registered" or chance.happens(0.3), not weak and chance.happens(0.85), not weak or chance.happens(0.3)]
    return [[max(group.since, date(2023, 6, 1)), *("yes" if answer else "no" for answer in answers)]]


def boundaries(group):
    """(since, content, people served, target population, limits, form, areas)"""
    chance = group.chance("boundary")
    if group.status == "idea" or (group.status == "ledgered" and chance.happens(0.5)):
        return []
    vague = group.troubled_by("charterGaps", "noCharter")
    units = [group.area] if group.status != "registered" else [group.community.code, group.area]
    return [[max(group.since, date(2023, 6, 1)), group.line.content, "" if vague and chance.happens(0.6) else group.line.served,
             "" if vague else chance.between(4, 60) * 10, "" if vague else "；".join(chance.some(LIMITS, 2)),
             chance.pick(FORMS), ";".join(units) if not vague or chance.happens(0.5) else ""]]
