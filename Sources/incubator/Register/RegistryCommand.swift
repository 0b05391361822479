import ArgumentParser
import Foundation
import HTTPSupport
import Workflow

/// A command that works on the register: it finds or starts the database before, and closes its connections behind.
protocol RegistryCommand: AsyncParsableCommand {
    func run(on registry: Registry, as caller: Caller) async throws
}

extension RegistryCommand {
    mutating func run() async throws {
        let command = self
        try await RegistryAccess.withRegistry { registry in
            try await command.run(on: registry, as: .atCommandLine(of: registry))
        }
    }
}

extension Caller {
    /// The account of the API token in INCUBATOR_TOKEN; without one whoever sits at this machine.
    static func atCommandLine(of registry: Registry) async throws -> Caller {
        guard let token = ProcessInfo.processInfo.environment["INCUBATOR_TOKEN"] else { return .localOperator }
        return try await RequestCaller.account(of: token, in: registry.accounts)
    }
}
