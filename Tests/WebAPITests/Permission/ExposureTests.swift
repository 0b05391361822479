import Access
import HTTPSupport
import HTTPTypes
import HummingbirdTesting
import TestDatabase
import Testing

/// What a method may do, and which fields are shown to whom.
@Suite struct ExposureTests {
    @Test func `GET reads, and what changes something needs another method`() throws {
        for route in try PermissionBench.routes() {
            switch route.useCase {
            // A rubric is too long for an address.
            case .reading(.checkRubric): #expect(route.method == .post)
            case .reading(_): #expect(route.method == .get, "\(route.path)")
            case .act(_): #expect([.post, .put, .patch, .delete].contains(route.method), "\(route.method) \(route.path)")
            }
        }
    }

    @Test func `a visitor sees what is public of an organization and no other field`() async throws {
        let document = try OpenAPIDocument.shared.get()
        try await PermissionBench.run { bench in
            let client = CheckedClient(bench.client, document)
            let path = "/api/v1/organizations/320613-1"
            let visitor = try await client.get(path, headers: Who.visitor.headers)
            let staff = try await client.get(path, headers: try #require(try Who(.hubStaff, .own)).headers)
            #expect(visitor.status == 200 && staff.status == 200)
            #expect(staff.json["contacts"]?.elements.isEmpty == false, "there is something to hide")
            let hidden = staff.json.members.filter { visitor.json[$0.name] != $0.value }.map(\.name)
            #expect(hidden == ["contacts"])
            #expect(visitor.json["contacts"] == .array([]) && visitor.json["creditCodeOverride"] == .null)
        }
    }
}
