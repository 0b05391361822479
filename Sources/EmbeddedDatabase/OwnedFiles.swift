import Foundation
import Glibc

/// Files and folders with a given owner and mode, written so that a crash leaves either the old one or the new one.
enum OwnedFiles {
    /// Makes a folder, and its missing parents with mode 0755; leaves one that is there as it is.
    static func makeFolder(_ path: String, mode: UInt32, owner: Account? = nil) throws(EmbeddedDatabaseError) {
        var parent = ""
        for part in path.split(separator: "/") {
            parent += "/" + part
            let isLast = parent == path
            if mkdir(parent, isLast ? mode : 0o755) == 0 {
                // The process's umask may have taken bits away that the server's account needs.
                guard chmod(parent, isLast ? mode : 0o755) == 0 else { throw EmbeddedDatabaseError(errno: errno, path: parent) }
                if isLast { try give(parent, to: owner) }
            } else if errno != EEXIST {
                throw EmbeddedDatabaseError(errno: errno, path: parent)
            }
        }
        guard isFolder(path) else { throw EmbeddedDatabaseError(errno: ENOTDIR, path: path) }
    }

    /// Writes a file beside its place, syncs it and renames it into place.
    static func write(_ text: String, to path: String, mode: UInt32, owner: Account? = nil) throws(EmbeddedDatabaseError) {
        let draft = path + ".new"
        unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard file >= 0 else { throw EmbeddedDatabaseError(errno: errno, path: path) }
        var failure: Int32 = 0
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty, failure == 0 {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { failure = errno }
        }
        if failure == 0, fsync(file) != 0 { failure = errno }
        if close(file) != 0, failure == 0 { failure = errno }
        if failure == 0 { try give(draft, to: owner) }
        if failure == 0, rename(draft, path) != 0 { failure = errno }
        guard failure == 0 else {
            unlink(draft)
            throw EmbeddedDatabaseError(errno: failure, path: path)
        }
        syncFolder(of: path)
    }

    /// Renames a folder, so that it is there whole or not at all.
    static func move(_ path: String, to place: String) throws(EmbeddedDatabaseError) {
        guard rename(path, place) == 0 else { throw EmbeddedDatabaseError(errno: errno, path: place) }
        syncFolder(of: place)
    }

    /// The text of a file; nil when it is not there.
    static func read(_ path: String) throws(EmbeddedDatabaseError) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw EmbeddedDatabaseError(errno: errno, path: path)
        }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do { return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self) } catch {
            throw .notWritable(path: path, reason: "\(error)")
        }
    }

    static func isFolder(_ path: String) -> Bool {
        var entry = stat()
        return stat(path, &entry) == 0 && entry.st_mode & S_IFMT == S_IFDIR
    }

    /// Who a file or folder belongs to; nil when it is not there.
    static func owner(of path: String) -> Account? {
        var entry = stat()
        guard stat(path, &entry) == 0 else { return nil }
        return Account(number: entry.st_uid) ?? Account(name: String(entry.st_uid), user: entry.st_uid, group: entry.st_gid)
    }

    private static func give(_ path: String, to owner: Account?) throws(EmbeddedDatabaseError) {
        guard let owner, owner.user != geteuid() else { return }
        guard lchown(path, owner.user, owner.group) == 0 else { throw EmbeddedDatabaseError(errno: errno, path: path) }
    }

    /// Makes a rename last through a power cut. A file system that cannot sync folders keeps its own promises, so failures are not errors.
    private static func syncFolder(of path: String) {
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}
