/// All commands, found by noun and verb.
struct CommandTree: Sendable {
  let commands: [Command]

  /// The nouns in the order in which they first stand.
  var nouns: [String] {
    var seen: Set<String> = []
    return commands.map(\.noun).filter { seen.insert($0).inserted }
  }

  /// The verbs of a noun; empty for a command of one word and for what is no noun.
  func verbs(of noun: String) -> [String] {
    commands.filter { $0.noun == noun }.compactMap(\.verb)
  }

  func command(_ noun: String, _ verb: String?) -> Command? {
    commands.first { $0.noun == noun && $0.verb == verb }
  }

  func hasOption(_ name: String) -> Bool {
    commands.contains { command in command.options.contains { $0.name == name } }
  }
}
