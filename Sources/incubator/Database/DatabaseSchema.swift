import ArgumentParser
import Store

struct DatabaseSchema: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: .words(
            zh: "以 SQL 显示数据库结构，内容由服务器给出。",
            en: "Print the database's structure as SQL, as the server tells it.")
    )

    func run() async throws {
        let statements = try await RegistryAccess.withPool(as: .owner) { try await $0.all(SelectSchema()) }
        try Terminal.show("-- The structure that the migrations give. Written by `incubator database schema`, never by hand.")
        for statement in statements { try Terminal.show("\n" + statement) }
    }
}
