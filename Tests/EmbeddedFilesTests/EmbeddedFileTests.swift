import Foundation
import Testing

@testable import EmbeddedFiles

struct EmbeddedFileTests {
    /// The folder `sql` of the source tree.
    private static let source = URL(filePath: #filePath).appending(path: "../../../sql").standardizedFileURL

    /// Names of the files that have to be compiled in, as they lie in the source tree.
    private static func namesInSource() throws -> [String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: source.path(percentEncoded: false))
        return names.filter { name in
            let isStatements = ["migrations/", "checks/"].contains { name.hasPrefix($0) } && name.hasSuffix(".sql")
            let isWanted = isStatements || name.hasPrefix("reference/")
            var isFolder: ObjCBool = false
            let path = source.appending(path: name).path(percentEncoded: false)
            return isWanted && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
                && !name.hasSuffix("README.md")
        }.sorted()
    }

    @Test func `the table names every file of the folders and no other`() throws {
        let expected = try Self.namesInSource()
        #expect(EmbeddedFile.all.map(\.name) == expected, "Sources/CEmbeddedFiles/embedded_files.c names other files than sql holds.")
    }

    @Test(arguments: EmbeddedFile.all) func `a file is compiled in as it lies in the source tree`(file: EmbeddedFile) throws {
        #expect(Data(file.bytes) == (try Data(contentsOf: Self.source.appending(path: file.name))))
        #expect(file.text != nil, "Everything compiled in is UTF-8.")
    }

    @Test func `a file is found by its name and by its folder`() throws {
        let areas = try #require(EmbeddedFile.named("reference/areas/areas.csv"))
        #expect(areas.text?.hasPrefix("code,name,level,parent") == true)
        #expect(EmbeddedFile.all(under: "reference").contains(areas))
        #expect(EmbeddedFile.all(under: "reference/areas/").contains(areas))
        #expect(EmbeddedFile.all(under: "reference/are").isEmpty, "A folder is meant, not the beginning of a name.")
        #expect(EmbeddedFile.named("reference/areas") == nil)
    }
}
