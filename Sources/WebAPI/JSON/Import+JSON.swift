import HTTPSupport
import Values
import Workflow

extension ImportStatus: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("number", number)
            json.member("kind", kind.rawValue)
            json.member("fileName", fileName)
            json.member("isRehearsal", isRehearsal)
            json.member("skipsBadRows", skipsBadRows)
            json.member("standing", standing.rawValue)
            json.member("standingWords", standing.words)
            json.member("percent", percent)
            json.member("rowsRead", rowsRead)
            json.member("rowsOfAll", rowsOfAll)
            json.member("rowsInserted", rowsInserted)
            json.member("rowsChanged", rowsChanged)
            json.member("rowsUnchanged", rowsUnchanged)
            json.member("rowsRejected", rowsRejected)
            json.member("rowsPassedOver", passedOver)
            json.member("errors", errors)
            json.member("warnings", warnings)
            json.member("startedAt", startedAt)
            json.member("finishedAt", finishedAt)
            json.member("reason", reason)
        }
    }
}

extension ImportFinding: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("row", row)
            json.member("line", line)
            json.member("column", column)
            json.member("value", value)
            json.member("code", code)
            json.member("isError", isError)
            json.member("message", message)
            json.member("remedy", remedy)
        }
    }
}
