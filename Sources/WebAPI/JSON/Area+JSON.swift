import HTTPSupport
import Incubation
import Values
import Workflow

extension Area: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { writeMembers(to: &$0) }
    }

    func writeMembers(to json: inout JSONWriter) {
        json.member("code", code.text)
        json.member("name", name)
        json.member("englishName", englishName)
        json.member("level", level.rawValue)
        json.member("parent", parent?.text)
        json.member("validFrom", validFrom)
        json.member("validUntil", validUntil)
        json.member("successor", successor?.text)
    }
}

extension AreaInPlace: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            area.writeMembers(to: &json)
            json.members("ancestors", ancestors)
        }
    }
}
