internal import EventStore
internal import Governance
internal import Plugins
internal import Values

/// What the log beside a plugin file says about the rules in it; never a reason for `lint` to fail.
struct LogWarnings {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// The warnings, each at the key that it is about; none for a file that stands alone.
  ///
  /// A log that cannot be read is told, and the file is checked all the same.
  func findings(of rules: Rules, at path: String) -> [Plugins.Finding] {
    let folder = RulesCommands.folder(of: path)
    guard FileBytes.exists("\(folder)/log.db") else { return [] }
    do {
      let log = try Log.open(in: folder, for: .reading)
      defer { log.close() }
      guard let zone = try log.zoneName() else { return [] }
      let today = try Circumstances(session, zone: zone).today
      let warnings = try RulesOutlook.warnings(of: rules, on: log, today: today)
      return warnings.isEmpty ? [] : placed(warnings, in: KeyPlaces(path: path))
    } catch {
      session.say("lint.log-unread", ["folder": .text(folder)])
      return []
    }
  }

  private func placed(
    _ warnings: [RulesOutlook.Warning], in places: KeyPlaces
  ) -> [Plugins.Finding] {
    warnings.map { warning in
      var failure = warning.failure
      failure.place = places.place(of: warning.path)
      return Plugins.Finding(.warning, failure)
    }
  }
}
