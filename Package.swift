// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same settings; CONTRIBUTING.md says why each is on.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// How the modules are optimized that tests are built for: not at all, `files` one by one, or `whole` modules.
///
/// Tests of optimized modules take a third of the time. A whole module is compiled in half the time of its files, and after
/// each change anew: right for scripts/test, wrong for scripts/mutate. A debug build wants an object for each file, which two
/// threads make.
let optimizing: [SwiftSetting] =
  switch Context.environment["ACTA_OPTIMIZED"] {
  case "whole": [.unsafeFlags(["-O", "-wmo", "-num-threads", "2"])]
  case "files": [.unsafeFlags(["-O"])]
  default: []
  }
let moduleSettings = settings + optimizing

let modules: [Target] = [
  .target(name: "Values", dependencies: ["CTexts"], swiftSettings: moduleSettings),
  .target(
    name: "EventStore", dependencies: ["Values", "CSQLite", "CGather", "CSodium", "CFutex"],
    swiftSettings: moduleSettings),
  .target(name: "Plugins", dependencies: ["Values", "CYAML"], swiftSettings: moduleSettings),
  .target(
    name: "Governance", dependencies: ["Values", "EventStore", "Plugins"],
    swiftSettings: moduleSettings),
  .target(
    name: "Projections", dependencies: ["Values", "EventStore", "Plugins", "Governance"],
    swiftSettings: moduleSettings),
  .target(
    name: "Publishing", dependencies: ["Values", "Plugins", "Governance"],
    swiftSettings: moduleSettings),
  .executableTarget(
    name: "admin",
    dependencies: ["Values", "EventStore", "Plugins", "Governance", "Projections", "Publishing"],
    swiftSettings: moduleSettings,
    // A third of a cold start was the binding of names in shared libraries; docs/performance.md.
    linkerSettings: [.unsafeFlags(["-static-executable"], .when(configuration: .release))]),
]

let systemLibraries: [Target] = [
  .systemLibrary(name: "CSQLite", path: "Sources/System/CSQLite"),
  .systemLibrary(name: "CYAML", path: "Sources/System/CYAML"),
  .systemLibrary(name: "CSodium", path: "Sources/System/CSodium"),
  .systemLibrary(name: "CFutex", path: "Sources/System/CFutex"),
  .target(
    name: "CGather", path: "Sources/System/CGather", linkerSettings: [.linkedLibrary("sqlite3")]),
  .target(name: "CTexts", path: "Sources/System/CTexts", exclude: ["texts"]),
]

let tests: [Target] = [
  .target(
    name: "TestKit", dependencies: ["Values", "EventStore", "Plugins", "Governance"],
    path: "Tests/TestKit", swiftSettings: settings),
  .testTarget(name: "ValuesTests", dependencies: ["Values", "TestKit"], swiftSettings: settings),
  .target(
    name: "CFaultVFS", path: "Tests/Support/CFaultVFS",
    linkerSettings: [.linkedLibrary("sqlite3")]),
  .testTarget(
    name: "EventStoreTests",
    dependencies: ["EventStore", "Values", "TestKit", "CFaultVFS", "CGather", "CSQLite"],
    exclude: ["verify_chain.py", "verify_note.py", "list_archive.py", "Corpus"],
    swiftSettings: settings),
  .executableTarget(
    name: "acta-bench", dependencies: ["EventStore", "Governance", "Plugins", "Values"],
    path: "Tests/Bench",
    exclude: [
      "store.c", "cold.c", "member-list.sql", "plan-meeting.sql", "rules.py", "peer.py",
      "network.sh",
    ],
    swiftSettings: settings,
    // As `admin` is linked, which it stands for.
    linkerSettings: [.unsafeFlags(["-static-executable"], .when(configuration: .release))]),
  .executableTarget(
    name: "acta-faults",
    dependencies: ["CFaultVFS", "EventStore", "Governance", "Plugins", "Values"],
    path: "Tests/Faults", swiftSettings: settings),
  .testTarget(
    name: "PluginsTests", dependencies: ["Plugins", "Values", "TestKit"], swiftSettings: settings),
  .testTarget(
    name: "GovernanceTests",
    dependencies: ["Governance", "Plugins", "EventStore", "Values", "TestKit"],
    exclude: ["Golden", "GoldenHistory"], swiftSettings: settings),
  .testTarget(
    name: "ProjectionsTests",
    dependencies: ["Projections", "Governance", "Plugins", "EventStore", "Values", "TestKit"],
    swiftSettings: settings),
  .testTarget(
    name: "PublishingTests",
    dependencies: ["Publishing", "Governance", "Plugins", "Values", "TestKit"],
    swiftSettings: settings),
  .testTarget(
    name: "AdminTests",
    dependencies: [
      "admin", "Publishing", "Projections", "EventStore", "Governance", "Plugins", "Values",
      "TestKit",
    ],
    exclude: ["Golden"], swiftSettings: settings),
  .executableTarget(
    name: "cel-conformance", dependencies: ["Plugins", "Values"], path: "Tests/Conformance",
    swiftSettings: settings),
  .testTarget(
    name: "EndToEndTests", dependencies: ["admin", "cel-conformance", "Values", "TestKit"],
    exclude: ["Cycle", "PublicLife", "Rehearsal"],
    swiftSettings: settings),
  .testTarget(
    name: "ProjectTests",
    dependencies: ["admin", "Governance", "Plugins", "Projections", "Values"],
    swiftSettings: settings
  ),
]

let package = Package(
  name: "Acta",
  products: [.executable(name: "admin", targets: ["admin"])],
  targets: modules + systemLibraries + tests
)
