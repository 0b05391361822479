"""The places: real subdistricts of the national list, with invented communities, neighbourhoods, compounds and grids below them."""

import csv
from dataclasses import dataclass

DISTRICT = "320613"
# Residents' committees are numbered 001-199; the top of the range is far from the codes that real communities have.
FIRST_COMMUNITY = 181

SUBDISTRICTS = {
    "320613001": ("Chengdong", [("春晖", "Chunhui"), ("望江", "Wangjiang"), ("梧桐", "Wutong")]),
    "320613002": ("Hepingqiao", [("石榴园", "Shiliuyuan"), ("青云", "Qingyun"), ("桂香", "Guixiang")]),
    "320613003": ("Rengang", [("永宁", "Yongning"), ("听潮", "Tingchao"), ("紫藤", "Ziteng")]),
    "320613004": ("Xinchengqiao", [("云锦", "Yunjin"), ("长乐", "Changle"), ("和瑞", "Herui")]),
    "320613009": ("Guanyinshan", [("映山", "Yingshan"), ("柳岸", "Liu'an"), ("东篱", "Dongli")]),
    "320613010": ("Langshan", [("兰亭", "Lanting"), ("晴川", "Qingchuan"), ("星河", "Xinghe")]),
    "320613017": ("Tangzha", [("枫叶", "Fengye"), ("银杏", "Yinxing"), ("芦花", "Luhua")]),
    "320613019": ("Qinzao", [("海棠", "Haitang"), ("翠微", "Cuiwei"), ("澄湖", "Chenghu")]),
}
NEIGHBOURHOODS = [("和睦", "Hemu"), ("友善", "Youshan"), ("同心", "Tongxin"), ("守望", "Shouwang"), ("百合", "Baihe"), ("晨光", "Chenguang")]
COMPOUNDS = [("花园", "Gardens"), ("雅苑", "Court"), ("公寓", "Apartments"), ("新村", "Estate")]


@dataclass(frozen=True)
class Community:
    code: str
    name: str
    english: str
    subdistrict: str
    subdistrict_name: str
    subdistrict_english: str

    # The names of its two neighbourhoods, Chinese and English.
    neighbourhoods: tuple

    def unit(self, letter, number):
        """The code of a unit below: N neighbourhood, C compound, G grid."""
        return f"{self.code}-{letter}{number:02}"


def communities(national_list):
    """Every invented community, under subdistricts whose names come from the national list."""
    with open(national_list, encoding="utf-8", newline="") as file:
        names = {row["code"]: row["name"] for row in csv.DictReader(file) if row["code"] in SUBDISTRICTS}
    found = []
    for code, (english, invented) in SUBDISTRICTS.items():
        for place, (name, pinyin) in enumerate(invented):
            number = f"{code}{FIRST_COMMUNITY + place}"
            first = len(found) * 2 + 1
            own = tuple(NEIGHBOURHOODS[(first + offset) % len(NEIGHBOURHOODS)] for offset in (0, 1))
            found.append(Community(number, name + "社区", pinyin, code, names[code], english, own))
    return found


def area_rows(all_communities):
    """Rows of the areas import; a parent stands before its children."""
    rows = []
    for index, community in enumerate(all_communities):
        since = "2021-07-01"
        english = f"{community.english} Community (invented)"
        rows.append([community.code, community.name, english, "community", community.subdistrict, since])
        for number in (1, 2):
            name, english = community.neighbourhoods[number - 1]
            code = community.unit("N", number)
            rows.append([code, name + "邻里", f"{english} Neighbourhood (invented)", "neighbourhood", community.code, since])
            grid = community.unit("G", number)
            rows.append([grid, f"第{'一二'[number - 1]}网格", f"Grid {number} (invented)", "grid", community.code, since])
        name, english = COMPOUNDS[index % len(COMPOUNDS)]
        rows.append(
            [community.unit("C", 1), community.name[:-2] + name, f"{community.english} {english} (invented)", "compound",
             community.unit("N", 1), since])
    # Codes ending in 498 mark virtual communities: people without a residents' committee of their own.
    english = "Tangzha Industrial Park Virtual Community (invented)"
    rows.append(["320613017498", "唐闸产业园虚拟社区", english, "community", "320613017", "2021-07-01"])
    return [[*row, "", ""] for row in rows]
