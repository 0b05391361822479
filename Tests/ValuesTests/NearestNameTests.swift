import Testing
import Values

struct NearestNameTests {
    @Test(arguments: [
        ("nmae", "name"), ("color", "colour"), ("wieght", "weight"), ("Organisation", "organization"), ("received_on", "receivedOn"),
        ("ｎａｍｅ", "name"), ("组织名秤", "组织名称"), ("ab", "abc"),
    ])
    func `the name that takes the fewest mistakes is found`(written: String, meant: String) {
        #expect(NearestName.of(written, among: ["zzzzzzzzz", meant, "turnover"]) == meant)
    }

    @Test(arguments: [("zzzzzz", "name"), ("a", "b"), ("", "a"), ("a", ""), ("", ""), ("abcde", "abxyz"), ("name", "receivedOn")])
    func `what is not near is not suggested`(written: String, other: String) {
        #expect(NearestName.of(written, among: [other]) == nil)
    }

    @Test func `the nearest of several goes first, and the first of equals`() {
        #expect(NearestName.of("spendng", among: ["sending", "spending"]) == "spending")
        #expect(NearestName.of("nane", among: ["lane", "name", "cane"]) == "lane")
        #expect(NearestName.of("name", among: []) == nil)
    }

    @Test func `the number of mistakes can be limited`() {
        #expect(NearestName.of("orgnisatoin", among: ["organisation"]) == "organisation")
        #expect(NearestName.of("orgnisatoin", among: ["organisation"], most: 1) == nil)
        #expect(NearestName.of("organisatoin", among: ["organisation"], most: 1) == "organisation")
    }

    @Test func `however much comes in, little is compared`() {
        let million = String(repeating: "a", count: 1_000_000)
        let elapsed = ContinuousClock().measure {
            #expect(NearestName.of(million, among: repeatElement(million + "b", count: 100)) == million + "b")
        }
        // Letter by letter it would take days.
        #expect(elapsed < .seconds(30))
        #expect(NearestName.of("name", among: repeatElement("zzzzzzzzz", count: 500) + ["name"]) == nil)
        #expect(NearestName.of("name", among: repeatElement("zzzzzzzzz", count: 499) + ["name"]) == "name")
    }
}
