import Appraisal
import HTTPSupport
import Workflow

extension Samples {
    static let assignment: JSONValue = #"{"owner": "account-5", "due": "2026-08-01", "rule": "by-hand"}"#
    static let flagBatch: JSONValue = batch(of: "PART-LT-12", organization: "320613-1")
    /// Somebody gets one flag that nobody has touched.
    static func batch(of code: String, organization: String) -> JSONValue {
        JSONValue(
            stringLiteral: """
                {"act": "assign", "owner": "account-5", "due": "2026-08-01", "rule": null, "note": null, "isPreview": false,
                 "items": [{"organization": "\(organization)", "flag": "\(code)", "version": 0}]}
                """)
    }
    static let flagAnswer: JSONValue = #"{"answer": "秋季招新后将达到十五人"}"#
    static let escalation: JSONValue = #"{"owner": "account-9", "due": "2026-09-01", "rule": null, "note": "逾期未办"}"#
    static let consequence: JSONValue = #"{"consequence": "visit", "note": "须上门走访"}"#
    static let resolution: JSONValue = #"{"result": "已走访，情况属实"}"#
    static let intervention: JSONValue = """
        {"kind": "visit", "heldOn": "2026-06-29", "reason": "flag", "flag": "PART-LT-12", "run": null, "result": "已走访"}
        """
    static let rubricActivation: JSONValue = #"{"trial": 1, "reason": "界限更严"}"#
    static let learning: JSONValue = #"{"area": "320613", "rubric": null}"#
    static let calibrationApproval: JSONValue = #"{"validFrom": "2026-07-01", "validThrough": null}"#

    /// A rubric of somebody's own: a built-in one by another name.
    static let ownRubric: JSONValue = {
        let document = (try? RubricLibrary.named("pooled-1"))?.document.canonicalBytes ?? []
        let text = String(decoding: document, as: UTF8.self).replacing("\"pooled-1\"", with: "\"stricter\"")
        return JSONValue(stringLiteral: #"{"document": \#(text)}"#)
    }()

    /// What can be done to a flag, below its address, in an order in which all of it can.
    static let flagActs: [(method: String, path: String, body: JSONValue)] = [
        ("PUT", "owner", assignment), ("POST", "answer", flagAnswer), ("POST", "escalation", escalation),
        ("POST", "confirmation", consequence), ("POST", "resolution", resolution),
    ]

    /// One request body of every operation about flags, rubrics and calibrations.
    static let scoringRequests: [(method: String, path: String, body: JSONValue)] =
        flagActs.map { ($0.method, "/organizations/{number}/flags/{flag}/\($0.path)", $0.body) } + [
            ("POST", "/flag-batches", flagBatch), ("POST", "/organizations/{number}/interventions", intervention),
            ("POST", "/rubrics", ownRubric),
            ("POST", "/rubrics/check", ownRubric), ("POST", "/rubrics/{rubric}/trials", release),
            ("POST", "/rubrics/{rubric}/activation", rubricActivation), ("POST", "/calibrations", learning),
            ("POST", "/calibrations/{calibration}/approval", calibrationApproval),
        ]
}
