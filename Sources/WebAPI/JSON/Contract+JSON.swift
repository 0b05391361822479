import HTTPSupport
import Incubation
import Values

extension HubContract: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("version", version)
            json.member("hub", hub)
            json.member("purchaser", purchaser)
            json.member("area", area.text)
            json.member("from", from)
            json.member("until", until)
            json.member("endedOn", endedOn)
            json.member("openCases", openCases)
        }
    }
}
