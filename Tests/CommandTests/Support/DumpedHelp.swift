import Foundation
import Values

/// What the commands say of themselves, before it is laid out.
struct DumpedHelp: Decodable {
    struct Argument: Decodable {
        let abstract: String?
        let discussion: String?
        let sectionTitle: String?
        let valueName: String?
    }

    struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let arguments: [Argument]?
        let subcommands: [Command]?
    }

    let command: Command

    /// All texts; for one that is not there a remark, which is in no language.
    static func texts(_ language: Language) async throws -> [String] {
        let outcome = try await Executable.withoutDatabase.reading(language).run("--experimental-dump-help")
        return try JSONDecoder().decode(Self.self, from: Data(outcome.output.utf8)).command.texts
    }
}

extension DumpedHelp.Command {
    fileprivate var texts: [String] {
        [abstract ?? "⟨\(commandName)⟩"] + [discussion].compactMap(\.self) + optionTexts + (subcommands ?? []).flatMap(\.texts)
    }

    /// The parser's own command says nothing of its arguments.
    private var optionTexts: [String] {
        guard commandName != "help" else { return [] }
        return (arguments ?? []).flatMap { argument in
            [argument.abstract ?? "⟨\(commandName) \(argument.valueName ?? "")⟩"]
                + [argument.discussion, argument.sectionTitle].compactMap(\.self)
        }
    }
}
