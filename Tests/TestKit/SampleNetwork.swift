package import EventStore
package import Governance
package import Values

/// A founded network in a folder of its own, for tests that need the log.
package struct SampleNetwork {
  package static let now = Instant("2026-11-23T09:00:00Z") ?? Instant(microseconds: 0)
  package static let today = now.day

  package let folder: TemporaryFolder
  package let log: Log
  package var registrar: Registrar { Registrar(log) }

  /// Founds a network under rules that decide like `Rules.sample`, effective 2016-06-09.
  ///
  /// - Parameter written: Further keys of the plugin, such as `guards:`, as YAML.
  /// - Throws: What is wrong with those keys.
  package init(adding written: String = "") throws {
    try self.init(
      under: written.isEmpty ? SampleRules.document : SampleRules.document(adding: written))
  }

  /// Founds a network under other rules.
  ///
  /// - Throws: What is wrong with them.
  package init(under rules: JSON) throws {
    folder = try TemporaryFolder()
    log = try Log.create(in: folder.path, now: Self.now)
    try record("network found", ["rules": [rules.canonicalText]], key: "founding")
  }

  /// Records an act; its key makes the command id.
  @discardableResult
  package func record(
    _ act: String, _ fields: [String: [String]], on day: String = "2026-11-23", key: String? = nil,
    mode: Registrar.Mode = .recording, as actor: String = "secretariat"
  ) throws -> Answer {
    guard let command = ActCatalogue.command(named: act), let effective = PartialDay(day) else {
      throw Failure(.actUnknown, ["act": .text(act)])
    }
    let request = ActRequest(
      id: key.map { CommandID($0) } ?? .random(), input: try ActInput(command.kind, fields),
      actor: actor, effective: effective, today: Self.today)
    return try registrar.record(request, now: Self.now, mode: mode)
  }
}
