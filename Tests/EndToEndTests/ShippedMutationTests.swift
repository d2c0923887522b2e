import Foundation
import Testing
import Values

/// The cases of the shipped rules hold their values: changed ones are noticed, as `admin test --mutate` tells.
///
/// They are run with the program, which is many times as quick at it as the tests are.
@Suite struct ShippedMutationTests {
  /// What is said of the changes of one file.
  private static func report(_ file: String) throws -> JSON {
    let outcome = try Program.run(["test", "\(Program.policies)/\(file)", "--mutate", "--json"])
    try #require(outcome.status == 0, "\(outcome.talk)")
    return try #require(try outcome.json["mutation"])
  }

  private static func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(Program.policies)/\(folder)")
      .filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".cases.yaml") }.sorted()
      .map { "\(folder)/\($0)" }
  }

  private static func survivors(_ report: JSON) -> [String] {
    (report["survivors"]?.list ?? []).map { change in
      let sides = ["path", "from", "to"].map { change[$0]?.text ?? "" }
      return "\(sides[0]): \(sides[1]) to \(sides[2])"
    }
  }

  @Test func `There are six templates and three networks to look at`() throws {
    #expect(try Self.files(in: "templates").count == 6)
    #expect(try Self.files(in: "networks").count == 3)
  }

  @Test(arguments: try files(in: "templates"))
  func `Of the changes of a template 85 per cent are noticed, and the rest is justified`(
    _ file: String
  ) throws {
    let report = try Self.report(file)
    let tried = try #require(report["tried"]?.int)
    #expect(tried > 10)
    #expect(try #require(report["killed"]?.int) * 100 >= tried * 85)
    let page = try String(
      contentsOf: Program.root.appending(path: "docs/mutation.md"), encoding: .utf8)
    for survivor in report["survivors"]?.list ?? [] {
      let path = try #require(survivor["path"]?.text)
      #expect(page.contains("`\(path)`"), "\(Self.survivors(report))")
    }
  }

  @Test(arguments: try files(in: "networks"))
  func `Of the changes of a network at least 85 per cent are noticed`(_ file: String) throws {
    let report = try Self.report(file)
    let tried = try #require(report["tried"]?.int)
    #expect(
      try #require(report["killed"]?.int) * 100 >= tried * 85, "\(Self.survivors(report))")
  }
}
