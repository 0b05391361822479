import HTTPSupport
import Incubation
import Values

extension YearlyAccounts: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("periodEnd", periodEnd)
            json.member("receivedOn", receivedOn)
            json.member("currency", currency)
            json.member("income", income)
            json.name("incomeBySource")
            json.object { json in
                for source in IncomeSource.allCases {
                    guard let amount = incomeBySource[source] else { continue }
                    json.name(text: source.rawValue)
                    json.string(amount.decimal)
                }
            }
            json.member("spending", spending)
            json.member("administrativeSpending", administrativeSpending)
            json.member("assets", assets)
            json.member("cash", cash)
            json.member("liabilities", liabilities)
            json.member("netAssets", netAssets)
            json.member("members", members)
            json.member("staff", staff)
        }
    }
}

extension Activity: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("heldOn", heldOn)
            json.member("kind", kind.rawValue)
            json.member("title", title)
            json.member("participants", participants)
            json.member("volunteers", volunteers)
            json.member("volunteerHours", volunteerHours)
            json.member("insideBoundary", insideBoundary)
        }
    }
}

extension AnnualReport: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("periodEnd", periodEnd)
            json.member("dueOn", dueOn)
            json.member("receivedOn", receivedOn)
            json.member("result", result?.rawValue)
        }
    }
}
