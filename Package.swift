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
    dependencies: [],
    targets: [
        // Core: values and rules. Standard library only.
        .target(name: "Values", swiftSettings: strict),
        .target(name: "Incubation", dependencies: ["Values"], swiftSettings: strict),
        // What people can do.
        .target(name: "Workflow", dependencies: ["Incubation", "Values"], swiftSettings: strict),
        .testTarget(name: "IncubationTests", dependencies: ["Incubation", "Values"], swiftSettings: strict),
        .testTarget(name: "ValuesTests", dependencies: ["Values"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
