import HTTPSupport

/// Request bodies that are right, one for each operation that takes one.
enum Samples {
    static let area: JSONValue = """
        {"code": "320613001001-03", "name": "第三网格", "englishName": null, "level": "grid", "parent": "320613001001",
         "validFrom": "2024-01-01", "validUntil": null, "successor": null}
        """
    static let organization: JSONValue = """
        {"name": "城东合唱团", "englishName": "Chengdong Choir", "category": "cultureSport", "legalForm": "unincorporated", "area": "320613001",
         "creditCode": null, "creditCodeOverride": null, "filingNumber": "崇备2024-7", "foundedOn": "2019-05-04",
         "firstStep": {"status": "filed", "since": "2024-01-15", "office": "城东街道办事处", "documentNumber": "7"},
         "serviceAreas": ["320613001", "320613002"],
         "classifications": [{"scheme": "6631", "code": "cultureSportEducation"}],
         "contacts": [{"kind": "telephone", "value": "0513-00000000", "person": "王老师"}]}
        """
    static let edit: JSONValue = """
        {"name": "城东老年合唱团", "englishName": null, "category": "cultureSport", "legalForm": "unincorporated", "area": "320613002",
         "filingNumber": "崇备2024-7", "foundedOn": "2019-05-04", "serviceAreas": ["320613002"], "classifications": [],
         "contacts": [{"kind": "email", "value": "choir@example.org"}]}
        """
    static let step: JSONValue = """
        {"status": "registered", "since": "2025-03-01", "office": "崇川区民政局", "documentNumber": "崇民登2025-3"}
        """
    static let post: JSONValue = """
        {"post": "chair", "personName": "王老师", "chosenBy": "elected", "termBegan": "2024-01-15", "termEnds": "2027-01-14", "left": null}
        """
    static let charter: JSONValue = """
        {"version": 1, "adoptedOn": "2024-01-10", "reviewedOn": "2025-01-10", "clauses": ["purpose", "membership", "finance"],
         "adoption": {"entitled": 30, "inFavour": 25, "against": 1, "abstained": 2}}
        """
    static let body: JSONValue = """
        {"kind": "council", "formedOn": "2024-01-15", "dissolvedOn": null, "memberCount": 5, "meetingsPerYear": 4, "quorumPerMille": 667}
        """
    static let meeting: JSONValue = #"{"body": "council", "heldOn": "2024-04-02", "present": 4, "entitled": 5}"#
    static let controls: JSONValue = #"{"since": "2024-01-15", "ownAccount": false, "twoSignatures": true, "accountsShown": true}"#
    static let boundary: JSONValue = """
        {"since": "2024-01-15", "content": "合唱教学", "peopleServed": "老年人", "targetPopulation": 300, "limits": "不办收费培训", "form": "每周活动",
         "areas": ["320613001"]}
        """
    static let accounts: JSONValue = """
        {"periodEnd": "2024-12-31", "receivedOn": "2025-03-20", "currency": "CNY", "income": "12000.50",
         "incomeBySource": {"government": "10000", "membershipFees": "2000.50"}, "spending": "9000.05", "administrativeSpending": "500",
         "assets": "15000", "cash": "14000.00", "liabilities": "0", "netAssets": "15000", "members": 35, "staff": 0}
        """
    static let activity: JSONValue = """
        {"heldOn": "2025-05-01", "kind": "event", "title": "五一汇演", "participants": 120, "volunteers": 12, "volunteerHours": 48,
         "insideBoundary": true}
        """
    static let report: JSONValue = """
        {"periodEnd": "2024-12-31", "dueOn": "2025-03-31", "receivedOn": "2025-03-20", "result": "qualified"}
        """
    static let opening: JSONValue = #"{"on": "2024-02-01", "reason": "街道推荐"}"#
    static let move: JSONValue = #"{"to": "admitted", "on": "2024-03-01", "reason": null}"#
    static let declaration: JSONValue = #"{"hasInterest": false}"#
    static let recommendation: JSONValue = #"{"to": "graduated", "reason": "四要素齐备"}"#
    static let review: JSONValue = #"{"isEndorsed": true, "reason": "评审通过"}"#
    static let approval: JSONValue = #"{"isApproved": true, "reason": "同意出壳"}"#
    static let contract: JSONValue = """
        {"hub": "崇川社会组织服务中心", "purchaser": "崇川区民政局", "area": "320613", "from": "2024-01-01", "until": "2026-12-31"}
        """
    static let ending: JSONValue = #"{"lastDay": "2026-06-30"}"#
    static let handOver: JSONValue = #"{"to": 2}"#
    static let summary: JSONValue = #"{"kind": "fileSummary"}"#
    static let withdrawal: JSONValue = #"{"reason": "误发"}"#
    static let table: JSONValue = """
        {"kind": "organizations", "fileName": "名册.csv", "table": "name,area\\n城东合唱团,320613001\\n", "columns": null, "isRehearsal": true,
         "skipsBadRows": false}
        """
    static let mentor: JSONValue = #"{"mentorName": "李社工", "from": "2024-03-01", "until": null}"#

