internal import Governance
internal import Plugins
internal import Values

/// A plugin that is being tried: its rules and its worked cases.
struct Trial {
  let loaded: Loaded
  let suite: CaseSuite

  /// Reads a plugin, or a template, and the cases in it and beside it.
  ///
  /// - Parameter path: The plugin's file; `cases.yaml` stands beside `network.yaml`, and `X.cases.yaml`
  ///   beside any other `X.yaml`.
  /// - Returns: The rules with their cases, none of them tried yet.
  /// - Throws: All that was found in the rules, else in the cases.
  static func read(_ path: String) throws -> Trial {
    let folder = RulesCommands.folder(of: path)
    let loaded = try PluginFile.load(
      trying: try YAMLFile.bytes(path), file: path, templates: [folder + "/templates"])
    return try with(loaded, at: path)
  }

  /// The cases of a plugin that has been loaded.
  static func with(_ loaded: Loaded, at path: String) throws -> Trial {
    let findings = Findings()
    let suite = suite(of: loaded.tree, at: path, into: findings)
    guard !findings.hasErrors else { throw PluginRefused(findings) }
    return Trial(loaded: loaded, suite: suite)
  }

  /// The cases of a plugin as far as they can be read, with every fault collected.
  static func suite(of tree: Node, at path: String, into findings: Findings) -> CaseSuite {
    var trees = [tree]
    let beside = casesFile(beside: path)
    if FileBytes.exists(beside) {
      let reading = findings.collect { () throws(Failure) in try YAMLFile.reading(beside) }
      for failure in reading?.failures ?? [] { findings.add(failure) }
      if let node = reading?.node { trees.append(node) }
    }
    return CaseSuite(CaseBook(trees, into: findings), into: findings)
  }

  /// Where the cases of a plugin stand that are not in it.
  static func casesFile(beside path: String) -> String {
    let folder = RulesCommands.folder(of: path)
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    guard name != "network.yaml" else { return "\(folder)/cases.yaml" }
    let stem = name.hasSuffix(".yaml") ? String(name.dropLast(".yaml".count)) : name
    return "\(folder)/\(stem).cases.yaml"
  }

  /// Tries every case.
  func report() throws -> CaseReport {
    var runner = CaseRunner(loaded.rules, suite)
    return try runner.run()
  }
}
