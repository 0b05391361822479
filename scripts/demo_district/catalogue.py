"""What the invented groups are: activities by category, names, and what they do."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A line of work that a filed or ledgered group may have."""

    name: str
    english: str
    # Codes in the 6631 project's scheme and in the filing scheme.
    six: str
    filing: str
    # (kind of activity, title)
    doings: tuple
    content: str
    served: str


CULTURE = [("event", "周末排练"), ("event", "社区展演"), ("service", "进养老院慰问演出"), ("other", "新队员培训"), ("event", "节庆汇演")]
CRAFT = [("event", "作品交流"), ("event", "邻里作品展"), ("service", "青少年公益课"), ("other", "外出采风"), ("service", "义写春联")]
COUNCIL = [("other", "邻里议事会"), ("visit", "入户听取意见"), ("event", "楼栋清洁日"), ("service", "停车秩序协调"), ("visit", "走访独居老人")]
MUTUAL = [("service", "邻里代购代办"), ("visit", "看望患病邻居"), ("event", "互助茶话会"), ("service", "家电小修"), ("other", "互助时间结算")]
VOLUNTEER = [("service", "便民服务集市"), ("visit", "探访高龄老人"), ("service", "垃圾分类引导"), ("event", "学雷锋志愿日"), ("other", "志愿者培训")]
CENTRE = [("service", "入户个案服务"), ("service", "小组活动"), ("visit", "需求走访"), ("event", "社区公益集市"), ("other", "督导会")]

LINES = {
    "cultureSport": [
        Line("合唱团", "Choir", "cultureSportEducation", "cultureSport", CULTURE, "合唱排练与社区演出", "爱好歌唱的居民"),
        Line("舞蹈队", "Dance Team", "cultureSportEducation", "cultureSport", CULTURE, "广场舞与民族舞练习", "中老年居民"),
        Line("太极拳队", "Tai Chi Team", "cultureSportEducation", "cultureSport", CULTURE, "太极拳晨练与教学", "需要健身的居民"),
        Line("书画社", "Calligraphy and Painting Society", "cultureSportEducation", "cultureSport", CRAFT, "书法绘画交流", "书画爱好者"),
        Line("越剧社", "Yue Opera Society", "cultureSportEducation", "cultureSport", CULTURE, "越剧学唱与演出", "戏曲爱好者"),
        Line("读书会", "Reading Circle", "cultureSportEducation", "cultureSport", CRAFT, "共读与分享", "居民家庭"),
        Line("乒乓球队", "Table Tennis Team", "cultureSportEducation", "cultureSport", CULTURE, "乒乓球练习与邻里比赛", "居民"),
    ],
    "governance": [
        Line("邻里理事会", "Neighbourhood Council", "communityBuilding", "communityAffairs", COUNCIL, "商议邻里公共事务", "本邻里住户"),
        Line("楼道自治组", "Stairwell Self-Governance Group", "communityBuilding", "communityAffairs", COUNCIL, "楼道环境与公约", "本楼栋住户"),
        Line("平安巡逻队", "Safety Patrol", "publicOrder", "communityAffairs", COUNCIL, "夜间巡查与隐患上报", "全体居民"),
        Line("停车管理自治组", "Parking Self-Governance Group", "communityBuilding", "communityAffairs", COUNCIL, "停车秩序商议与维护", "有车住户"),
    ],
    "mutualAid": [
        Line("邻里互助社", "Neighbours' Mutual Aid Society", "publicService", "dailyService", MUTUAL, "邻里代办与小修", "有困难的邻居"),
        Line("老年互助组", "Older People's Mutual Aid Group", "publicService", "dailyService", MUTUAL, "老人结对互助", "独居与高龄老人"),
        Line("妈妈互助组", "Mothers' Mutual Aid Group", "familyPlanning", "dailyService", MUTUAL, "育儿互助与物品交换", "婴幼儿家庭"),
        Line("时间银行互助站", "Time Bank Station", "publicService", "dailyService", MUTUAL, "服务时间存取", "老年居民"),
    ],
    "publicBenefit": [
        Line("志愿服务队", "Volunteer Team", "publicService", "publicBenefitCharity", VOLUNTEER, "志愿服务与探访", "需要帮助的居民"),
        Line("环保宣传队", "Environment Team", "environment", "publicBenefitCharity", VOLUNTEER, "垃圾分类与河道巡护", "全体居民"),
        Line("助老服务站", "Help for the Aged Station", "publicService", "publicBenefitCharity", VOLUNTEER, "助餐助洁与探访", "六十岁以上老人"),
        Line("反诈宣传队", "Fraud Prevention Team", "publicOrder", "publicBenefitCharity", VOLUNTEER, "防诈骗宣讲", "老年居民"),
    ],
}

# Registered bodies: category, field with form, English, legal form. Names follow division + trade name + field + form.
REGISTERED = [
    ("publicBenefit", "社会工作服务中心", "Social Work Service Centre", "socialServiceInstitution"),
    ("mutualAid", "养老服务中心", "Elder Care Service Centre", "socialServiceInstitution"),
    ("publicBenefit", "青少年服务中心", "Youth Service Centre", "socialServiceInstitution"),
    ("publicBenefit", "助残服务中心", "Disability Support Centre", "socialServiceInstitution"),
    ("governance", "社区营造发展中心", "Community Building Centre", "socialServiceInstitution"),
    ("cultureSport", "文化艺术服务中心", "Culture and Arts Service Centre", "socialServiceInstitution"),
    ("cultureSport", "书画协会", "Calligraphy and Painting Association", "socialAssociation"),
    ("publicBenefit", "志愿者协会", "Volunteers' Association", "socialAssociation"),
    ("governance", "社区治理促进会", "Community Governance Promotion Association", "socialAssociation"),
    ("mutualAid", "邻里互助促进会", "Neighbours' Mutual Aid Association", "socialAssociation"),
    ("cultureSport", "太极拳协会", "Tai Chi Association", "socialAssociation"),
]
TRADE_NAMES = [
    ("暖阳", "Nuanyang"), ("益邻", "Yilin"), ("悦心", "Yuexin"), ("晨曦", "Chenxi"), ("知行", "Zhixing"), ("常青藤", "Changqingteng"),
    ("七彩", "Qicai"), ("萤火虫", "Yinghuochong"), ("善水", "Shanshui"), ("禾苗", "Hemiao"), ("和风", "Hefeng"), ("银龄", "Yinling"),
    ("芳邻", "Fanglin"), ("橙心", "Chengxin"), ("朝露", "Zhaolu"), ("归雁", "Guiyan"), ("小满", "Xiaoman"), ("同舟", "Tongzhou"),
]
GROUP_NAMES = [
    ("夕阳红", "Xiyanghong"), ("百灵", "Bailing"), ("春之声", "Chunzhisheng"), ("乐邻", "Lelin"), ("墨韵", "Moyun"), ("红围巾", "Hongweijin"),
    ("金秋", "Jinqiu"), ("向阳", "Xiangyang"), ("守望", "Shouwang"), ("清风", "Qingfeng"), ("暖心", "Nuanxin"), ("连心桥", "Lianxinqiao"),
]
LIMITS = ["不代替居委会的法定职责", "不收取服务对象费用", "不从事营利活动", "不处理应由物业负责的事项"]
FORMS = ["定期活动", "入户服务", "集中活动与结对服务", "议事协商"]
