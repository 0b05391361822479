import HTTPSupport
import Incubation

extension IncubationCase: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("version", version)
            json.member("stage", stage.rawValue)
            json.member("stageSince", stageSince)
            json.member("admittedOn", admittedOn)
            json.members("history", history)
        }
    }
}

extension CaseStep: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("stage", stage.rawValue)
            json.member("enteredOn", enteredOn)
            json.member("reason", reason)
        }
    }
}

extension MentorAssignment: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("mentorName", mentorName)
            json.member("from", from)
            json.member("until", until)
        }
    }
}
