import Appraisal
import HTTPSupport
import Incubation
import Values
import Workflow

extension RubricEntry: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("hash", hash)
            json.member("title", title)
            json.member("validFrom", validFrom)
            json.member("validThrough", validThrough)
            json.member("isBuiltIn", isCompiledIn)
            json.member("isInForce", isInForce)
            json.member("version", optional: kept)
        }
    }
}

extension RubricVersion: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("hash", hash)
            json.member("author", author)
            json.member("validFrom", validFrom)
            json.member("validThrough", validThrough)
            json.member("proposedAt", proposedAt)
            json.member("activatedBy", activatedBy)
            json.member("activatedAt", activatedAt)
        }
    }
}

extension NamedRubric: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            RubricSummary(rubric: self).writeMembers(to: &json)
            json.member("document", document)
        }
    }
}

/// A rubric without its document.
struct RubricSummary: JSONWritable {
    let rubric: NamedRubric

    func write(to json: inout JSONWriter) {
        json.object { writeMembers(to: &$0) }
    }

    func writeMembers(to json: inout JSONWriter) {
        json.member("id", rubric.rubric.id)
        json.member("hash", rubric.hash)
        json.member("title", rubric.rubric.title)
        json.member("validFrom", rubric.rubric.validFrom)
        json.member("validThrough", rubric.rubric.validThrough)
        json.member("indicators", rubric.rubric.indicators.count)
        json.member("flags", rubric.rubric.flags.count)
    }
}

extension RubricValue: JSONWritable {
    func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .bool(let flag): json.boolean(flag)
        case .number(let number): if let whole = Int64(exactly: number) { json.integer(whole) } else { json.number(number) }
        case .text(let text): json.string(text)
        case .list(let values): json.array(values) { json, value in value.write(to: &json) }
        case .record(let fields):
            json.object { json in
                for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
                    json.name(text: name)
                    value.write(to: &json)
                }
            }
        }
    }
}

extension RubricTrialRecord: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("trial", trial)
            json.member("rubricHash", rubricHash)
            json.member("besideHash", besideHash)
            json.texts("days", days.map(\.iso))
            json.member("madeBy", madeBy)
            json.member("startedAt", startedAt)
            json.member("finishedAt", finishedAt)
            json.member("organizations", organizations)
            json.member("changed", changed)
        }
    }
}

extension RubricTrialChange: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("organization", organization.description)
            json.member("name", name)
            json.member("englishName", englishName)
            json.member("asOf", asOf)
            json.member("statusBefore", statusBefore)
            json.member("statusAfter", statusAfter)
            json.members("causes", zip(parts, logOdds).map { TrialCause(part: $0, difference: $1) })
            json.texts("flagsRaised", flagsRaised)
            json.texts("flagsCleared", flagsCleared)
        }
    }
}

/// A part of the log-odds that differs, and by how much.
private struct TrialCause: JSONWritable {
    let part: String
    let difference: Double

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("part", part)
            json.member("difference", difference)
        }
    }
}

extension RubricDifference: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("place", place)
            json.member("before", before ?? .null)
            json.member("after", after ?? .null)
        }
    }
}

/// What of the register another rubric would change.
struct RubricComparison: JSONWritable {
    let hash: String
    let besideHash: String
    let asOf: Day
    let trial: RubricTrial
    let shown: [StatusChange]

    /// As many organizations as an answer names; all of them are counted.
    static let most = 500

    func write(to json: inout JSONWriter) {
        let moves = trial.moves.filter { $0.key.before != $0.key.after }
            .sorted { ($0.key.before.rawValue, $0.key.after.rawValue) < ($1.key.before.rawValue, $1.key.after.rawValue) }
        json.object { json in
            json.member("hash", hash)
            json.member("besideHash", besideHash)
            json.member("asOf", asOf)
            json.member("organizations", trial.organizations)
            json.member("changed", trial.changed)
            json.members("moves", moves.map { CountedMove(move: $0.key, organizations: $0.value) })
            json.members("items", shown)
        }
    }
}

private struct CountedMove: JSONWritable {
    let move: RubricTrial.Move
    let organizations: Int64

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("statusBefore", move.before.rawValue)
            json.member("statusAfter", move.after.rawValue)
            json.member("organizations", organizations)
        }
    }
}

extension StatusChange: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("organization", organization.description)
            json.member("name", name)
            json.member("statusBefore", before.status.rawValue)
            json.member("statusAfter", after.status.rawValue)
            json.members("causes", causes.map { TrialCause(part: $0.part, difference: $0.after - $0.before) })
            json.texts("flagsRaised", flagsRaised)
            json.texts("flagsCleared", flagsCleared)
        }
    }
}
