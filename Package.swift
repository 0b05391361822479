// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting: Target.Dependency = .product(name: "HummingbirdTesting", package: "hummingbird")
let jwtKit: Target.Dependency = .product(name: "JWTKit", package: "jwt-kit")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes: Target.Dependency = .product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let systemPackage: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
    name: "incubator-registry",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        // Random numbers for tests of properties.
        .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: strict),

        // Core: values and rules. Standard library only.
        .target(name: "Values", swiftSettings: strict),
        .target(name: "Access", dependencies: ["Incubation", "Values"], swiftSettings: strict),
        .target(name: "Incubation", dependencies: ["Values"], swiftSettings: strict),
        .target(name: "CColumns"),
        .target(name: "Appraisal", dependencies: ["CColumns", "Values"], swiftSettings: strict),
        .testTarget(name: "AccessTests", dependencies: ["Access", "Incubation", "SeededRandom", "Values"], swiftSettings: strict),
        .testTarget(name: "AppraisalTests", dependencies: ["Appraisal", "SeededRandom", "Values"], swiftSettings: strict),
        .testTarget(name: "IncubationTests", dependencies: ["Incubation", "SeededRandom", "Values"], swiftSettings: strict),
        .testTarget(name: "ValuesTests", dependencies: ["SeededRandom", "Values"], swiftSettings: strict),

        // Tables from outside: bytes of a CSV file in, typed rows and findings out. No files, no database.
        .target(name: "Tabular", dependencies: ["Values"], swiftSettings: strict),
        .testTarget(name: "TabularTests", dependencies: ["SeededRandom", "Tabular", "Values"], swiftSettings: strict),

        // Values that threads share.
        .target(name: "Locks", swiftSettings: strict),

        // Machine: what the register needs from the computer that it runs on.
        .target(name: "CEmbeddedFiles"),
        .target(name: "EmbeddedDatabase", dependencies: ["Values", subprocess, systemPackage], swiftSettings: strict),
        .target(name: "EmbeddedFiles", dependencies: ["CEmbeddedFiles"], swiftSettings: strict),
        .testTarget(name: "EmbeddedDatabaseTests", dependencies: ["EmbeddedDatabase", "Locks", "Values"], swiftSettings: strict),
        .testTarget(name: "EmbeddedFilesTests", dependencies: ["EmbeddedFiles"], swiftSettings: strict),

        // PostgreSQL: libpq made asynchronous. Knows nothing of the product.
        .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(name: "Postgres", dependencies: ["CLibpq", "Locks", lifecycle, logging], swiftSettings: strict),
        .testTarget(
            name: "PostgresTests", dependencies: ["CLibpq", "Locks", "Postgres", "SeededRandom", lifecycle, logging], swiftSettings: strict),

        // Storage: statements and their decoding, migrations.
        .target(
            name: "Store", dependencies: ["Access", "Appraisal", "EmbeddedFiles", "Incubation", "Postgres", "Values", crypto],
            swiftSettings: strict),

        .testTarget(
            name: "StoreTests",
            dependencies: ["EmbeddedFiles", "Incubation", "Postgres", "SeededRandom", "Store", "TestDatabase", "Values"],
            swiftSettings: strict),

        // Providers of identities: OpenID Connect, as a client. Knows nothing of the product.
        .target(name: "OpenID", dependencies: ["Values", asyncHTTPClient, crypto, jwtKit, nioCore, nioHTTP1], swiftSettings: strict),
        .testTarget(name: "OpenIDTests", dependencies: ["OpenID", "TestIdentityProvider", "Values"], swiftSettings: strict),

        // What people can do: one use case, one file.
        .target(
            name: "Workflow",
            dependencies: [
                "Access", "Appraisal", "Incubation", "Locks", "OpenID", "Postgres", "Store", "Tabular", "Values", crypto, cryptoExtras,
            ], swiftSettings: strict),

        .testTarget(
            name: "WorkflowTests",
            dependencies: [
                "Access", "Appraisal", "EmbeddedFiles", "Incubation", "Locks", "OpenID", "Postgres", "SeededRandom", "Store", "Tabular",
                "TestDatabase", "TestIdentityProvider", "Values", "Workflow",
            ],
            swiftSettings: strict),

        // A database of its own for every test.
        .target(name: "TestDatabase", dependencies: ["Postgres", "Store", logging], path: "Tests/TestDatabase", swiftSettings: strict),

        // A provider of identities that does what a test tells it, on a port of this machine.
        .target(
            name: "TestIdentityProvider",
            dependencies: ["Locks", "Values", crypto, cryptoExtras, hummingbird, hummingbirdTesting, logging],
            path: "Tests/TestIdentityProvider", swiftSettings: strict),

        // HTTP: what every edge needs, whatever the subject, then JSON under /api/v1.
        .target(
            name: "HTTPSupport",
            dependencies: [
                "Access", "Locks", "Values", "Workflow", httpTypes, hummingbird, hummingbirdCore, logging, nioCore, nioHTTP1, nioHTTPTypes,
            ],
            swiftSettings: strict),
        .target(name: "COpenAPI"),
        .target(
            name: "WebAPI",
            dependencies: [
                "Access", "Appraisal", "COpenAPI", "HTTPSupport", "Incubation", "Values", "Workflow", httpTypes, hummingbird,
                hummingbirdCore,
            ],
            exclude: ["openapi.yaml"], swiftSettings: strict),
        // Tables that leave as spreadsheets: libxlsxwriter. Knows nothing of the product.
        .systemLibrary(name: "CXlsxwriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(name: "Spreadsheet", dependencies: ["CXlsxwriter"], swiftSettings: strict),
        .testTarget(name: "SpreadsheetTests", dependencies: ["Spreadsheet"], swiftSettings: strict),

        // Pages for the browser: templates and stylesheet lie beside the code and are compiled in.
        .target(name: "CWebPages"),
        .target(
            name: "WebPages",
            dependencies: [
                "Access", "Appraisal", "CWebPages", "HTTPSupport", "Incubation", "Spreadsheet", "Tabular", "Values", "Workflow", httpTypes,
                hummingbird, nioPosix,
            ],
            exclude: ["Assets", "Templates"], swiftSettings: strict),
        .testTarget(
            name: "HTTPSupportTests",
            dependencies: [
                "Access", "HTTPSupport", "Incubation", "Locks", "SeededRandom", "Values", "Workflow", httpTypes, hummingbird,
                hummingbirdCore, hummingbirdTesting, lifecycle, logging, nioCore, nioPosix,
            ], swiftSettings: strict),
        .testTarget(
            name: "WebAPITests",
            dependencies: [
                "Access", "Appraisal", "HTTPSupport", "Incubation", "Locks", "Postgres", "SeededRandom", "Store", "TestDatabase", "Values",
                "WebAPI", "Workflow", httpTypes, hummingbird, hummingbirdCore, hummingbirdTesting, logging, nioCore, yams,
            ], exclude: ["Permission/permissions.txt"], swiftSettings: strict),
        .testTarget(
            name: "WebPagesTests",
            dependencies: [
                "Access", "Appraisal", "HTTPSupport", "Incubation", "OpenID", "Postgres", "SeededRandom", "Store", "TestDatabase",
                "TestIdentityProvider", "Values", "WebPages", "Workflow", httpTypes, hummingbird, hummingbirdCore, hummingbirdTesting,
                logging, mustache, nioCore,
            ], swiftSettings: strict),

        // Command line: settings, words on the terminal, composition of everything below.
        .executableTarget(
            name: "incubator",
            dependencies: [
                "Access", "Appraisal", "EmbeddedDatabase", "EmbeddedFiles", "HTTPSupport", "Incubation", "Locks", "OpenID", "Postgres",
                "Store",
                "Tabular", "Values", "WebAPI", "WebPages", "Workflow", argumentParser, crypto, hummingbird, lifecycle, logging, nioCore,
                unixSignals,
            ], swiftSettings: strict),

        .testTarget(
            name: "CommandTests", dependencies: ["Access", "EmbeddedFiles", "Postgres", "TestDatabase", "Values", "Workflow", logging],
            exclude: ["Help", "Permission/commands.txt"], swiftSettings: strict),

        // Puts the database client under load beside pgbench; scripts/bench runs it.
        .executableTarget(
            name: "benchmark", dependencies: ["Appraisal", "Postgres", "Values", argumentParser, logging], swiftSettings: strict),

        // The import table of the modules.
        .testTarget(name: "LayeringTests", swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
