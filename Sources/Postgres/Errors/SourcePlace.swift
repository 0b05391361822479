/// The line of Swift from which a statement was sent, so that a failure in a log leads to the code that asked.
package struct SourcePlace: Hashable, Sendable {
    /// `Module/File.swift`.
    package let fileID: String
    /// Line in that file, from 1.
    package let line: UInt

    /// Takes what `#fileID` and `#line` gave.
    package init(fileID: StaticString, line: UInt) {
        self.fileID = fileID.description
        self.line = line
    }
}

extension SourcePlace: CustomStringConvertible {
    package var description: String { "\(fileID):\(line)" }
}
