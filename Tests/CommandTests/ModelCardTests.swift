import Foundation
import Testing

/// The model card's figures are what the back-test prints.
struct ModelCardTests {
    private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let data: URL = {
        if let path = ProcessInfo.processInfo.environment["INCUBATOR_SHARED_DATA"] { return URL(filePath: path) }
        return package.appending(path: "../shared/data").standardized
    }()

    static let isPresent = ["coops_uk", "ca_charters", "apache_incubator"].allSatisfy {
        FileManager.default.fileExists(atPath: data.appending(path: $0).path)
    }

    private static func card() throws -> JSONValue {
        let file = package.appending(path: "sql/reference/model-cards/pooled-2.json")
        return try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: file))
    }

    private static func items(_ list: JSONValue?) -> [JSONValue] {
        if case .list(let items)? = list { items } else { [] }
    }

    @Test func `the card is about the rubric of its name, as it is`() async throws {
        let checked = try await Executable.withoutDatabase.run("rubric", "check", "pooled-2")
        #expect(try Self.card()["rubricHash"]?.written == checked.line(0))
    }

    @Test(
        .enabled(
            if: isPresent, "the data sets with their outcomes are looked for in INCUBATOR_SHARED_DATA, or in shared/data beside this folder"
        ),
        arguments: [("coops_uk", "24"), ("ca_charters", "24"), ("apache_incubator", "12")])
    func `every line that needs no fitting is what the back-test prints today`(dataset: String, horizon: String) async throws {
        let set = try #require(Self.items(try Self.card()["sets"]).first { $0["dataset"]?.written == dataset })
        let folder = Self.data.appending(path: dataset).path
        let begin = ["backtest", folder, "--dataset", dataset, "--horizon", horizon, "--json", "--table"]
        let measured = try await Executable.withoutDatabase.run(begin + ["measures"], patience: .seconds(300))
        let lines = Self.items(try measured.json["items"])
        let kept = Self.items(set["measures"])
        #expect(!lines.isEmpty, "\(measured.complaints)")
        for line in lines { #expect(kept.contains(line), "\(line)") }
        let fitted = kept.filter { line in !lines.contains(line) }
        #expect(fitted.allSatisfy { $0["model"]?["en"]?.written?.contains("cross-validated") == true }, "\(fitted)")
        let reliability = try await Executable.withoutDatabase.run(begin + ["reliability"], patience: .seconds(300))
        #expect(Self.items(try reliability.json["items"]) == Self.items(set["reliability"]))
    }
}
