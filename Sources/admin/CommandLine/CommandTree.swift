/// All commands, found by noun and verb.
///
/// The commands of acts are more than half, each with its fields: they are made when somebody asks for one that is none
/// of the others, so that a reading command does not wait for them.
struct CommandTree: Sendable {
  private let before: [Command]
  private let acts: @Sendable () -> [Command]
  private let after: [Command]

  init(commands: [Command]) { self.init(before: commands, acts: { [] }, after: []) }

  /// In the order of the overview; each command of an act is of two words.
  init(before: [Command], acts: @escaping @Sendable () -> [Command], after: [Command]) {
    (self.before, self.acts, self.after) = (before, acts, after)
  }

  /// In the order of the overview.
  var commands: [Command] { before + acts() + after }

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
    let others =
      before.first { $0.noun == noun && $0.verb == verb }
      ?? after.first { $0.noun == noun && $0.verb == verb }
    guard others == nil, verb != nil else { return others }
    return acts().first { $0.noun == noun && $0.verb == verb }
  }

  func hasNoun(_ noun: String) -> Bool {
    before.contains { $0.noun == noun } || after.contains { $0.noun == noun }
      || acts().contains { $0.noun == noun }
  }

  func hasOption(_ name: String) -> Bool {
    commands.contains { command in command.options.contains { $0.name == name } }
  }
}
