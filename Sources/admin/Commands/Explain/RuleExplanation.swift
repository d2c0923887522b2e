internal import EventStore
internal import Plugins
internal import Publishing
internal import Values

/// `admin explain KEY`: a key of the rules, or one of the network's own guards.
struct RuleExplanation {
  private let session: Session
  private let rules: Rules
  /// Which rules these are, in words.
  private let origin: String

  /// The rules in force on the day asked for.
  ///
  /// - Throws: `rules-missing` before the first rules came into force.
  init(_ session: Session, in log: Log) throws {
    let day = try session.day(in: log)
    self.session = session
    rules = try PluginFile.load(
      resolved: try RulesInForceReader(log).resolved(on: day), isAdopted: true)
    origin = session.catalogue.text(
      "explain.key.in-force", ["version": .text(rules.version), "day": .day(day)])
  }

  /// The draft of a network that is not founded.
  init(_ session: Session, draft path: String) throws {
    self.session = session
    rules = try RulesFiles.rules(at: path, session)
    origin = session.catalogue.text("explain.key.draft", ["version": .text(rules.version)])
  }

  /// Every name that can be asked for.
  var names: [String] { RuleKey.names(in: rules) }

  /// Tells a guard or a key of the rules.
  ///
  /// - Returns: False when the rules have nothing of that name, and then nothing is told.
  func tell(_ name: String) -> Bool {
    if let rule = rules.guards.first(where: { $0.id == name }) {
      show(json(of: rule), lines(of: rule))
    } else if let key = RuleKey(name, in: rules) {
      show(json(of: key), lines(of: key))
    } else {
      return false
    }
    return true
  }

  private func show(_ json: JSON, _ lines: [String]) {
    if session.globals.format.isForPrograms {
      session.terminal.write(json.pretty + "\n")
    } else {
      session.terminal.write((lines + ["  " + origin]).map { Visible.text($0) + "\n" }.joined())
    }
  }

  // MARK: A guard of the network's own

  /// As it stands in the plugin, with its templates merged in.
  private func json(of rule: GuardRule) -> JSON {
    let written = rules.resolved["guards"]?.list?.first { $0["id"]?.text == rule.id }
    var fields = JSON.Fields([("guard", .text(rule.id)), ("rules", .text(rules.version))])
    for field in written?.fields?.members ?? [] where field.name != "id" {
      fields[field.name] = field.value
    }
    fields["severity"] = .text(rule.severity.rawValue)
    fields["basis"] = basis(of: rule.clause.source.key)
    return .object(fields)
  }

  private func lines(of rule: GuardRule) -> [String] {
    let message = rule.message.text(
      in: session.catalogue.language.rawValue, else: rules.languages)
    let values = rule.values.map { "    \($0.name): \($0.expression.text)" }
    let waiver = rule.waiver.map { waiver in
      "  waiver: {by: [\(waiver.by.joined(separator: ", "))], reason: \(waiver.reason.rawValue)}"
    }
    let title = rule.title?.text(in: session.catalogue.language.rawValue, else: rules.languages)
    var lines = [rule.id] + [title, message].compactMap(\.self).map { "  \($0)" }
    lines += yaml(rule.on, rule.when?.text, rule.require.text, rule.severity, indent: "  ")
    if !values.isEmpty { lines += ["  values:"] + values }
    if let waiver { lines.append(waiver) }
    lines.append(clause(rule.clause.id, rule.clause.source.key))
    return lines
  }

  private func yaml(
    _ types: [String], _ when: String?, _ require: String, _ severity: GuardRule.Severity,
    indent: String
  ) -> [String] {
    var lines = ["on: [\(types.joined(separator: ", "))]"]
    if let when { lines.append("when: \(when)") }
    lines += ["require: \(require)", "severity: \(severity.rawValue)"]
    return lines.map { indent + $0 }
  }

  // MARK: A key

  private func json(of key: RuleKey) -> JSON {
    .object(compacting: [
      ("key", .text(key.path)), ("rules", .text(rules.version)),
      ("means", key.meaning.map { .text($0) }), ("value", key.value ?? .null),
      ("clause", key.clause.map { .text($0) }), ("source", key.source.map { .text($0) }),
      ("basis", key.source.flatMap(basis)), ("events", .texts(key.events)),
      ("uses", .texts(key.uses)), ("guards", .list(key.guards.map(\.json))),
      ("no_guard", key.unguarded.map { .text($0.rawValue) }),
    ])
  }

  private func lines(of key: RuleKey) -> [String] {
    var lines = [key.path]
    if let name = key.name { lines.append("  \(session.catalogue.text("format-key.\(name)"))") }
    lines.append(value(of: key))
    if let clause = key.clause { lines.append(self.clause(clause, key.source ?? "")) }
    if !key.uses.isEmpty { lines.append(told("uses", ["keys": .list(key.uses)])) }
    if !key.events.isEmpty { lines.append(told("events", ["events": .list(key.events)])) }
    for item in key.guards {
      lines.append(told("guard"))
      lines += yaml(item.on, item.when?.text, item.require.text, item.severity, indent: "    ")
    }
    if let reason = key.unguarded { lines.append(told("no-guard.\(reason.rawValue)")) }
    return lines
  }

  private func value(of key: RuleKey) -> String {
    guard let value = key.value else { return told("unset") }
    return told("value", ["value": .text(value.text ?? value.canonicalText)])
  }

  private func clause(_ id: String, _ source: String) -> String {
    let page = RefusalPage(session.catalogue, basis: rules.basis)
    return told("rule", ["rule": .text(id), "source": .text(page.text(ofSource: source))])
  }

  private func basis(of source: String) -> JSON? { rules.basis[source].map { .text($0) } }

  private func told(_ name: String, _ values: [String: Failure.Value] = [:]) -> String {
    "  " + session.catalogue.text("explain.key.\(name)", values)
  }
}
