import HTTPSupport
import Incubation
import Values
import Workflow

extension PendingFilter {
    init(_ query: inout QueryFields) throws(Refusal) {
        self.init(
            role: try query.code("role", ResponsibleRole.self), area: try query.areaCode("area"),
            account: try query.value("account", expected: FieldWords.integer(from: "1", to: "9223372036854775807")) {
                Int64($0).flatMap { $0 > 0 ? $0 : nil }
            },
            organization: try query.organization(),
            standing: try query.code("standing", DeadlineStanding.self))
    }
}

extension PendingOwner {
    /// A role with its area, or an account.
    init(_ fields: inout JSONFields) throws(Refusal) {
        if let account = try fields.optional("account", .integer(1...Int64.max)) {
            for name in ["role", "area"] where try fields.optional(name, .text(longest: 100)) != nil {
                throw .notPossible(
                    field: name, BilingualText(zh: "负责者要么是账号，要么是某区域的角色", en: "an owner is an account or a role in an area, not both"))
            }
            self = .account(account)
        } else {
            self = .role(try fields.value("role", .code), in: try fields.value("area", .areaCode))
        }
    }
}
