import HTTPSupport
import HTTPTypes
import HummingbirdTesting
import TestDatabase
import Testing

/// What is answered to whoever may not, described and tried, for every operation of the table of permissions.
@Suite struct RefusalAnswerTests {
    @Test func `what is not open to everybody says what whoever may not is answered`() throws {
        let document = try OpenAPIDocument.shared.get()
        let schemes = Set(document.json["components"]?["securitySchemes"]?.members.map(\.name) ?? [])
        #expect(schemes == Set(document.json["security"]?.elements.flatMap(\.members).map(\.name) ?? []))
        for row in try PermissionTable().rows {
            let details = try #require(document.json["paths"]?[row.path]?[row.method.lowercased()], "\(row.method) \(row.path)")
            if row.who.contains("everybody") {
                let ways = details["security"]?.elements ?? []
                #expect(ways.contains { $0.members.isEmpty }, "\(row.path) is open and does not say so")
                #expect(Set(ways.flatMap(\.members).map(\.name)) == schemes, "\(row.path)")
            } else {
                #expect(details["security"] == nil, "\(row.method) \(row.path): what holds for all holds here")
                #expect(details["responses"]?["401"]?["$ref"] == "#/components/responses/SignInNeeded", "\(row.method) \(row.path)")
                #expect(details["responses"]?["403"]?["$ref"] == "#/components/responses/NotPermitted", "\(row.method) \(row.path)")
            }
        }
    }

    @Test func `whoever may not is answered as described`() async throws {
        let document = try OpenAPIDocument.shared.get()
        let closed = try PermissionTable().rows.filter { !$0.isOpen }
        try await TestDatabase.runAsService { service, _ in
            for (who, status) in [(Who.visitor, 401), (try Who.nobody(), 403)] {
                try await APIUnderTest.application(service, identify: { _ in Identification(who.caller) }).test(.router) { client in
                    let client = CheckedClient(client, document)
                    for row in closed {
                        let answer = try await client.send(row.method, Samples.path(row.path), nil)
                        #expect(answer.status == status, "\(row.method) \(row.path) as \(who.name)")
                        #expect(answer.headers[.wwwAuthenticate] == (status == 401 ? "Bearer" : nil))
                    }
                }
            }
        }
    }
}
