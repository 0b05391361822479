import HTTPSupport
import Incubation
import Values
import Workflow

// An organization's particulars stand among its other members, not in an object of their own: that is how they are sent as well.

extension CommunityOrganization: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { writeMembers(to: &$0) }
    }

    func writeMembers(to json: inout JSONWriter) {
        json.member("number", number.description)
        json.member("version", version)
        json.member("name", particulars.name)
        json.member("englishName", particulars.englishName)
        json.member("category", particulars.category?.rawValue)
        json.member("legalForm", particulars.legalForm.rawValue)
        json.member("area", particulars.area.text)
        json.member("creditCode", particulars.creditCode?.text)
        json.member("creditCodeOverride", particulars.creditCodeOverride)
        json.member("filingNumber", particulars.filingNumber)
        json.member("foundedOn", particulars.foundedOn)
        json.member("legalStatus", legalStatus.rawValue)
        json.member("legalStatusSince", legalStatusSince)
    }
}

extension OrganizationFile: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { writeMembers(to: &$0) }
    }

    func writeMembers(to json: inout JSONWriter) {
        organization.writeMembers(to: &json)
        json.members("legalHistory", legalHistory)
        json.texts("serviceAreas", serviceAreas.map(\.text))
        json.members("classifications", classifications)
        json.members("contacts", contacts)
    }
}

extension CreatedOrganization: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            file.writeMembers(to: &json)
            json.members("nearDuplicates", nearDuplicates)
        }
    }
}

extension LegalStatusStep: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("status", status.rawValue)
            json.member("since", since)
            json.member("office", office)
            json.member("documentNumber", documentNumber)
        }
    }
}

extension Classification: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("scheme", scheme)
            json.member("code", code)
        }
    }
}

extension Contact: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("kind", kind.rawValue)
            json.member("value", value)
            json.member("person", person)
        }
    }
}
