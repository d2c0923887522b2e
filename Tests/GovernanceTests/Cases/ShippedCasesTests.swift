import Foundation
import Governance
import Plugins
import Testing
import Values

/// The templates and the networks keep what their cases promise, and the cases hold their values.
@Suite struct ShippedCasesTests {
  static let policies = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "policies")

  static let networks = ["ejcn", "ciberred", "forum-cibercrime"]

  private struct Tried {
    let loaded: Loaded
    let suite: CaseSuite

    func report() throws -> CaseReport {
      var runner = CaseRunner(loaded.rules, suite)
      return try runner.run()
    }
  }

  private static func template(_ name: String) throws -> Tried {
    let template = try PluginFile.template(named: name)
    let loaded = try PluginFile.load(trying: Array(template.text.utf8), file: template.name)
    return try tried(loaded, [loaded.tree])
  }

  private static func network(_ name: String) throws -> Tried {
    let folder = policies.appending(path: "networks")
    let loaded = try PluginFile.load(path: folder.appending(path: "\(name).yaml").path)
    let beside = try YAMLFile.read(folder.appending(path: "\(name).cases.yaml").path)
    return try tried(loaded, [loaded.tree, beside])
  }

  private static func tried(_ loaded: Loaded, _ trees: [Node]) throws -> Tried {
    let findings = Findings()
    let suite = CaseSuite(CaseBook(trees, into: findings), into: findings)
    try #require(findings.all == [], "\(findings.all)")
    return Tried(loaded: loaded, suite: suite)
  }

  @Test(arguments: PluginFile.templates().map(\.name))
  func `A template passes its cases, which come upon every rule`(_ name: String) throws {
    let report = try Self.template(name).report()
    #expect(report.results.count >= 10)
    #expect(report.failed.map(\.worked.name) == [])
    #expect(report.coverage.missed == [])
  }

  @Test(arguments: networks)
  func `A network passes its cases, which come upon every rule`(_ network: String) throws {
    let report = try Self.network(network).report()
    #expect(report.results.count >= 10)
    #expect(report.failed.map(\.worked.name) == [])
    #expect(report.coverage.missed == [])
  }
}
