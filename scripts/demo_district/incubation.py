"""Incubation cases, mentors, and what reviewers handed in."""

from datetime import date, timedelta

from .chance import Chance
from .groups import LAST_DAY
from .people import team

MENTORS = team(Chance("mentors"), 9)
REASONS = {
    "admitted": ["材料齐全，同意入壳", "社区推荐，经公示无异议"],
    "incubating": ["签订孵化协议"],
    "graduated": ["四要素齐备，末期评估通过", "已转为登记组织，运行稳定"],
    "exited": ["连续六个月无活动", "负责人迁出，无人接任", "申请人撤回"],
}


def case_steps(group):
    """(stage, day, reason), oldest first; empty when the group has no case."""
    chance = group.chance("case")
    if group.form == "foundation" or chance.happens(0.42):
        return []
    opened = max(group.since, chance.day(date(2022, 3, 1), date(2025, 12, 15)))
    if group.trouble == "several":
        opened = max(group.since, date(2021, 9, 1))
    elif chance.happens(0.18) and not group.ended:
        opened = chance.day(date(2026, 5, 10), date(2026, 6, 25))
    if group.ended and (group.ended - opened).days < 120:
        return []
    steps = [["opened", opened, ""]]
    admitted = opened + timedelta(days=chance.between(15, 45))
    if group.status == "idea" and chance.happens(0.5):
        return steps
    if chance.happens(0.06):
        return steps + [["exited", admitted, "未获入壳：服务边界与现有组织重复"]]
    steps.append(["admitted", admitted, chance.pick(REASONS["admitted"])])
    begun = admitted + timedelta(days=chance.between(5, 30))
    steps.append(["incubating", begun, chance.pick(REASONS["incubating"])])
    steps += way_out(group, chance, begun)
    return [step for step in steps if step[1] <= LAST_DAY]


def way_out(group, chance, begun):
    finish = begun + timedelta(days=chance.between(330, 760))
    if group.ended:
        return [["exited", group.ended - timedelta(days=chance.between(0, 20)), chance.pick(REASONS["exited"])]]
    if group.trouble == "none" and finish <= LAST_DAY and group.is_organized:
        return [["graduated", finish, chance.pick(REASONS["graduated"])]]
    if group.trouble == "dormant" and chance.happens(0.4):
        return [["exited", group.last_day + timedelta(days=150), REASONS["exited"][0]]]
    return []


def mentors(group, steps):
    """(mentor, from, until) while the case runs."""
    chance = group.chance("mentors")
    stages = {stage: day for stage, day, _ in steps}
    if "admitted" not in stages:
        return []
    until = stages.get("graduated") or stages.get("exited") or ""
    rows = []
    for name in chance.some(MENTORS, {"none": 3, "dormant": 1, "several": 1, "onePerson": 2}.get(group.trouble, chance.between(2, 3))):
        began = stages["admitted"] + timedelta(days=chance.between(0, 20))
        if not until or began < until:
            # A mentor who left and was not replaced.
            gone = until or (date(2026, 1, 31) if group.troubled_by("expiredTerms") and not rows and began < date(2026, 1, 1) else "")
            rows.append([name, began, gone])
    return rows


def observations(group, steps):
    """(indicator, day, value, source): the grade of the newest review and the items left open by it."""
    chance = group.chance("reviews")
    stages = {stage: day for stage, day, _ in steps}
    if "incubating" not in stages:
        return []
    rows = []
    for day, source in ((date(2024, 12, 10), "2024年度走访评估"), (date(2025, 12, 12), "2025年度走访评估")):
        if stages["incubating"] + timedelta(days=90) <= day <= (stages.get("exited") or stages.get("graduated") or LAST_DAY):
            good = group.trouble == "none"
            rows.append(["RV-04", day, chance.between(3, 4) if good else chance.between(0, 2), source])
            rows.append(["GV-05", day, chance.between(0, 1) if good else chance.between(2, 6), source])
    return rows
