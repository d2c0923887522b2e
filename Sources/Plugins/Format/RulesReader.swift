internal import Values

/// Reads the rules from the tree of a whole plugin: template merged in, or out of the log.
struct RulesReader {
  /// The format that this program reads.
  static let format = "plugin/1"

  /// - Parameters:
  ///   - node: The whole plugin, without `extends`.
  ///   - settings: Values of parameters that acts have set, as a plugin writes them.
  ///   - checksExpressions: Whether their types are checked too; not for rules that were adopted.
  ///   - findings: Takes every fault; the result is nil when there is one that matters.
  /// - Returns: The rules; they hold only when no error has been noted.
  static func rules(
    from node: Node, settings: [String: String] = [:], checksExpressions: Bool = true,
    findings: Findings
  ) -> Rules? {
    let context = RulesContext(findings: findings, settings: settings)
    let rules = Section.read(node, path: "", in: context) { section in
      checkFormat(&section)
      return Self.rules(&section, resolved: sorted(node.json))
    }
    if checksExpressions, let rules { ExpressionCheck.run(rules, findings) }
    context.warnOfUncitedBasis()
    return findings.hasErrors ? nil : rules
  }

  /// The same value with its members in canonical order, as the log gives it back.
  static func sorted(_ json: JSON) -> JSON {
    switch json {
    case .list(let values): .list(values.map(sorted))
    case .object(let fields):
      .object(
        JSON.Fields(
          distinct: fields.members.map { .init(name: $0.name, value: sorted($0.value)) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }))
    case .null, .bool, .int, .text: json
    }
  }

  private static func checkFormat(_ section: inout Section) {
    guard let found = section.required("format", .text), found != format else { return }
    section.note(
      Failure(
        .formatUnknown, ["found": .text(found), "expected": .text(format)],
        at: section.place(of: "format")))
  }

  private static func rules(_ section: inout Section, resolved: JSON) -> Rules? {
    let id = section.required("id", .slug)
    let version = section.required("version", .version)
    let template = section.optional("template", .text)
    let languages = languages(&section)
    let zone = section.required("timezone", .zone)
    let since = section.required("recording_since", .day)
    let title = section.localText("title")
    let inProgress = section.optional("in_progress", Form<InProgress>.choice)
    readBasis(&section)
    let twoPersons = section.optionalSection("two_persons") { Self.twoPersons(&$0) }
    let parameters = readParameters(&section)
    let founding = section.section("founding") { Self.founding(&$0) }
    let calendar = section.optionalSection("calendar") { CalendarReader.calendar(&$0) }
    for key in CaseBook.keys { _ = section.node(key) }
    let parts = section.section("governance", path: "") { section in
      GovernanceReader.parts(&section)
    }
    guard let id, let version, let languages, let zone, let since, let title, let founding,
      let parts
    else {
      section.ignore(WrittenReader.keys)
      return nil
    }
    var rules = Rules(
      id: id, version: version, template: template, languages: languages, zone: zone,
      recordingSince: since, title: title, basis: section.context.basisTexts,
      founding: founding, membership: parts.membership, seats: parts.seats, bodies: parts.bodies,
      series: parts.series, programme: parts.programme, subgroups: parts.subgroups,
      outputs: parts.outputs, inProgress: inProgress ?? .keep, resolved: resolved)
    rules.calendar = calendar ?? .usual
    take(parts, into: &rules)
    rules.parameters = parameters
    rules.twoPersons = twoPersons
    rules.parameterUses = section.context.parameterUses
    WrittenReader.read(&section, into: &rules)
    return rules
  }

  /// What a network may leave out of its governance.
  private static func take(_ parts: GovernanceReader.Parts, into rules: inout Rules) {
    rules.procedures = parts.procedures
    rules.motions = parts.motions
    rules.admission = parts.admission
    rules.referrals = parts.referrals
    rules.visibility = parts.visibility
    rules.reminders = parts.reminders
    rules.sender = parts.sender
  }

  private static func readParameters(_ section: inout Section) -> [ParameterRule] {
    let context = section.context
    context.parameterNames = section.entries("parameters").map(\.name)
    context.parameters = section.each("parameters") { ParameterReader.parameter($0, &$1) }
    return context.parameters
  }

  private static func languages(_ section: inout Section) -> [String]? {
    let languages = section.list("languages", .language)
    section.context.languages = languages ?? []
    guard languages?.isEmpty == false else {
      if languages != nil { section.note(Failure(.listEmpty, at: section.place(of: "languages"))) }
      return nil
    }
    return languages
  }

  private static func founding(_ section: inout Section) -> Founding? {
    let day = section.required("on", .partialDay)
    let instrument = section.required("instrument", .text)
    guard let clause = section.clause(), let day, let instrument else { return nil }
    return Founding(on: day, instrument: instrument, clause: clause)
  }

  private static func twoPersons(_ section: inout Section) -> TwoPersonsRule? {
    let acts = section.list("acts", Form<TwoPersonsRule.Act>.choice)
    if acts?.isEmpty == true {
      section.note(Failure(.listEmpty, at: section.place(of: "acts")))
    }
    let within = section.required("within", .period)
    guard let clause = section.clause(), let acts, let within else { return nil }
    return TwoPersonsRule(acts: acts, within: within, clause: clause)
  }

  private static func readBasis(_ section: inout Section) {
    for entry in section.entries("basis") {
      let text = section.context.findings.collect { () throws(Failure) in
        try entry.value.string()
      }
      section.context.basis[entry.name] = (text ?? "", entry.place)
    }
  }
}
