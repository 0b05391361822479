import ArgumentParser

/// What `scripts/bench` measures that is no command of the product.
@main
struct Benchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark", abstract: "Measurements for scripts/bench.", subcommands: [LoadBenchmark.self, ScoreBenchmark.self])
}
