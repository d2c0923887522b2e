import Foundation
import Testing

/// The scripts of the README keep their contracts.
@Suite struct ScriptTests {
  private func run(_ words: String..., with variables: [String: String] = [:]) throws -> Shell {
    try Shell(words, in: Checkout.root, with: variables)
  }

  @Test func `Setup is silent when nothing is missing`() throws {
    let folder = try TemporaryFolder()
    for file in ["sqlite3.h", "yaml.h", "sodium.h"] {
      try folder.place("usr/include/\(file)")
    }
    try folder.place("usr/share/zoneinfo/UTC")
    let result = try run("scripts/setup", with: ["ACTA_SETUP_ROOT": folder.url.path])
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
  }

  @Test func `Setup names the packages it could not install and the command that does`() throws {
    let folder = try TemporaryFolder()
    try folder.program("apt-get", "echo E: no network; exit 100")
    try folder.place("usr/include/yaml.h")
    let result = try run(
      "scripts/setup", with: ["ACTA_SETUP_ROOT": folder.url.path, "PATH": folder.path])
    #expect(result.status == 69)
    let command = "As root, run: apt-get install libsqlite3-dev libsodium-dev tzdata"
    #expect(result.output.contains(command))
  }

  @Test func `Setup installs what is missing and nothing else`() throws {
    let folder = try TemporaryFolder()
    let files =
      "usr/include/sqlite3.h usr/include/yaml.h usr/include/sodium.h usr/share/zoneinfo/UTC"
    try folder.program(
      "apt-get",
      """
      cd "$ACTA_SETUP_ROOT"; echo "$@" >> asked
      mkdir -p usr/include usr/share/zoneinfo; touch \(files)
      """)
    try folder.program("id", "echo 0")
    let result = try run(
      "scripts/setup", with: ["ACTA_SETUP_ROOT": folder.url.path, "PATH": folder.path])
    let asked = try String(contentsOf: folder.url.appending(path: "asked"), encoding: .utf8)
    #expect(result.status == 0)
    #expect(asked.contains("libsqlite3-dev libyaml-dev libsodium-dev tzdata"))
  }

  @Test(arguments: [("5.10", "Swift 5.10 found"), ("6.1", "Swift 6.1 found")])
  func `Setup says where a newer toolchain comes from`(
    _ row: (version: String, message: String)
  ) throws {
    let folder = try TemporaryFolder()
    try folder.program(
      "swift", "echo Swift version \(row.version) '(swift-\(row.version)-RELEASE)'")
    let result = try run("scripts/setup", with: ["PATH": folder.path])
    #expect(result.status == 69)
    #expect(result.output.contains(row.message))
    #expect(result.output.contains("https://www.swift.org/install"))
  }

  @Test func `The demonstration refuses a folder that is not empty and touches nothing`() throws {
    let folder = try TemporaryFolder()
    try folder.place("mine")
    let result = try run("scripts/demo", folder.url.path)
    #expect(result.status == 73)
    #expect(result.output.contains("is not an empty folder"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["mine"])
  }

  @Test(arguments: [
    ["--long"], ["--seed"], ["--only"], ["--short", "bits"], ["--sanitize=memory"], ["--fuzz"],
    ["--fuzz", "cel", "soon"],
  ])
  func `Faults are brought about only when the line is right`(_ words: [String]) throws {
    let result = try Shell(["scripts/faults"] + words, in: Checkout.root)
    #expect(result.status == 64)
    #expect(result.output.contains("Usage: scripts/faults [--short]"))
  }

  /// `scripts/test` with other scripts that only say their names, and a `swift` that does what is given.
  private func checkout(swift: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.place("scripts/README")
    for name in ["setup", "lint", "faults"] {
      try folder.program("scripts/\(name)", "echo \(name) $*")
    }
    try folder.program("swift", swift)
    try FileManager.default.copyItem(
      at: Checkout.root.appending(path: "scripts/test"),
      to: folder.url.appending(path: "scripts/test"))
    return folder
  }

  @Test func `The faults come after the tests, whose summary is the last line`() throws {
    let folder = try checkout(
      swift: "echo swift $*; echo '✔ Test run with 1 test passed.' >&2")
    let variables = ["PATH": folder.path, "ACTA_ADMIN": "admin"]
    let result = try Shell(["scripts/test"], in: folder.url, with: variables)
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.contains("faults --short"))
    #expect(lines.last == "✔ Test run with 1 test passed.")
    let one = try Shell(["scripts/test", "Names"], in: folder.url, with: variables)
    #expect(one.status == 0 && !one.output.contains("faults"))
  }

  @Test func `What keeps the program from being built is told, and no test is run`() throws {
    let folder = try checkout(
      swift: """
        case "$*" in *release*) echo 'error: no such module'; exit 1 ;; esac
        echo swift $*
        """)
    let result = try Shell(
      ["scripts/test"], in: folder.url, with: ["PATH": folder.path, "ACTA_ADMIN": ""])
    #expect(result.status == 1)
    #expect(result.output.contains("error: no such module"))
    #expect(result.output.contains("swift build") && !result.output.contains("swift test"))
  }

  @Test func `Mutation finds operators, constants, conditions and statements`() throws {
    let result = try run("scripts/mutate", "--list", "--module", "Governance")
    #expect(result.status == 0)
    for kind in ["operator", "constant", "condition", "statement"] {
      #expect(result.output.contains(": \(kind)\n"))
    }
  }
}

extension TemporaryFolder {
  /// An empty file at a path below this folder.
  fileprivate func place(_ path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data().write(to: file)
  }
}
