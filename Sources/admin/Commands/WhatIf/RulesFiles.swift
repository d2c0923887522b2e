internal import EventStore
internal import Governance
internal import Plugins
internal import Values

/// The rules that a command is told to look at: a file's, or those in force.
enum RulesFiles {
  /// The rules of a plugin file; its warnings are told.
  ///
  /// - Throws: `file-missing`, and what is wrong with the file, each finding with its place.
  static func rules(at path: String, _ session: Session) throws -> Rules {
    guard FileBytes.exists(path) else { throw Failure(.fileMissing, ["path": .text(path)]) }
    let folder = RulesCommands.folder(of: path)
    let loaded = try PluginFile.load(
      path: path, templates: ["\(folder)/templates"], digest: EffectiveCommand.digest)
    let page = FindingPage(session.catalogue)
    for warning in loaded.warnings where session.globals.isVerbose {
      session.terminal.writeError(page.text(of: warning) + "\n")
    }
    return loaded.rules
  }

  /// The file named, else the draft of the network.
  static func path(_ name: String, in invocation: Invocation, _ session: Session) throws -> String {
    try invocation.text(name) ?? session.folder() + "/network.yaml"
  }
}
