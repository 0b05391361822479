import Access
import Incubation
import Store
import Values

/// What an act is about, as its event names it: kind, number and versions of a record, never what stands in it.
struct ActSubject: Hashable, Sendable {
    let kind: Refusal.Subject
    /// Where the event belongs.
    let chain: AuditChain
    /// Where the record lies, for permission.
    let place: Place
    /// The record's number; nil as long as it has none.
    var key: String?
    var versionBefore: Int64?
    var versionAfter: Int64?
    /// What it was for, and how many rows it showed or removed, where that is what matters.
    var purpose: String?
    var rowCount: Int64?
    /// For an act that ends refused although its transaction is committed, because it keeps what was wrong.
    var refusal: Refusal?

    private init(_ kind: Refusal.Subject, _ key: String?, in chain: AuditChain, at place: Place) {
        self.kind = kind
        self.key = key
        self.chain = chain
        self.place = place
    }

    /// What is added to an organization's file is an act on the organization.
    static func organization(_ number: OrganizationNumber) -> ActSubject {
        ActSubject(.organization, number.description, in: AuditChain(number.district), at: .organization(number))
    }

    /// A person's number is one of its district, whatever the organization.
    static func person(_ person: Int64, of number: OrganizationNumber, for purpose: String) -> ActSubject {
        var subject = ActSubject(.person, "\(number.district)-\(person)", in: AuditChain(number.district), at: .organization(number))
        subject.purpose = purpose
        return subject
    }

    /// The people of an organization, or of a whole district.
    static func people(of scope: PeopleScope, for purpose: String) -> ActSubject {
        var subject =
            switch scope {
            case .organization(let number): organization(number)
            case .district(let district):
                ActSubject(
                    .person, nil, in: AuditChain(district), at: AreaCode(district.description).map { .area($0) } ?? .nation)
            }
        subject.purpose = purpose
        return subject
    }

    /// What is kept no longer than a rule says.
    static func retention(of subject: String) -> ActSubject {
        var retention = ActSubject(.retention, nil, in: .nation, at: .nation)
        retention.purpose = subject
        return retention
    }

    /// An organization that has no number yet.
    static func newOrganization(in area: AreaCode) -> ActSubject {
        ActSubject(.organization, nil, in: AuditChain(area.district), at: .area(area))
    }

    /// An organization has one case at most, so its number is the case's.
    static func incubationCase(_ number: OrganizationNumber) -> ActSubject {
        ActSubject(.incubationCase, number.description, in: AuditChain(number.district), at: .organization(number))
    }

    /// A hub contract, which has no number yet while it is recorded.
    ///
    /// - Parameter area: nil for a contract that there is not.
    static func contract(_ number: Int64?, at area: AreaCode?) -> ActSubject {
        ActSubject(.contract, number.map { String($0) }, in: AuditChain(area?.district), at: area.map { .area($0) } ?? .nation)
    }

    /// Areas are shared by all districts.
    static func area(_ code: AreaCode) -> ActSubject {
        ActSubject(.area, code.text, in: .nation, at: .nation)
    }

    /// A document, which has no number yet while it is issued.
    static func document(_ document: Int64?, of number: OrganizationNumber) -> ActSubject {
        ActSubject(
            .document, document.map { "\(number)-\($0)" }, in: AuditChain(number.district), at: .organization(number))
    }

    /// Calendars are shared by all districts.
    static func calendar(_ year: Int) -> ActSubject {
        ActSubject(.calendar, String(year), in: .nation, at: .nation)
    }

    static func pendingItem(_ number: PendingItemNumber) -> ActSubject {
        let organization = number.organization
        return ActSubject(.pendingItem, number.description, in: AuditChain(organization.district), at: .organization(organization))
    }

    /// Going through what waits everywhere. What is done to one item is an act on that item.
    static let pendingItems = ActSubject(.pendingItem, nil, in: .nation, at: .nation)

    /// A table may hold rows of many districts, and taking it over is one act.
    static func importJob(_ job: Int64?) -> ActSubject {
        ActSubject(.importJob, job.map { String($0) }, in: .nation, at: .nation)
    }

    /// - Parameter area: what was assessed; nil for the whole register.
    static func assessmentRun(_ run: Int64?, of area: AreaCode?) -> ActSubject {
        ActSubject(.assessmentRun, run.map { String($0) }, in: AuditChain(area?.district), at: area.map { .area($0) } ?? .nation)
    }

    /// Accounts belong to no district.
    ///
    /// - Parameter number: nil for one that there is not, or not yet.
    static func account(_ number: AccountNumber?) -> ActSubject {
        ActSubject(.account, number?.description, in: .nation, at: .nation)
    }

    /// Rubrics and what is learned for them concern the whole register; they are named by number, a rubric by none.
    static func rubric(_ subject: Refusal.Subject, _ number: Int64? = nil) -> ActSubject {
        ActSubject(subject, number.map { String($0) }, in: .nation, at: .nation)
    }

    /// What is done about an organization's flag or for it is kept with the organization.
    static func scoring(_ subject: Refusal.Subject, of number: OrganizationNumber) -> ActSubject {
        ActSubject(subject, number.description, in: AuditChain(number.district), at: .organization(number))
    }

    /// The event of an act on it.
    func entry(of act: Act, by caller: Caller) -> AuditEntry {
        AuditEntry(
            act: act.rawValue, caller: caller.name, subject: kind.slug, subjectKey: key, versionBefore: versionBefore,
            versionAfter: versionAfter, refusal: refusal?.slug, purpose: purpose, rowCount: rowCount)
    }
}
