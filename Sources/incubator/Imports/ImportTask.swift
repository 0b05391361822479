import Foundation
import Store
import Workflow

/// One table to be imported, and how it is to be read.
struct ImportTask {
    enum Source {
        case file(TableFile)
        case embedded(EmbeddedTable)
    }

    let kind: ImportKind
    let source: Source
    let mapping: MappingFile
    var origin = InsertArea.Origin.local

    /// What the table is called in messages.
    var name: String {
        switch source {
        case .file(let file): file.path
        case .embedded(let table): table.name
        }
    }

    /// In bytes.
    var size: Int {
        switch source {
        case .file(let file): file.size
        case .embedded(let table): table.size
        }
    }

    func request(_ choices: ImportChoices) -> ImportRequest {
        let fingerprint =
            switch source {
            case .file(let file): file.fingerprint
            case .embedded(let table): table.fingerprint
            }
        return ImportRequest(
            kind: kind, mapping: mapping.mapping, fileName: URL(filePath: name).lastPathComponent, fileFingerprint: fingerprint,
            mappingHash: mapping.hash, skipsBadRows: choices.skipBadRows, isRehearsal: choices.dryRun, areaOrigin: origin)
    }
}
