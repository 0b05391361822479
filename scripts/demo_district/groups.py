"""The organizations: who they are, what they are in law, and what troubles them."""

from dataclasses import dataclass, field
from datetime import date

from .catalogue import CENTRE, COUNCIL, CULTURE, GROUP_NAMES, LINES, MUTUAL, REGISTERED, TRADE_NAMES, Line
from .chance import Chance, years_after
from .codes import credit_code
from .people import team

SCHEME = "demo-chongchuan"
FIRST_DAY = date(2024, 1, 1)
LAST_DAY = date(2026, 6, 30)
# How many groups of each tier there are, and how many of them have ended.
TIERS = [("registered", 36, 4), ("filed", 56, 5), ("ledgered", 20, 0), ("idea", 8, 0)]
# What is wrong with a group; out of 24.
TROUBLES = (
    ["none"] * 10 + ["dormant"] * 3 + ["charterGaps"] * 2 + ["noCharter"] * 1 + ["expiredTerms"] * 2 + ["onePerson"] * 2
    + ["money"] * 2 + ["missingReports"] * 1 + ["several"] * 1
)
# Codes of registered bodies in the 6631 project's scheme and in the filing scheme.
CODES = {
    "cultureSport": ("cultureSportEducation", "cultureSport"), "governance": ("communityBuilding", "communityAffairs"),
    "mutualAid": ("publicService", "dailyService"), "publicBenefit": ("publicService", "publicBenefitCharity")}
REGISTERED_DOINGS = {"cultureSport": CULTURE, "governance": COUNCIL, "mutualAid": MUTUAL, "publicBenefit": CENTRE}


@dataclass
class Group:
    key: str
    name: str
    english: str
    category: str
    form: str
    status: str
    since: date
    community: object
    line: Line
    trouble: str
    founded: date
    people: list = field(default_factory=list)
    members: int = 0
    code: str = ""
    filing: str = ""
    area: str = ""
    # Further legal steps: (status, since, office, document number).
    later: list = field(default_factory=list)

    def chance(self, use):
        """A stream for each use, so that longer accounts do not change the activities."""
        return Chance(self.key, use)

    @property
    def ended(self):
        ends = ("filingCancelled", "deregistered", "struckOff", "merged")
        return next((since for status, since, *_ in self.later if status in ends), None)

    @property
    def last_day(self):
        """The last day on which it did anything."""
        last = self.ended or LAST_DAY
        return min(last, self.chance("fell asleep").day(date(2025, 2, 1), date(2025, 12, 20))) if self.troubled_by("dormant") else last

    def troubled_by(self, *troubles):
        return self.trouble in troubles or (self.trouble == "several" and "money" not in troubles)

    @property
    def is_organized(self):
        return self.status in ("registered", "filed")


def all_groups(communities):
    groups = []
    for tier, count, ending in TIERS:
        for place in range(count):
            key = f"D{len(groups) + 1:03}"
            community = communities[Chance(key, "place").below(len(communities))]
            group = registered(key, place, community) if tier == "registered" else unregistered(key, place, tier, community, groups)
            if place >= count - ending:
                end(group, place)
            groups.append(group)
    groups.append(twin(groups))
    return groups


def shared(key, community):
    """What is drawn alike for all groups."""
    chance = Chance(key, "group")
    trouble = TROUBLES[(int(key[1:]) * 7) % len(TROUBLES)]
    return chance, trouble, team(chance, 9), community