    static let calendar: JSONValue = """
        {"source": {"zh-CN": "国办发明电〔2022〕16号", "en": "telegram 16 of 2022"},
         "days": [{"day": "2023-01-02", "kind": "dayOff", "occasion": {"zh-CN": "元旦", "en": "New Year"}},
                  {"day": "2023-01-28", "kind": "makeUpDay", "occasion": {"zh-CN": "春节", "en": "Spring Festival"}}]}
        """

    static let owner: JSONValue = #"{"role": "hubManager", "area": "320613", "account": null, "reason": "经办人休假"}"#

    static let run: JSONValue = #"{"asOf": "2026-06-30", "area": "320613", "rubric": null}"#

    static let view: JSONValue = #"{"purpose": "contact", "note": "换届", "person": null}"#
    static let export: JSONValue = #"{"district": "320613", "purpose": "audit", "note": null}"#
    static let erasure: JSONValue = #"{"basis": "person-request"}"#
    static let restriction: JSONValue = #"{"basis": "legal-retention", "until": "2040-01-01"}"#
    static let release: JSONValue = "{}"

    /// One request body of every operation on the people of an organization. The first person is the chair.
    static let people: [(path: String, body: JSONValue)] = [
        ("/people/disclosures", view), ("/people/1/restriction", restriction), ("/people/1/release", release),
        ("/people/1/erasure", erasure),
    ]

    /// One request body of every operation below an organization that adds to its file.
    static let records: [(path: String, body: JSONValue)] = [
        ("/elements/leadership", post), ("/elements/charters", charter), ("/elements/bodies", body), ("/elements/meetings", meeting),
        ("/elements/controls", controls), ("/elements/boundaries", boundary), ("/accounts", accounts), ("/activities", activity),
        ("/reports", report), ("/mentors", mentor),
    ]
}

extension Samples {
    /// The body for a route; nil when there is none yet.
    static func body(of method: String, _ path: String) -> JSONValue? {
        let below = path.replacing("/api/v1", with: "")
        let added = records + people.map { ($0.path.replacing("/1/", with: "/{person}/"), $0.body) }
        if let record = added.first(where: { below == "/organizations/{number}\($0.path)" }) { return record.body }
        let about = accountRequests.first { $0.method == method && $0.path.replacing("/accounts/1", with: "/accounts/{account}") == below }
        if let about { return about.body }
        if let scoring = scoringRequests.first(where: { $0.method == method && $0.path == below }) { return scoring.body }
        return switch "\(method) \(below)" {
        case "POST /areas": area
        case "POST /organizations": organization
        case "PUT /organizations/{number}": edit
        case "POST /organizations/{number}/legal-status": step
        case "POST /organizations/{number}/case": opening
        case "POST /organizations/{number}/case/steps": move
        case "POST /organizations/{number}/case/declarations": declaration
        case "POST /organizations/{number}/case/decisions": recommendation
        case "POST /organizations/{number}/case/decisions/review": review
        case "POST /organizations/{number}/case/decisions/approval": approval
        case "POST /organizations/{number}/documents": summary
        case "POST /imports": table
        case "POST /organizations/{number}/documents/{document}/withdrawal": withdrawal
        case "POST /hub-contracts": contract
        case "POST /hub-contracts/{contract}/end": ending
        case "POST /hub-contracts/{contract}/hand-over": handOver
        case "POST /assessment-runs": run
        case "PUT /calendars/{year}": calendar
        case "PUT /pending-items/{item}/owner": owner
        case "POST /people/disclosures": export
        default: nil
        }
    }

    /// A route's path with its parameters filled in.
    static func path(_ route: String) -> String {
        route.replacing("{number}", with: "320613-1").replacing("{contract}", with: "1").replacing("/areas/{code}", with: "/areas/320613")
            .replacing("{person}", with: "1").replacing("{document}", with: "1").replacing("{import}", with: "1")
            .replacing("/credit-codes/{code}", with: "/credit-codes/52320613MJ0123456L")
            .replacing("{account}", with: "1").replacing("{session}", with: "1").replacing("{token}", with: "1").replacing(
                "{identity}", with: "1"
            )
            .replacing("{role}", with: "1")
            .replacing("{flag}", with: "PART-LT-12").replacing("{rubric}", with: "pooled-1").replacing("{calibration}", with: "1")
            .replacing("{trial}", with: "1").replacing("/{run}/changes", with: "/1/changes?since=1")
            .replacing("/what-if", with: "/what-if?set=FN-01=3")
            .replacing("{year}", with: "2026").replacing("{item}", with: "320613-1-1")
    }
}

extension JSONValue: ExpressibleByStringLiteral {
    /// A sample written as JSON. One that cannot be read becomes a text, which the description then refuses.
    package init(stringLiteral text: String) {
        self = (try? JSONParser.parse(Array(text.utf8))) ?? .string(text)
    }
}
