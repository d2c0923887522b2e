internal import Values

extension Command {
  /// `admin version`: which release this is.
  static let version = Command(
    noun: "version", verb: nil, group: .run, effect: .reads, parameters: [],
    examples: ["admin version", "admin version --json"]
  ) { _, session in
    try session.show(["name": "admin", "version": .text(release)])
    return .done
  }

  /// The release as `CHANGELOG.md` counts it.
  private static let release = "0.1.0"
}
