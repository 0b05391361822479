"""Invented people: a surname and a given name drawn apart from each other."""

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
FIRST = "建国志明秀丽桂兰玉春晓海永文德金红月爱佩素美慧静雪雅淑凤国家思子俊伟光新正学庆忠"
SECOND = "华明英芳珍兰平军生荣霞琴梅萍强勇林涛敏云燕红洁娟波峰成龙宁怡安清泉源和顺"


def person(chance):
    name = chance.pick(SURNAMES) + chance.pick(FIRST)
    return name if chance.happens(0.15) else name + chance.pick(SECOND)


def team(chance, count):
    """So many people with different names."""
    people = []
    while len(people) < count:
        name = person(chance)
        if name not in people:
            people.append(name)
    return people
