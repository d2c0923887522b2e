import EventStore
import Foundation
import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import Projections

/// One of the three networks with its public past, imported into a log of its own.
struct ImportedNetwork {
  let folder: TemporaryFolder
  let log: Log

  init(_ network: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "policies")
    let rules = try PluginFile.load(
      path: root.appending(path: "networks/\(network).yaml").path,
      templates: [root.appending(path: "templates").path]
    ).rules
    folder = try TemporaryFolder()
    log = try Log.create(in: folder.path, now: SampleNetwork.now)
    try found(rules)
    try record(Data(contentsOf: root.appending(path: "histories/\(network).yaml")))
  }

  /// Guards and obligations count days by the zone of the rules; UTC for all moves none of these days.
  private static let zones = ZoneSource { _ in .utc }

  private var registrar: Registrar { Registrar(log, zones: Self.zones) }

  private func found(_ rules: Rules) throws {
    let founding = try #require(ActCatalogue.command(named: "network found"))
    let request = ActRequest(
      id: CommandID("founding"),
      input: try ActInput(founding.kind, ["rules": [rules.resolved.canonicalText]]),
      actor: "secretariat", effective: rules.founding.on, today: SampleNetwork.today)
    #expect(try registrar.record(request, now: SampleNetwork.now).verdict != .refused)
  }

  private func record(_ bytes: Data) throws {
    let findings = Findings()
    let entries = ImportFile.read(Array(bytes), file: "history.yaml", into: findings)
    #expect(!findings.hasErrors)
    let header = ImportHeader(actor: "secretariat", today: SampleNetwork.today) {
      CommandID("import-\($0)")
    }
    _ = try registrar.record(entries, under: header, now: SampleNetwork.now)
  }

  func rows(_ noun: String, on day: String) throws -> [Row] {
    let view = try #require(ViewCatalogue.view(noun))
    let views = try Views.open(for: log)
    views.zones = Self.zones
    return try view.rows(views, try #require(Day(day)))
  }
}
