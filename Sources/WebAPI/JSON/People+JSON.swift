import HTTPSupport
import Incubation
import Values
import Workflow

extension PersonFile: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("organization", organization.description)
            json.member("person", person)
            json.member("state", state.rawValue)
            json.member("stateSince", stateSince)
            json.member("basis", basis)
            json.member("restrictedUntil", restrictedUntil)
            json.member("name", name)
            json.name("posts")
            json.array(posts) { $0.string($1.rawValue) }
            json.member("isMentor", isMentor)
            json.members("contacts", contacts)
        }
    }
}

extension PersonErasure: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("person")
            person.write(to: &json)
            json.member("mentions", mentions)
        }
    }
}

extension PublicStatus: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("legalStatus", legalStatus?.rawValue)
            json.member("legalStatusWords", legalStatus?.words)
            json.member("stage", stage?.rawValue)
            json.member("stageWords", stage?.words)
            json.member("owner", owner?.rawValue)
            json.member("ownerWords", owner?.words)
            json.member("until", until)
        }
    }
}
