import Access
import HTTPSupport
import Incubation
import Values
import Workflow

extension RoleGrant {
    init(_ fields: inout JSONFields) throws(Refusal) {
        let role: Role = try fields.value("role", .code)
        self.init(
            role: role, scope: try Scope(&fields, of: role), from: try fields.optional("from", .day),
            until: try fields.optional("until", .day), contract: try fields.optional("contract", .integer(1...Int64.max)))
    }
}

extension Scope {
    /// An area, an organization or the nation. A scope that was forgotten must not become the widest one: only administrators' roles, which
    /// are always held in the nation, may leave it out.
    fileprivate init(_ fields: inout JSONFields, of role: Role) throws(Refusal) {
        let area = try fields.optional("area", .areaCode)
        let organization = try fields.optional("organization", .organizationNumber)
        let isNationwide = try fields.optional("nation", .boolean) ?? false
        switch (area, organization, isNationwide) {
        case (let area?, nil, false): self = .area(area)
        case (nil, let organization?, false): self = .organization(organization)
        case (nil, nil, true): self = .nation
        case (nil, nil, false):
            guard role.isAdministrator else { throw .missing(field: "area") }
            self = .nation
        default:
            throw .notPossible(
                field: "nation",
                BilingualText(zh: "区域、组织和全国只能给出一个", en: "give an area, an organization or the nation, one of them"))
        }
    }
}

extension FieldKind where Value == OrganizationNumber {
    /// `320613-42`.
    static var organizationNumber: FieldKind {
        FieldKind(expected: BilingualText(zh: "组织编号，如 320613-42", en: "a number such as 320613-42")) { value in
            if case .string(let text) = value { OrganizationNumber(text) } else { nil }
        }
    }
}
