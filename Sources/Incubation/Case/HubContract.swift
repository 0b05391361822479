package import Values

/// A contract by which a hub organization incubates groups of an area for a time (requirements A1, A15).
package struct HubContract: Hashable, Sendable {
    /// From 1 up; 0 before it is recorded.
    package let number: Int64
    package let version: Int64
    /// The hub's name; a centre of the district's own is its own hub.
    package let hub: String
    /// Who commissioned it.
    package let purchaser: String
    package let area: AreaCode
    package let from: Day
    package let until: Day
    /// The last day, where it ended before its time.
    package let endedOn: Day?
    /// How many of its cases are open.
    package let openCases: Int64

    package init(
        number: Int64 = 0, version: Int64 = 1, hub: String, purchaser: String, area: AreaCode, from: Day, until: Day, endedOn: Day? = nil,
        openCases: Int64 = 0
    ) {
        self.number = number
        self.version = version
        self.hub = hub
        self.purchaser = purchaser
        self.area = area
        self.from = from
        self.until = until
        self.endedOn = endedOn
        self.openCases = openCases
    }

    /// The last day on which the hub acts.
    package var lastDay: Day { endedOn ?? until }

    package func isInForce(on day: Day) -> Bool { from <= day && day <= lastDay }
}
