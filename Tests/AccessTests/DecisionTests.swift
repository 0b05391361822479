import Access
import Incubation
import Testing
import Values

struct DecisionTests {
    private static func area(_ text: String) throws -> AreaCode { try #require(AreaCode(text)) }
    private static let day = Day(iso: "2026-06-30")

    private func decide(
        _ useCase: UseCase, _ role: Role, in scope: Scope, at place: Place, isTwoFactor: Bool = true, until: String? = nil
    ) throws -> Decision {
        let from = try #require(Day(iso: "2024-01-01"))
        let holding = Holding(number: 1, role: role, scope: scope, from: from, until: try until.map { try #require(Day(iso: $0)) })
        return useCase.decide(
            for: .account(holdings: [holding], isTwoFactor: isTwoFactor), at: place, on: try #require(Self.day))
    }

    @Test func `a role reaches its area and what lies inside, and nothing beside it`() throws {
        let mine = Scope.area(try Self.area("320613001"))
        let number = try #require(OrganizationNumber("320613-7"))
        let edit = UseCase.act(.editOrganization)
        #expect(try decide(edit, .hubStaff, in: mine, at: .organization(number)) == .needsArea)
        #expect(try decide(edit, .hubStaff, in: mine, at: .organization(number, area: Self.area("320613001002"))) == .permitted(mine))
        #expect(try decide(edit, .hubStaff, in: mine, at: .organization(number, area: Self.area("320613002"))) == .denied(.notPermitted))
        #expect(try decide(edit, .hubStaff, in: mine, at: .area(Self.area("320613"))) == .denied(.notPermitted))
        #expect(try decide(edit, .hubStaff, in: mine, at: .nation) == .denied(.notPermitted))
        let other = try #require(OrganizationNumber("320612-7"))
        #expect(try decide(edit, .hubStaff, in: mine, at: .organization(other)) == .denied(.notPermitted))
        let city = Scope.area(try Self.area("3206"))
        #expect(try decide(edit, .hubStaff, in: city, at: .organization(other)) == .permitted(city))
    }

    @Test func `units of a community are siblings although one code begins like the other`() throws {
        #expect(try !Self.area("320613001001-12").lies(in: Self.area("320613001001-1")))
        #expect(try Self.area("320613001001-12").lies(in: Self.area("320613001001")))
        #expect(try !Self.area("320613001001").lies(in: Self.area("320613001001-12")))
    }

    @Test func `a member reaches one organization`() throws {
        let (mine, other) = (try #require(OrganizationNumber("320613-7")), try #require(OrganizationNumber("320613-8")))
        let show = UseCase.reading(.showCase)
        #expect(try decide(show, .organizationMember, in: .organization(mine), at: .organization(mine)) == .permitted(.organization(mine)))
        #expect(try decide(show, .organizationMember, in: .organization(mine), at: .organization(other)) == .denied(.notPermitted))
        let edit = UseCase.act(.editOrganization)
        #expect(try decide(edit, .organizationMember, in: .organization(mine), at: .organization(mine)) == .denied(.notPermitted))
    }

    @Test func `a role counts on the days on which it is held, the last one included`() throws {
        let area = try Self.area("320613")
        let run = UseCase.act(.editOrganization)
        #expect(try decide(run, .hubStaff, in: .area(area), at: .area(area), until: "2026-06-30") == .permitted(.area(area)))
        #expect(try decide(run, .hubStaff, in: .area(area), at: .area(area), until: "2026-06-29") == .denied(.notPermitted))
    }

    @Test func `a role that needs two factors does not count with one`() throws {
        let area = try Self.area("320613")
        let sign = UseCase.act(.recordLegalStatus)
        #expect(try decide(sign, .official, in: .area(area), at: .area(area), isTwoFactor: false) == .denied(.secondFactorNeeded))
        #expect(try decide(sign, .official, in: .area(area), at: .area(area)) == .permitted(.area(area)))
        // Whoever may not do it anyhow is not told to try a second factor.
        #expect(try decide(sign, .auditor, in: .area(area), at: .area(area), isTwoFactor: false) == .denied(.notPermitted))
    }

    @Test func `of several roles the widest opens the door`() throws {
        let (city, town) = (try Self.area("3206"), try Self.area("320613001"))
        let from = try #require(Day(iso: "2024-01-01"))
        let holdings = [town, city].map { Holding(number: 1, role: .hubStaff, scope: .area($0), from: from, until: nil) }
        let decision = UseCase.reading(.listFlagged)
            .decide(for: .account(holdings: holdings, isTwoFactor: false), at: .anywhere, on: try #require(Self.day))
        #expect(decision == .permitted(.area(city)))
    }

    @Test(arguments: UseCase.all) func `a visitor gets in only where everybody does, and then to what is public`(_ useCase: UseCase) throws
    {
        let decision = useCase.decide(for: .visitor, at: .nation, on: try #require(Self.day))
        #expect(decision == (useCase.permission.minimum == .everybody ? .permitted(nil) : .denied(.signInNeeded)))
        if case .act = useCase, !useCase.isAboutAccounts {
            #expect(useCase.permission.minimum == .role, "everybody may change something: \(useCase.name)")
        }
    }

    @Test func `no administrator has a hand in a case`() {
        let cases = Act.allCases.filter {
            ![.addArea, .enterCalendar, .importTable, .applyRetention].contains($0) && !UseCase.act($0).isAboutAccounts
        }
        for act in cases {
            let administrators = UseCase.act(act).permission.roles.filter(\.isAdministrator)
            #expect(administrators.isEmpty, "\(act.rawValue): \(administrators)")
        }
    }

    @Test func `administrators hold nothing else, and every role fits somewhere`() {
        for role in Role.allCases where role.isAdministrator {
            for other in Role.allCases where other != role { #expect(!role.isCompatible(with: other) && !other.isCompatible(with: role)) }
        }
        #expect(Role.hubStaff.isCompatible(with: .organizationMember))
        #expect(Role.systemAdministrator.fits(.nation) && !Role.organizationMember.fits(.nation))
    }

    @Test func `names are stable and unlike each other`() {
        #expect(Set(UseCase.all.map(\.name)).count == UseCase.all.count)
    }
}
