import Foundation
import TestKit
import Testing

/// The runner of the conformance suite, run as a process over a small suite of our own.
@Suite struct ConformanceTests {
  private static let runner: String = {
    let tests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let beside = tests.appending(path: "cel-conformance").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return Program.root.appending(path: ".build/debug/cel-conformance").path
  }()

  /// Runs a suite of tests, each given as the members of a JSON object.
  private func run(_ tests: [String]) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    let objects = tests.enumerated().map { place, members in
      let scope = members.contains("\"scope\"") ? "" : ", \"scope\": \"core\""
      return "{\"id\": \"own/\(place + 1)\", \(members)\(scope)}"
    }
    let text = "{\"tests\": [\(objects.joined(separator: ", "))]}"
    try Data(text.utf8).write(to: URL(filePath: folder.path + "/own.json"))
    return try Program.run([folder.path], program: Self.runner)
  }

  private static let truth = #""expect": {"value": {"type": "bool", "value": true}}"#

  @Test func `A suite that passes ends with 0 and its counts`() throws {
    let outcome = try run([
      #""expr": "1 + 1 == 2", \#(Self.truth)"#,
      #""expr": "x > 1", "typeEnv": [{"name": "x", "kind": "variable", "type": "int"}], "bindings": {"x": {"value": {"type": "int", "value": "2"}}}, \#(Self.truth)"#,
      #""expr": "1 / 0", "expect": {"errors": ["divide by zero"]}"#,
      #""expr": "1 + 'a'", "expect": {"errors": ["no overload"]}"#,
      #""expr": "[[1]]", "checkOnly": true, "expect": {"deducedType": "list(list(int))"}"#,
      #""expr": "x || true", "disableCheck": true, \#(Self.truth)"#,
      #""expr": "y", "container": "a", "typeEnv": [{"name": "a.y", "kind": "variable", "type": "bool"}], "bindings": {"a.y": {"value": {"type": "bool", "value": true}}}, \#(Self.truth)"#,
    ])
    #expect(outcome.output == "7 passed, 0 failed, 0 skipped\n")
    #expect(outcome.status == 0)
    #expect(outcome.talk.isEmpty)
  }

  @Test func `A failure is named with its expression, what was expected and what came`() throws {
    let outcome = try run([
      #""expr": "1 + 1", "expect": {"value": {"type": "uint", "value": "2"}}"#,
      #""expr": "true", \#(Self.truth)"#,
    ])
    #expect(
      outcome.output == """
        own/1
          expression  1 + 1
          expected    uint 2
          got         int 2 of the kind int
        1 passed, 1 failed, 0 skipped

        """)
    #expect(outcome.status == 1)
  }

  @Test(arguments: [
    (#""expr": "true", "expect": {"errors": ["no"]}"#, "an error", "bool true of the kind bool"),
    (
      #""expr": "[1]", "checkOnly": true, "expect": {"deducedType": "list(uint)"}"#,
      "the kind list(uint)", "of the kind list(int)"
    ),
    (
      #""expr": "{1: 2}", "expect": {"value": {"type": "map", "value": []}}"#, "map {}",
      "map {int 1: int 2} of the kind map(int, int)"
    ),
    (
      #""expr": "0.0", "expect": {"value": {"type": "int", "value": "0"}}"#, "int 0",
      "double 0.0 of the kind double"
    ),
    (
      #""expr": "'a'", "expect": {"value": {"type": "bytes", "value": "YQ=="}}"#, "bytes [97]",
      "string \"a\" of the kind string"
    ),
    (
      #""expr": "duration('1s')", "expect": {"value": {"type": "null"}}"#, "null",
      "duration 1000000000 ns of the kind duration"
    ),
    (
      #""expr": "int", "expect": {"value": {"type": "type", "value": "uint"}}"#, "type uint",
      "type int of the kind type(int)"
    ),
    (
      #""expr": "[optional.none()]", "expect": {"value": {"type": "list", "value": []}}"#,
      "list []", "list [optional none] of the kind list(optional_type(dyn))"
    ),
  ])
  func `A result of another type or value is a failure`(
    _ row: (test: String, expected: String, got: String)
  ) throws {
    let outcome = try run([row.test])
    #expect(outcome.output.contains("\n  expected    \(row.expected)\n  got         \(row.got)\n"))
    #expect(outcome.output.hasSuffix("\n0 passed, 1 failed, 0 skipped\n"))
    #expect(outcome.status == 1)
  }

  @Test func `What is out of scope is left out and counted by reason`() throws {
    let outcome = try run([
      #""expr": "M{}", "scope": "protobuf", \#(Self.truth)"#,
      #""expr": "N{}", "scope": "protobuf", \#(Self.truth)"#,
      #""expr": "ip('::1') != ip('::2')", "scope": "extension", "extensions": ["network"], \#(Self.truth)"#,
      #""expr": "cel.block([1], true)", "scope": "extension", "extensions": ["block"], \#(Self.truth)"#,
      #""expr": "math.abs(-1) == 1", "scope": "extension", "extensions": ["math"], \#(Self.truth)"#,
    ])
    #expect(
      outcome.output == """
        1 left out: block
        1 left out: network
        2 left out: protobuf
        1 passed, 0 failed, 4 skipped

        """)
  }

  @Test func `A NaN matches a NaN, and maps match in any order`() throws {
    let outcome = try run([
      #""expr": "0.0 / 0.0", "expect": {"value": {"type": "double", "value": "NaN"}}"#,
      #""expr": "{'a': 1, 'b': [null]}", "expect": {"value": {"type": "map", "value": [[{"type": "string", "value": "b"}, {"type": "list", "value": [{"type": "null"}]}], [{"type": "string", "value": "a"}, {"type": "int", "value": "1"}]]}}"#,
    ])
    #expect(outcome.output == "2 passed, 0 failed, 0 skipped\n")
  }

  @Test func `Without a folder the runner says so`() throws {
    let missing = try Program.run(["nowhere/at/all"], program: Self.runner)
    #expect(missing.status == 66)
    #expect(missing.output.isEmpty)
    #expect(missing.talk.contains("nowhere/at/all"))
    let nothing = try Program.run([], program: Self.runner)
    #expect(nothing.status == 64)
    #expect(nothing.talk.hasPrefix("Usage: "))
  }

  @Test func `A file that is no JSON is named`() throws {
    let folder = try TemporaryFolder()
    try Data("{".utf8).write(to: URL(filePath: folder.path + "/broken.json"))
    let outcome = try Program.run([folder.path], program: Self.runner)
    #expect(outcome.status == 65)
    #expect(outcome.talk.contains("broken.json"))
  }
}
