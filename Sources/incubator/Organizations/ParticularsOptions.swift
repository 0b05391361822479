import ArgumentParser
import Incubation
import Values
import Workflow

/// What can be written down about an organization, when it is recorded and when it is edited.
struct ParticularsOptions: ParsableArguments {
    @Option(help: .words(zh: "英文名称。", en: "Its name in English."))
    var englishName: String?

    @Option(help: .words(zh: "类别。", en: "Its category."))
    var category: OrganizationCategory?

    @Option(
        help: .words(
            zh: "统一社会信用代码；只有已登记的组织才有。",
            en: "Its unified social credit code; only a registered organization has one."))
    var creditCode: String?

    @Option(help: .words(zh: "代码校验不符仍予采用的理由。", en: "Why the code is accepted although its check fails."))
    var creditCodeOverride: String?

    @Option(help: .words(zh: "备案号。", en: "Its number in the list of filings."))
    var filingNumber: String?

    @Option(help: .words(zh: "成立日期，如 2019-05-01。", en: "The day it was founded, such as 2019-05-01."))
    var foundedOn: Day?

    @Option(help: ArgumentHelp(.words(zh: "服务区域；可写多次。", en: "An area that it serves; may be repeated."), valueName: "area"))
    var serviceArea: [AreaCode] = []

    @Option(
        help: ArgumentHelp(
            .words(
                zh: "在其他分类体系中的代码，如 6631:environment；可写多次。",
                en: "Its code in another scheme, such as 6631:environment; may be repeated."), valueName: "scheme:code"))
    var classification: [ClassificationArgument] = []

    @Option(help: .words(zh: "电话号码；可写多次。", en: "A telephone number; may be repeated."))
    var telephone: [String] = []

    @Option(help: .words(zh: "电子邮箱；可写多次。", en: "An email address; may be repeated."))
    var email: [String] = []

    @Option(help: .words(zh: "通信地址；可写多次。", en: "A postal address; may be repeated."))
    var address: [String] = []

    @Option(help: .words(zh: "即时通信账号；可写多次。", en: "A messaging account; may be repeated."))
    var messaging: [String] = []

    /// Puts what was given in place of what stood there; a list replaces the whole list, contacts those of their kind.
    ///
    /// - Throws: ``Workflow/Refusal`` for a credit code that is wrong.
    func apply(to draft: inout OrganizationDraft) throws(Refusal) {
        if let englishName { draft.particulars.englishName = englishName }
        if let category { draft.particulars.category = category }
        if let filingNumber { draft.particulars.filingNumber = filingNumber }
        if let foundedOn { draft.particulars.foundedOn = foundedOn }
        try applyCode(to: &draft.particulars)
        if !serviceArea.isEmpty { draft.serviceAreas = serviceArea }
        if !classification.isEmpty { draft.classifications = classification.map(\.classification) }
        let contacts: [(ContactKind, [String])] = [(.telephone, telephone), (.email, email), (.address, address), (.messaging, messaging)]
        for (kind, values) in contacts where !values.isEmpty {
            draft.contacts.removeAll { $0.kind == kind }
            draft.contacts += values.map { Contact(kind: kind, value: $0) }
        }
    }

    private func applyCode(to particulars: inout OrganizationParticulars) throws(Refusal) {
        guard let written = creditCode else { return }
        do throws(CreditCodeFault) {
            if let creditCodeOverride {
                particulars.creditCode = try UnifiedSocialCreditCode(overridden: written)
                particulars.creditCodeOverride = creditCodeOverride
            } else {
                particulars.creditCode = try UnifiedSocialCreditCode(written)
                particulars.creditCodeOverride = nil
            }
        } catch {
            throw .creditCode(error, written: written)
        }
    }

    mutating func validate() throws {
        if creditCodeOverride != nil, creditCode == nil {
            throw ValidationError(zh: "写了 --credit-code-override 就须写 --credit-code。", en: "--credit-code-override needs --credit-code.")
        }
        if creditCodeOverride?.allSatisfy(\.isWhitespace) == true {
            throw ValidationError(zh: "--credit-code-override 须写理由。", en: "--credit-code-override needs a reason.")
        }
    }
}

/// A classification as it is written on the command line, `6631:environment`.
struct ClassificationArgument: ExpressibleByArgument {
    let classification: Classification

    init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        classification = Classification(scheme: parts[0], code: parts[1])
    }
}

/// A step of the legal history, as options.
struct LegalStepOptions: ParsableArguments {
    @Option(
        help: .words(
            zh: "生效日期，如 2026-03-01（默认：北京时间当天）。",
            en: "The day from which it holds, such as 2026-03-01 (default: today in China)."))
    var since: Day?

    @Option(help: .words(zh: "作出决定的机关。", en: "The office that decided it."))
    var office: String?

    @Option(help: .words(zh: "决定的文号。", en: "The number of its document."))
    var documentNumber: String?

    func step(_ status: LegalStatus, today: Day) -> LegalStatusStep {
        LegalStatusStep(status: status, since: since ?? today, office: office, documentNumber: documentNumber)
    }
}
