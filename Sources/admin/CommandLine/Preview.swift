/// What an act would do, as the page shows it on which a person checks the answers.
struct Preview: Equatable, Sendable {
  var lines: [String] = []
  /// Whether the act would be refused as it stands; there is nothing to confirm then.
  var isRefused = false
}
