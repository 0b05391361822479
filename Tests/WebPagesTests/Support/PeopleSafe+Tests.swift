import Workflow

extension PeopleSafe {
    /// A key that is no secret, and a list that nobody reads.
    static var ofTests: PeopleSafe { noting { _ in } }

    /// The same key, with a list of the test's own.
    static func noting(_ note: @escaping Noting) -> PeopleSafe {
        PeopleSafe(key: { _ in [UInt8](repeating: 0x5A, count: 32) }, noting: note)
    }
}
