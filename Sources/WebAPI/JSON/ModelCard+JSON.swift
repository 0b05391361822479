import HTTPSupport
import Values
import Workflow

extension ModelCardInForce: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("rubric", card.rubric)
            json.member("rubricHash", card.rubricHash)
            json.member("isInForce", isAboutInForce)
            json.member("inForceHash", inForce.hash)
            json.members("limits", ModelCard.limits.map(LimitText.init))
            json.members("sets", card.sets.map { set in MeasuredSet(set: set, about: dataSets.first { $0.dataset == set.dataset }) })
        }
    }
}

/// A limit in both languages.
private struct LimitText: JSONWritable {
    let text: BilingualText

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("zh-CN", text.zh)
            json.member("en", text.en)
        }
    }
}

/// A data set with its figures.
private struct MeasuredSet: JSONWritable {
    let set: ModelCard.DataSet
    let about: MeasuredDataSet?

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("dataset", set.dataset)
            json.member("title", about?.title.text)
            json.member("cases", about?.cases.text)
            json.member("licence", about?.licence.text)
            json.member("horizon", set.horizon)
            json.texts("commands", set.commands)
            json.members("measures", set.measures)
            json.members("reliability", set.reliability)
        }
    }
}

extension ModelCard.Measure: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("cases", cases)
            json.member("model", model.text)
            json.member("landmarks", landmarks)
            json.member("exits", exits)
            json.member("auc", auc)
            json.member("aucLow", aucLow)
            json.member("aucHigh", aucHigh)
            json.member("brier", brier)
            json.member("brierSkill", brierSkill)
            json.member("calibrationSlope", calibrationSlope)
            json.member("calibrationIntercept", calibrationIntercept)
            json.member("expectedCalibrationError", expectedCalibrationError)
            json.member("expectedOverObserved", expectedOverObserved)
            json.member("liftOfWorstTenth", liftOfWorstTenth)
            json.member("recallOfWorstFifth", recallOfWorstFifth)
        }
    }
}

extension ModelCard.Group: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("cases", cases)
            json.member("group", group)
            json.member("landmarks", landmarks)
            json.member("estimate", estimate)
            json.member("exits", exits)
            json.member("share", share)
            json.member("shareLow", shareLow)
            json.member("shareHigh", shareHigh)
        }
    }
}
