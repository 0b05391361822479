import Workflow

extension WrongTable {
    static let records: [WrongTable] = [
        after(
            "a negative number of people", .activities, ",,,list,K1,2026-06-30,visit,走访,1", "participants|-1|out-of-range",
            ",,,list,K1,2026-01-02,visit,走访,-1"),
        after(
            "a day to come", .activities, ",,,list,K1,2026-06-30,visit,走访,1", "heldOn|2026-07-01|day-in-future",
            ",,,list,K1,2026-07-01,visit,走访,1"),
        after(
            "the same activity twice", .activities, ",,,list,K1,2026-06-30,visit,走访,1", "organization|2026-06-30 走访|record-twice",
            ",,,list,K1,2026-06-30,event,走访,9"),
        after(
            "no organization named", .activities, ",,,list,K1,2026-06-30,visit,走访,1", "organization||organization-not-named",
            ",,,,,2026-06-29,visit,走访,1"),
        after(
            "half a source", .activities, ",,,list,K1,2026-06-30,visit,走访,1", "organization||organization-not-named",
            ",,,list,,2026-06-29,visit,走访,1"),
        after(
            "a key given in two ways", .activities, ",,,list,K1,2026-06-30,visit,走访,1", "organization||organization-not-named",
            ",,F-1,list,K1,2026-06-29,visit,走访,1"),
        after(
            "a number of no shape", .activities, ",,,list,K1,2026-06-30,visit,走访,1", "organization|320613|organization-number-malformed",
            "320613,,,,,2026-06-29,visit,走访,1"),
        after(
            "an unknown number", .activities, ",,,list,K1,2026-06-30,visit,走访,1", "organization|320613-99999|organization-unknown",
            "320613-99999,,,,,2026-06-29,visit,走访,1"),
        after(
            "the largest number", .activities, ",,,list,K1,2026-06-30,visit,走访,1",
            "organization|320613-9223372036854775807|organization-unknown", "320613-9223372036854775807,,,,,2026-06-29,visit,走访,1"),
        after(
            "an unknown source", .activities, ",,,list,K1,2026-06-30,visit,走访,1", "organization|list K99|organization-unknown",
            ",,,list,K99,2026-06-29,visit,走访,1"),
        after(
            "an ambiguous filing number", .activities, ",,F-2,,,2026-06-30,visit,走访,1", "organization|F-1|organization-ambiguous",
            ",,F-1,,,2026-06-29,visit,走访,1"),
        after(
            "a clause unknown", .charters, "list,K1,1,2024-01-01,purpose,,,,", "clauses|hats|clause-unknown",
            "list,K1,2,2024-01-01,purpose;hats,,,,"),
        after(
            "more votes than people", .charters, "list,K1,1,2024-01-01,purpose,10,9,1,0", "votesEntitled|10/9/1/1|votes-not-possible",
            "list,K1,2,2024-01-01,purpose,10,9,1,1"),
        after(
            "half a vote", .charters, "list,K1,1,2024-01-01,purpose,10,9,1,0", "votesEntitled|10/9//|votes-not-possible",
            "list,K1,2,2024-01-01,purpose,10,9,,"),
        after(
            "version 0", .charters, "list,K1,1,2024-01-01,purpose,,,,", "charterVersion|0|out-of-range", "list,K1,0,2024-01-01,purpose,,,,"),
        after(
            "more present than entitled", .meetings, "list,K1,council,2024-01-01,7,7", "present|8|more-present-than-entitled",
            "list,K1,council,2024-02-01,8,7"),
        after(
            "a quorum of more than all", .bodies, "list,K1,council,2024-01-01,,1000", "quorumPerMille|1001|out-of-range",
            "list,K1,assembly,2024-01-01,,1001"),
        after(
            "dissolved before formed", .bodies, "list,K1,council,2024-01-01,2024-01-01,", "dissolvedOn|2023-12-31|days-out-of-order",
            "list,K1,assembly,2024-01-01,2023-12-31,"),
        after(
            "a report due within its year", .reports, "list,K1,2023-12-31,2024-01-01,,", "dueOn|2022-12-31|days-out-of-order",
            "list,K1,2022-12-31,2022-12-31,,"),
        after(
            "a result without a report", .reports, "list,K1,2023-12-31,2024-01-01,,", "receivedOn||result-without-report",
            "list,K1,2022-12-31,2023-05-31,,qualified"),
        after(
            "accounts before their year's end", .accounts, "list,K1,2023-12-31,2023-12-31,CNY,1,",
            "receivedOn|2023-12-30|days-out-of-order", "list,K1,2023-12-31,2023-12-30,CNY,1,"),
        after(
            "a currency in words", .accounts, "list,K1,2023-12-31,2024-12-31,CNY,1,", "currency|cny|currency-malformed",
            "list,K1,2023-12-31,2024-01-31,cny,1,"),
        after(
            "more money than there is", .accounts, "list,K1,2023-12-31,2024-12-31,CNY,92233720368547758.07,",
            "income|92233720368547758.08|number-too-large", "list,K1,2023-12-31,2024-01-31,CNY,92233720368547758.08,"),
        after(
            "an indicator of no shape", .observations, "list,K1,AP-01,2024-01-01,1e3,x", "indicator|AP1|indicator-malformed",
            "list,K1,AP1,2024-01-01,1,x"),
        after(
            "an infinite value", .observations, "list,K1,AP-01,2024-01-01,-0.5,x", "value|inf|not-a-number",
            "list,K1,AP-02,2024-01-01,inf,x"),
        after(
            "a boundary in no area", .boundaries, "list,K1,2024-01-01,唱歌,320613001", "areas|城东|area-code-malformed",
            "list,K1,2024-02-01,唱歌,320613001;城东"),
        after(
            "a person twice", .leadership, "list,K1,chair,王秘密,elected,2024-01-01,,", "organization|chair 2024-01-01|record-twice",
            "list,K1,chair,王秘密,appointed,2024-01-01,,"),
        after(
            "a person's name too long", .leadership, "list,K1,chair,王秘密,elected,2024-01-01,,", "personName|•••|text-too-long",
            "list,K1,chair,\(String(repeating: "密", count: 201)),elected,2024-01-01,,"),
        after(
            "a term that ends before it begins", .leadership, "list,K1,chair,王秘密,elected,2024-01-01,2024-01-01,",
            "termEnds|2023-12-31|days-out-of-order", "list,K1,secretary,王秘密,elected,2024-01-01,2023-12-31,"),
        after(
            "a mentor twice", .mentors, "list,K1,王秘密,2024-01-01,", "organization|2024-01-01|record-twice",
            "list,K1,王秘密,2024-01-01,2024-05-01"),
    ]

