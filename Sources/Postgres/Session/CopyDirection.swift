import Synchronization

/// A COPY between its first and last call.
enum CopyDirection: Equatable {
    case into
    case out(CopyReader)

    var isOut: Bool { self != .into }

    /// True when nobody will read the rest, so that the next operation may end it.
    var isAbandoned: Bool {
        if case .out(let reader) = self { reader.isAbandoned } else { false }
    }
}

/// Whoever reads a COPY: one object per COPY, so that a late reader cannot touch the next one.
final class CopyReader: Sendable, Equatable {
    private let gone = Atomic(false)

    var isAbandoned: Bool { gone.load(ordering: .acquiring) }

    func abandon() { gone.store(true, ordering: .releasing) }

    static func == (left: CopyReader, right: CopyReader) -> Bool { left === right }
}
