/// What somebody wants to do: something that changes the register, or something that only reads it.
package enum UseCase: Hashable, Sendable {
    case act(Act)
    case reading(Reading)

    /// All of them.
    package static let all: [UseCase] = Act.allCases.map(UseCase.act) + Reading.allCases.map(UseCase.reading)

    /// The stable name.
    package var name: String {
        switch self {
        case .act(let act): act.rawValue
        case .reading(let reading): reading.rawValue
        }
    }
}
