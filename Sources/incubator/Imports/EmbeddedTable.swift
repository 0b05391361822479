import Crypto
import EmbeddedFiles
import Values
import Workflow

/// A table that was compiled into the program.
struct EmbeddedTable: ImportSource {
    let name: String
    let fingerprint: String
    private let bytes: [UInt8]

    /// - Throws: ``Workflow/Refusal/importFile(_:remedy:)`` when this program was built without it.
    init(name: String) throws(Refusal) {
        guard let file = EmbeddedFile.named(name) else {
            throw .importFile(
                BilingualText(zh: "本程序没有附带“\(name)”。", en: "This program does not bring “\(name)” along."),
                remedy: BilingualText(zh: "请重新构建程序。", en: "Build the program again."))
        }
        self.name = name
        bytes = file.bytes
        fingerprint = SHA256.hash(data: bytes).hexadecimal
    }

    var size: Int { bytes.count }

    func chunks(from offset: Int) -> AsyncStream<[UInt8]> {
        let rest = Array(bytes.dropFirst(offset))
        return AsyncStream { stream in
            stream.yield(rest)
            stream.finish()
        }
    }
}
