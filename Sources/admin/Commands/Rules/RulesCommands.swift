internal import EventStore
internal import Plugins
internal import Publishing
internal import Values

/// The commands about the rules of a network: the draft, the templates, and what is in force.
enum RulesCommands {
  static let all = [
    lint, templates, template, show, EffectiveCommand.command, SchemaCommand.command,
  ]

  /// `admin lint`: looks for everything that is wrong with `network.yaml`.
  static let lint = Command(
    noun: "lint", verb: nil, group: .found, effect: .reads,
    parameters: [Parameter.positional("file").optional],
    examples: ["admin lint", "admin lint network.yaml --json"]
  ) { invocation, session in
    let findings = try findings(in: invocation, session)
    let page = FindingPage(session.catalogue)
    if session.globals.format.isForPrograms {
      let rows = findings.compactMap { page.json(of: $0).fields }
      try session.show(
        Listing(columns: ["file", "line", "column", "severity", "code", "what"], rows: rows))
    } else {
      for finding in findings { session.terminal.write(page.text(of: finding) + "\n") }
    }
    let errors = findings.filter { $0.severity == .error }.count
    session.say(
      "lint.summary", ["errors": .int(errors), "warnings": .int(findings.count - errors)])
    return errors > 0 ? .checkFailed : .done
  }

  private static func findings(
    in invocation: Invocation, _ session: Session
  ) throws -> [Plugins.Finding] {
    let path = try invocation.text("file") ?? session.folder() + "/network.yaml"
    guard FileBytes.exists(path) else { throw Failure(.fileMissing, ["path": .text(path)]) }
    do {
      let loaded = try PluginFile.load(
        trying: try YAMLFile.bytes(path), file: path, templates: [folder(of: path) + "/templates"])
      let findings = Findings()
      for warning in loaded.warnings { findings.add(warning.failure, as: warning.severity) }
      for warning in GuardLint.warnings(of: loaded.rules) { findings.add(warning, as: .warning) }
      _ = Trial.suite(of: loaded.tree, at: path, into: findings)
      return findings.sorted + LogWarnings(session).findings(of: loaded.rules, at: path)
    } catch let refused as PluginRefused {
      return refused.findings
    } catch let failure as Failure {
      let findings = Findings()
      findings.add(failure)
      return findings.sorted
    }
  }

  /// The folder in which a file stands.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  static let templates = Command(
    noun: "template", verb: "list", group: .found, effect: .reads, parameters: [],
    examples: ["admin template list", "admin template list --json"]
  ) { _, session in
    let isForPrograms = session.globals.format.isForPrograms
    let language = (isForPrograms ? .english : session.catalogue.language).rawValue
    let rows = PluginFile.templates().map { template in
      JSON.Fields([
        ("template", .text(template.name)), ("version", .text(template.version)),
        ("title", .text(template.title.text(in: language, else: ["en"]))),
        ("questions", .int(Int64(template.questions.count))),
      ])
    }
    try session.show(Listing(columns: ["template", "version", "title", "questions"], rows: rows))
    return .done
  }

  static let template = Command(
    noun: "template", verb: "show", group: .found, effect: .reads,
    parameters: [.positional("name")],
    examples: ["admin template show blank", "admin template show plenary-of-states"]
  ) { invocation, session in
    let name = try invocation.required("name")
    let known = PluginFile.templates()
    guard let template = known.first(where: { $0.name == name }) else {
      throw Failure(
        .templateUnknown,
        [
          "found": .text(name), "known": .list(known.map(\.name)),
          "nearest": .text(Suggestion.word(to: name, among: known.map(\.name)) ?? ""),
        ])
    }
    session.terminal.write(template.text)
    return .done
  }

  /// `admin rules show`: every clause in force, with where it comes from.
  static let show = Command(
    noun: "rules", verb: "show", group: .found, effect: .reads,
    parameters: [.flag("assumptions")],
    examples: ["admin rules show", "admin rules show --assumptions --as-of 2026-06-30"]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let rules = try RulesInForceReader(log).resolved(on: session.day(in: log))
    var rows = ClauseListing.rows(of: rules)
    if invocation.has("assumptions") { rows = rows.filter { $0["source"] == "assumption" } }
    try session.show(
      Listing(
        columns: ["clause", "source", "value"], rows: rows,
        fields: ["clause", "source", "basis", "value"]))
    return .done
  }
}
