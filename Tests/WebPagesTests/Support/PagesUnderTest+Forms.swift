import Testing
import Values

extension PagesUnderTest {
    /// Opens a form, fills it in, looks it over where it asks for that, and confirms it, as a person does.
    func fillIn(_ path: String, _ typed: [(String, String)], as holder: TestHolder) async throws -> Answer {
        func hidden(_ page: HTMLPage) -> [(String, String)] {
            page.all("input").filter { $0.attributes["type"] == "hidden" && $0.attributes["name"] != "again" }.map {
                ($0.attributes["name"] ?? "", $0.attributes["value"] ?? "")
            }
        }
        let form = try await get(path, language: .english, headers: holder.headers)
        #expect(form.status == 200, "\(path)")
        let sent = try await post(path, hidden(form.page) + typed, language: .english, headers: holder.headers)
        guard sent.status == 200, sent.page.all("input").contains(where: { $0.attributes["name"] == "checked" }) else { return sent }
        return try await post(path, hidden(sent.page), language: .english, headers: holder.headers)
    }
}
