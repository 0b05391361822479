"""What the groups did and reported: activities, yearly accounts, yearly reports. Nothing is known after the last day."""

from datetime import date, timedelta

from .groups import FIRST_DAY, LAST_DAY

MONTHS = ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"]


def activities(group):
    """(day, kind, title, participants, volunteers, volunteer hours, inside the boundary, day of recording)"""
    chance = group.chance("activities")
    monthly = {"registered": 1.6, "filed": 1.2, "ledgered": 0.4, "idea": 0.15}[group.status] * (0.7 if group.trouble == "several" else 1.0)
    # Wide enough that no two fall on one day, and that idle months are rare unless the group is small.
    step = 30.4 / monthly
    day = max(FIRST_DAY, group.since) + timedelta(days=chance.between(2, 12))
    rows = []
    while day <= group.last_day:
        rows.append(activity(group, chance, day, len(rows)))
        day += timedelta(days=max(2, chance.around(step, 0.45)))
    return rows


def activity(group, chance, day, place):
    kind, title = chance.pick(group.line.doings)
    crowd = group.members if group.status != "registered" else group.members + 20
    # Those who lose members lose visitors as well.
    fade = max(0.4, 1 - place * 0.02) if group.troubled_by("dormant", "onePerson", "money") else 1.0
    participants = max(3, int(chance.around(crowd, 0.35) * fade))
    volunteers = min(participants, chance.between(2, 4 + crowd // 6))
    inside = "no" if chance.happens(0.35 if group.troubled_by("charterGaps") else 0.04) else "yes"
    recorded = min(day + timedelta(days=chance.between(12, 40)), LAST_DAY) if chance.happens(0.12) else day
    return [day, kind, f"{MONTHS[day.month - 1]}{title}", participants, volunteers, volunteers * chance.between(1, 3), inside, recorded]


def accounts(group):
    """One list a year, amounts in fen, in the order of the accounts file; the balance of a year leads to that of the next."""
    chance = group.chance("accounts")
    if not group.is_organized:
        return []
    scale = chance.between(12, 70) * 1_000_000 if group.status == "registered" else chance.between(3, 24) * 100_000
    if group.form == "foundation":
        scale = 180_000_000
    poor = group.troubled_by("money")
    net = int(scale * (0.05 if poor else 0.15 + chance.below(40) / 100)) if group.form != "foundation" else 820_000_000
    rows = []
    for year in (2023, 2024, 2025):
        end = date(year, 12, 31)
        if group.since > end or (group.ended and group.ended <= end):
            continue
        scale = chance.around(scale * (0.72 if poor else 1.02), 0.08)
        sources = income(group, chance, scale)
        spending = int(sum(sources) * (1.12 + chance.below(20) / 100 if poor else 0.90 + chance.below(11) / 100))
        net += sum(sources) - spending
        liabilities = chance.around(scale * (0.5 if poor else 0.06), 0.3) if group.status == "registered" else max(0, -net)
        assets = max(net + liabilities, 0)
        liabilities = assets - net
        cash = int(assets * (0.55 + chance.below(40) / 100))
        received = received_on(group, chance, year)
        members = max(3, int(group.members * (1 - 0.12 * (year - 2023)))) if poor or group.troubled_by("dormant") else group.members
        staff = chance.between(2, 9) if group.status == "registered" else 0
        if received and received <= LAST_DAY:
            administrative = spending * chance.between(8, 20) // 100
            rows.append([end, received, sum(sources), *sources, spending, administrative, assets, cash, liabilities, net, members, staff])
    return rows


def income(group, chance, total):
    """Government, purchased services, donations, membership fees, own services, other; whole yuan, adding up to the income."""
    shares = {
        "socialServiceInstitution": (10, 55, 12, 0, 20, 3), "socialAssociation": (15, 30, 15, 30, 5, 5),
        "foundation": (0, 0, 92, 0, 0, 8), "unincorporated": (35, 0, 20, 40, 0, 5)}[group.form]
    if group.troubled_by("money"):
        shares = (92, 0, 4, 2, 0, 2) if group.status != "registered" else (4, 90, 2, 2, 0, 2)
    return [chance.around(total * share / 100, 0.2) // 100 * 100 for share in shares]


def received_on(group, chance, year):
    """When the figures of a year came in: mostly by the end of May, late or never for some."""
    if group.troubled_by("missingReports", "dormant") and year >= 2024 + (group.trouble == "dormant"):
        return None
    if chance.happens(0.1):
        return chance.day(date(year + 1, 6, 10), date(year + 1, 11, 20))
    return chance.day(date(year + 1, 2, 1), date(year + 1, 5, 28))


def reports(group, account_rows):
    """(period end, due, received, result): registered bodies owe one for every year; those younger than six months at its end do not."""
    if group.status != "registered":
        return []
    chance = group.chance("reports")
    received = {row[0]: row[1] for row in account_rows}
    rows = []
    for year in (2023, 2024, 2025):
        end, due = date(year, 12, 31), date(year + 1, 5, 31)
        if (end - group.since).days < 183 or (group.ended and group.ended <= due):
            continue
        came = received.get(end, "")
        result = ""
        if came and year < 2025:
            poor = group.troubled_by("money", "charterGaps") or came > due
            result = chance.pick(["basicallyQualified", "basicallyQualified", "notQualified"]) if poor else "qualified"
        rows.append([end, due, came, result])
    return rows
