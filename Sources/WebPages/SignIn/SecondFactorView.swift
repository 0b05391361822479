import Values
import Workflow

/// What somebody puts into the app on their telephone, and where they show that it is there.
struct SecondFactorView: PageView {
    static let template = "second-factor"

    struct Offer: Encodable, Sendable {
        /// The seed in groups of four, to be typed.
        let seed: String
        /// The same as an address that telephones open in the app.
        let address: String
    }

    let title: String
    let offer: Offer?
    let fault: ErrorSummaryView?
    let error: String?
    /// Whether a code is asked for.
    let asksForCode: Bool
    /// A form that was sent before there was a second factor, to be gone on with; nil for none.
    let kept: String?

    init(offer: OfferSecondFactor.Offer?, fault: FieldFault?, kept: String?, _ w: Words) {
        self.kept = kept
        title = w(Catalogue.signIn.secondFactorTitle)
        self.offer = offer.map { offer in
            let letters = Array(offer.seed.base32)
            let groups = stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
            return Offer(seed: groups.joined(separator: " "), address: offer.address)
        }
        self.fault = fault.map { ErrorSummaryView([$0], w) }
        error = fault?.words
        asksForCode = offer != nil || fault != nil
    }
}

/// Codes for the day when the telephone is lost; shown once.
struct RecoveryCodesView: PageView {
    static let template = "recovery-codes"

    let title: String
    let codes: [String]
    /// The form that is gone on with; nil for none.
    let goOn: KeptFormView?

    init(_ codes: [RecoveryCode], _ kept: KeptForm?, _ w: Words) {
        goOn = kept?.view(w)
        title = w(Catalogue.signIn.recoveryTitle)
        self.codes = codes.map(\.text)
    }
}
