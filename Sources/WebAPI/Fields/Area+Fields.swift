import HTTPSupport
import Incubation
import Workflow

extension Area {
    init(_ fields: inout JSONFields) throws(Refusal) {
        self.init(
            code: try fields.value("code", .areaCode), name: try fields.value("name", .text(longest: 100)),
            englishName: try fields.optional("englishName", .text(longest: 200)), level: try fields.value("level", .code),
            parent: try fields.optional("parent", .areaCode), validFrom: try fields.optional("validFrom", .day),
            validUntil: try fields.optional("validUntil", .day), successor: try fields.optional("successor", .areaCode))
    }
}