def registered(key, place, community):
    chance, trouble, people, community = shared(key, community)
    # A term can only have run out where the group is old enough.
    since = chance.day(date(2016, 3, 1), date(2021, 6, 30) if trouble in ("expiredTerms", "several") else date(2024, 11, 30))
    # Chongchuan had another code before Gangzha was merged in; codes given then keep it.
    division = "320602" if since < date(2020, 10, 1) else "320613"
    if place == 0:
        category, field_name, english, form = "publicBenefit", "社区发展基金会", "Community Development Foundation", "foundation"
        division = "320600"
    else:
        category, field_name, english, form = REGISTERED[place % len(REGISTERED)]
    trade, pinyin = TRADE_NAMES[(place * 5 + place // len(TRADE_NAMES)) % len(TRADE_NAMES)]
    line = Line(field_name, english, *CODES[category], tuple(REGISTERED_DOINGS[category]), field_name.removesuffix("中心"), "辖区居民")
    return Group(
        key=key, name=f"南通市崇川区{trade}{field_name}", english=f"{pinyin} {english}, Chongchuan District, Nantong", category=category,
        form=form, status="registered", since=since, community=community, line=line, trouble=trouble,
        founded=since, people=people, members=chance.between(52, 180) if form == "socialAssociation" else chance.between(6, 24),
        code=credit_code(form, division, place + 1), area=community.subdistrict)


def unregistered(key, place, tier, community, before):
    chance, trouble, people, community = shared(key, community)
    category = ("cultureSport", "cultureSport", "publicBenefit", "mutualAid", "governance", "cultureSport", "governance")[place % 7]
    line = LINES[category][chance.below(len(LINES[category]))]
    taken = {group.name for group in before}
    trade, pinyin = "", ""
    if category != "governance":
        stem = community.subdistrict_name + community.name
        free = [name for name in GROUP_NAMES if stem + name[0] + line.name not in taken]
        trade, pinyin = chance.pick(free)
    since = chance.day(date(2022, 3, 1), date(2025, 9, 30))
    if tier == "filed":
        since = chance.day(date(2019, 3, 1), date(2021, 6, 30) if trouble in ("expiredTerms", "several") else date(2025, 9, 30))
    number = f"崇社备〔{since.year}〕{int(key[1:]):03}号" if tier == "filed" else ""
    side = chance.between(1, 2)
    part, english_part, unit = "", "", community.code
    if category == "governance":
        part, english_part = community.neighbourhoods[side - 1]
        part, english_part, unit = part + "邻里", f" of {english_part} Neighbourhood", community.unit("N", side)
    english = f"{pinyin} {line.english}{english_part}, {community.english} Community".strip() if place % 5 < 2 else ""
    name = f"{community.subdistrict_name}{community.name}{part}{trade}{line.name}".replace("邻里邻里", "邻里")
    return Group(
        key=key, name=name, english=english, category=category,
        form="unincorporated", status=tier, since=since, community=community, line=line,
        trouble=trouble if tier == "filed" else "none", founded=years_after(since, -chance.between(0, 2)), people=people,
        members=chance.between(7, 46), filing=number, area=unit)


def end(group, place):
    """The legal end of a group, some time before the last day."""
    chance = group.chance("end")
    day = chance.day(date(2025, 3, 1), date(2026, 4, 30))
    if group.status == "registered":
        status = ("deregistered", "struckOff", "merged", "deregistered")[place % 4]
        group.later.append((status, day, "崇川区民政局", f"崇民管〔{day.year}〕{chance.between(10, 89)}号"))
    else:
        group.later.append(("filingCancelled", day, group.community.subdistrict_name + "办事处", ""))


def twin(groups):
    """One group that two offices wrote down, the second in traditional characters: shown as alike, never merged silently."""
    first = next(group for group in groups if group.status == "filed" and group.line.name == "书画社")
    name = first.name.translate(str.maketrans("桥园书画云长乐门东邻灵韵红阳连围镇区", "橋園書畫雲長樂門東鄰靈韻紅陽連圍鎮區"))
    return Group(
        key=f"D{len(groups) + 1:03}", name=name, english="", category=first.category, form=first.form, status="ledgered",
        since=date(2025, 5, 6), community=first.community, line=first.line, trouble="none", founded=first.founded, people=first.people,
        members=first.members, area=first.area)
