import ArgumentParser
import Workflow

/// A command that works on the register: it finds or starts the database before, and closes its connections behind.
protocol RegistryCommand: AsyncParsableCommand {
    func run(on registry: Registry, as caller: Caller) async throws
}

extension RegistryCommand {
    mutating func run() async throws {
        let command = self
        try await RegistryAccess.withRegistry { try await command.run(on: $0, as: .localOperator) }
    }
}
