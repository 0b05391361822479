import Glibc
import Tabular
import Values
import Workflow

/// The file that `--report` names. It is opened before the import begins, so that a place where nothing can be written is known in time.
struct ReportFile {
    private let output: FileOutput

    /// - Throws: ``OutputFault``.
    init(path: String) throws(OutputFault) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .notWritten(path: path, errno: errno) }
        output = FileOutput(descriptor: descriptor, path: path)
    }

    /// Begins the report; an earlier one is replaced only now.
    func begin() throws(OutputFault) {
        // A device cannot be cut short and needs not be.
        if ftruncate(output.descriptor, 0) != 0, errno != EINVAL { throw .notWritten(path: output.path, errno: errno) }
    }

    func write(_ bytes: [UInt8]) throws(OutputFault) {
        try output.write(bytes)
    }

    func close() throws(OutputFault) {
        // Some file systems report only here that the disk is full.
        if Glibc.close(output.descriptor) != 0 { throw .notWritten(path: output.path, errno: errno) }
    }
}
