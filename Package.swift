// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "incubator-registry",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        // Core: values and rules. Standard library only.
        .target(name: "Values", swiftSettings: strict),
        .target(name: "Incubation", dependencies: ["Values"], swiftSettings: strict),
        // What people can do.
        .target(name: "Workflow", dependencies: ["Incubation", "Values"], swiftSettings: strict),
        .testTarget(name: "IncubationTests", dependencies: ["Incubation", "Values"], swiftSettings: strict),
        .testTarget(name: "ValuesTests", dependencies: ["Values"], swiftSettings: strict),

        // Machine: what the register needs from the computer that it runs on.
        .target(name: "CEmbeddedFiles"),
        .target(
            name: "EmbeddedDatabase",
            dependencies: [
                "Values",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        .target(name: "EmbeddedFiles", dependencies: ["CEmbeddedFiles"], swiftSettings: strict),
        .testTarget(name: "EmbeddedDatabaseTests", dependencies: ["EmbeddedDatabase", "Values"], swiftSettings: strict),
        .testTarget(name: "EmbeddedFilesTests", dependencies: ["EmbeddedFiles"], swiftSettings: strict),

        // Command line: settings, words on the terminal, composition of everything below.
        .executableTarget(
            name: "incubator",
            dependencies: [
                "EmbeddedDatabase",
                "Values",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
