import Access
package import Incubation
import Store
import Values

/// Adds a post to the leadership team.
package struct RecordLeadershipPost: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, _ post: LeadershipPost, as caller: Caller) async throws -> FourElements {
        guard let name = post.personName else { throw Refusal.missing(field: "personName") }
        return try await registry.append(.recordLeadershipPost, .leadershipPost, to: number, as: caller) {
            try FieldRules.refusePersonal(name, field: "personName")
            try FieldRules.refuseOrder(post.termBegan, post.termEnds, field: "termEnds")
            try FieldRules.refuseOrder(post.termBegan, post.left, field: "left")
            try registry.refuseFuture(post.left, field: "left")
        } making: { people in
            InsertLeadershipPost(post, heldBy: try await people.person(named: name), for: number, recordedOn: registry.today)
        } then: {
            try await FourElements.load(number, .maskedForKeeping, in: $0, from: registry.people)
        }
    }
}

/// Adds a version of the charter.
package struct RecordCharter: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, _ charter: Charter, as caller: Caller) async throws -> FourElements {
        let command = InsertCharter(charter, for: number, recordedOn: registry.today)
        return try await registry.append(.recordCharter, command, .charter, to: number, as: caller) {
            guard charter.version > 0 else { throw Refusal.notPossible(field: "version", text("从 1 开始", "versions count from 1")) }
            try registry.refuseFuture(charter.adoptedOn, field: "adoptedOn")
            try registry.refuseFuture(charter.reviewedOn, field: "reviewedOn")
            try FieldRules.refuseOrder(charter.adoptedOn, charter.reviewedOn, field: "reviewedOn")
            if let vote = charter.adoption, !vote.isPossible {
                throw Refusal.notPossible(
                    field: "adoption", text("票数多于应到人数或为负数", "there are more votes than people entitled, or fewer than none"))
            }
        } then: {
            try await FourElements.load(number, .maskedForKeeping, in: $0, from: registry.people)
        }
    }
}

/// Adds a governance body.
package struct RecordGovernanceBody: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, _ body: GovernanceBody, as caller: Caller) async throws -> FourElements {
        let command = InsertGovernanceBody(body, for: number, recordedOn: registry.today)
        return try await registry.append(.recordGovernanceBody, command, .body, to: number, as: caller) {
            try registry.refuseFuture(body.formedOn, field: "formedOn")
            try FieldRules.refuseOrder(body.formedOn, body.dissolvedOn, field: "dissolvedOn")
            try FieldRules.refuseNegative(body.memberCount, field: "memberCount")
            if let meetings = body.meetingsPerYear, !(0...366).contains(meetings) {
                throw Refusal.notPossible(field: "meetingsPerYear", text("应为 0 至 366", "it must be 0 to 366"))
            }
            if let quorum = body.quorumPerMille, !(1...1000).contains(quorum) {
                throw Refusal.notPossible(field: "quorumPerMille", text("应为 1 至 1000", "it must be 1 to 1000"))
            }
        } then: {
            try await FourElements.load(number, .maskedForKeeping, in: $0, from: registry.people)
        }
    }
}

/// Adds a meeting.
package struct RecordMeeting: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, _ meeting: GovernanceMeeting, as caller: Caller) async throws -> FourElements
    {
        let command = InsertGovernanceMeeting(meeting, for: number, recordedOn: registry.today)
        return try await registry.append(.recordMeeting, command, .meeting, to: number, as: caller) {
            try registry.refuseFuture(meeting.heldOn, field: "heldOn")
            try FieldRules.refuseNegative(meeting.present, field: "present")
            guard meeting.present <= meeting.entitled else {
                throw Refusal.notPossible(field: "present", text("实到多于应到", "more were present than entitled"))
            }
        } then: {
            try await FourElements.load(number, .maskedForKeeping, in: $0, from: registry.people)
        }
    }
}

/// Adds how money is guarded from a day on.
package struct RecordMoneyControls: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, _ controls: MoneyControls, as caller: Caller) async throws -> FourElements {
        let command = InsertMoneyControls(controls, for: number, recordedOn: registry.today)
        return try await registry.append(.recordMoneyControls, command, .controls, to: number, as: caller) {
            try registry.refuseFuture(controls.since, field: "since")
        } then: {
            try await FourElements.load(number, .maskedForKeeping, in: $0, from: registry.people)
        }
    }
}

/// Adds the service boundary as it stands from a day on.
package struct RecordServiceBoundary: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package func callAsFunction(_ number: OrganizationNumber, _ boundary: ServiceBoundary, as caller: Caller) async throws -> FourElements {
        let command = InsertServiceBoundary(boundary, for: number, recordedOn: registry.today)
        return try await registry.append(.recordServiceBoundary, command, .boundary, to: number, as: caller) {
            try registry.refuseFuture(boundary.since, field: "since")
            try FieldRules.refuseNegative(boundary.targetPopulation, field: "targetPopulation")
            for (value, field) in [
                (boundary.content, "content"), (boundary.peopleServed, "peopleServed"), (boundary.limits, "limits"),
                (boundary.form, "form"),
            ] {
                try FieldRules.refuseLength(value, field: field, longest: 2000)
            }
        } then: {
            try await FourElements.load(number, .maskedForKeeping, in: $0, from: registry.people)
        }
    }
}
