import Foundation
import Tabular

/// Where an import goes on after a kill: kept with its job, and committed with the rows that lie before it.
struct ImportCheckpoint: Codable, Hashable, Sendable {
    /// How many chunks were committed. It makes every checkpoint of a job a new one, so that of two imports that go on with one job at
    /// the same time the slower one notices.
    var chunks = 0
    /// Where the file goes on; nil at its beginning.
    var place: CSVCheckpoint?
    var passedOver: Int64 = 0
    /// Whether there is no more to read.
    var isFinished = false
    /// Whether the table could not be read to its end, so that nothing of it is taken over.
    var isUnreadable = false

    init() {}

    /// Reads what ``text()`` wrote; nil for anything else, such as the checkpoint of another version of this program.
    init?(text: String) {
        guard let read = try? JSONDecoder().decode(ImportCheckpoint.self, from: Data(text.utf8)) else { return nil }
        self = read
    }

    func text() throws -> String {
        String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
    }
}
