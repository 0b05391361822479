import Access
import Incubation
import Values
import Workflow

/// The people whom an organization's file names.
struct PeopleView: PageView {
    static let template = "people"

    let title: String
    let back: LinkView
    let disclose: String?
    let isEmpty: Bool
    let rows: [PersonRowView]
    let paging: PagingView

    init(_ organization: CommunityOrganization, _ found: Page<PersonFile>, _ visit: Visit) {
        let w = visit.w
        title = w(Catalogue.people.title)
        let number = organization.number
        back = LinkView(label: w.name(organization.particulars).main, address: OrganizationPages.address(of: number))
        disclose =
            visit.mayDo(.act(.viewPeople)) && !found.items.isEmpty
            ? OrganizationPages.address(of: number) + DisclosureForm.path : nil
        isEmpty = found.items.isEmpty
        rows = found.items.map { PersonRowView($0, w) }
        paging = PagingView(next: found.next, visit)
    }
}

/// A person as a row of a list.
struct PersonRowView: Encodable, Sendable {
    let number: String
    let address: String
    let name: String
    let posts: String
    let contacts: [String]
    let state: ChipView

    init(_ file: PersonFile, _ w: Words) {
        number = String(file.person)
        address = PeoplePages.address(of: file.person, of: file.organization)
        name = file.name ?? w(file.contacts.isEmpty || file.state != .active ? Catalogue.terms.nameNotShown : Catalogue.people.contactOnly)
        posts = file.posts(in: w)
        contacts = file.contacts.map { "\(w($0.kind.words)) \($0.value)" }
        state = ChipView(file.state, w)
    }
}

/// One person, masked.
struct PersonView: PageView {
    static let template = "person"

    let title: String
    let back: LinkView
    let state: ChipView
    let facts: [FactView]
    let jobs: [LinkView]
    /// Where what is wrong is put right.
    let corrections: [LinkView]
    let hasCorrections: Bool

    init(_ organization: CommunityOrganization, _ file: PersonFile, _ visit: Visit) {
        let (w, words) = (visit.w, Catalogue.people)
        let number = organization.number
        title = file.name ?? w(Catalogue.terms.nameNotShown)
        back = LinkView(label: w(words.title), address: PeoplePages.address(of: number))
        state = ChipView(file.state, w)
        let posts = file.posts(in: w)
        facts =
            FactView.all(
                [
                    (words.number, String(file.person)), (words.posts, posts.isEmpty ? nil : posts),
                    (words.basis, file.basis.map { w(PersonFile.words(ofBasis: $0)) }), (words.since, w(file.stateSince)),
                    (words.until, file.restrictedUntil.map { w($0) }),
                ], w) + file.contacts.map { FactView(label: w($0.kind.words), value: $0.value) }
        let address = PeoplePages.address(of: file.person, of: number)
        let isKept = file.state == .active || file.state == .restricted
        let disclosure = PageAddress.of(
            OrganizationPages.address(of: number) + DisclosureForm.path, [("person", String(file.person))])
        jobs = [
            visit.job(.viewPeople, words.disclose, disclosure, if: file.state == .active),
            visit.job(.restrictPerson, words.restrict, address + "/restriction", if: file.state == .active),
            visit.job(.releasePerson, words.release, address + "/release", if: file.state == .restricted),
            visit.job(.erasePerson, words.erase, address + "/erasure", if: isKept),
        ].compactMap(\.self)
        let path = OrganizationPages.address(of: number)
        corrections = [
            visit.job(.editOrganization, words.correctContact, path + "/edit", if: isKept && !file.contacts.isEmpty),
            visit.job(.recordLeadershipPost, words.correctPost, path + "/elements/leadership/new", if: isKept && !file.posts.isEmpty),
        ].compactMap(\.self)
        hasCorrections = !corrections.isEmpty
    }
}

extension Visit {
    /// A way to do something, for whoever may and where it makes sense.
    fileprivate func job(_ act: Act, _ label: BilingualText, _ address: String, if isDue: Bool) -> LinkView? {
        isDue && mayDo(.act(act)) ? LinkView(label: w(label), address: address) : nil
    }
}

extension PersonFile {
    fileprivate func posts(in w: Words) -> String {
        (posts.map { w($0.words) } + (isMentor ? [w(Catalogue.organization.mentors)] : [])).joined(separator: w(Catalogue.frame.listMark))
    }

    /// The words of a basis by its name.
    fileprivate static func words(ofBasis name: String) -> BilingualText {
        RestrictionBasis(rawValue: name)?.words ?? ErasureBasis(rawValue: name)?.words ?? Catalogue.forms.nameless(name)
    }
}

extension ChipView {
    init(_ state: PersonState, _ w: Words) {
        let tone =
            switch state {
            case .active: "good"
            case .restricted, .unsealed: "watch"
            case .erased: "ended"
            }
        self.init(tone: tone, label: w(state.words))
    }
}