    /// Steps of histories; list K1 was opened and admitted, list K2 has no case.
    static let steps: [WrongTable] = [
        after(
            "a case that begins in the middle", .cases, "list,K1,incubating,2024-04-01", "stage|admitted|step-cannot-begin",
            "list,K2,admitted,2024-04-01"),
        after(
            "a step that does not follow", .cases, "list,K2,opened,2024-04-01", "stage|graduated|step-out-of-order",
            "list,K1,graduated,2024-04-01"),
        after(
            "a step before one on record", .cases, "list,K2,opened,2024-04-01", "stage|admitted|step-before-recorded",
            "list,K1,admitted,2024-02-02"),
        WrongTable(
            .cases, "a step behind one that is refused",
            [
                "list,K2,opened,2024-04-01", "list,K1,incubating,2024-04-01", "list,K1,opened,2024-05-01", "list,K1,admitted,2024-06-01",
                "list,K1,incubating,2024-06-02",
            ],
            [
                "4|stage|opened|step-out-of-order", "5|stage|admitted|step-behind-refused", "6|stage|incubating|step-behind-refused",
            ], sound: 2),
        WrongTable(
            .cases, "the same step twice", ["list,K2,opened,2024-04-01", "list,K2,opened,2024-04-01", "list,K2,admitted,2024-04-01"],
            ["3|stage|opened|step-out-of-order"], sound: 2),
        after(
            "an end of another status", .statuses, ",\(code1),deregistered,2024-04-01", "status|filingCancelled|step-out-of-order",
            ",\(code1),filingCancelled,2024-05-01"),
        after("a day to come", .cases, "list,K2,opened,2024-04-01", "enteredOn|2026-07-01|day-in-future", "list,K1,incubating,2026-07-01"),
    ]

    static let areas: [WrongTable] = [
        after(
            "a parent unknown", .areas, "320613001001,社区,community,320613001,,", "parent|320613009|parent-unknown",
            "320613009001,社区,community,320613009,,"),
        after(
            "a successor unknown", .areas, "320613001001,社区,community,320613001,,", "successor|320613001009|successor-unknown",
            "320613001002,社区,community,320613001,2020-01-01,320613001009"),
        after(
            "a code twice", .areas, "320613001001,社区,community,320613001,,", "code|320613001001|area-twice",
            "320613001001,别的社区,community,320613001,,"),
        after(
            "another level than recorded", .areas, "320613001001,社区,community,320613001,,", "level|township|area-does-not-fit",
            "320613,崇川区,township,3206,,"),
        after(
            "an area in one of its own level", .areas, "320613001001,社区,community,320613001,,", "parent|320613001001|parent-not-above",
            "320613001002,社区,community,320613001001,,"),
        WrongTable(
            .areas, "two areas in each other", ["320613001001,甲,community,320613001002,,", "320613001002,乙,community,320613001001,,"],
            ["2|parent|320613001002|parent-not-above", "3|parent|320613001001|parent-not-above"], sound: 0),
        WrongTable(
            .areas, "areas that need a refused one",
            [
                "320613001001,好,community,320613001,,", "320613009,坏,township,320699,,", "320613009001,甲,community,320613009,,",
                "320613009001-G1,乙,grid,320613009001,,", "320613001002,丙,community,320613001,2020-01-01,320613009001",
            ],
            [
                "3|parent|320699|parent-unknown", "4|parent|320613009|needed-row-refused", "5|parent|320613009001|needed-row-refused",
                "6|parent|320613009001|needed-row-refused",
            ], sound: 1),
        after(
            "a successor of an area in force", .areas, "320613001001,社区,community,320613001,,",
            "successor|320613001|successor-not-possible", "320613001002,社区,community,320613001,,320613001"),
        after(
            "an area in itself", .areas, "320613001001,社区,community,320613001,,", "parent|320613001002|parent-not-possible",
            "320613001002,社区,community,320613001002,,"),
    ]

    private static let code1 = (try? TestCodes.code(1)) ?? ""

    /// A sound row, and one behind it: its findings, then the row itself.
    private static func after(_ name: String, _ kind: ImportKind, _ sound: String, _ findingsAndRow: String...) -> WrongTable {
        WrongTable(kind, name, [sound, findingsAndRow[findingsAndRow.count - 1]], findingsAndRow.dropLast().map { "3|\($0)" }, sound: 1)
    }
}
