internal import Values

/// Reads what a network says in expressions: definitions, guards, obligations, roles, views, documents.
enum WrittenReader {
  /// What stands there, for a plugin whose head cannot be read: its own faults are told first.
  static let keys = [
    "maxima", "events", "definitions", "guards", "obligations", "roles", "views", "documents",
  ]

  static func read(_ section: inout Section, into rules: inout Rules) {
    let context = section.context
    context.roles = section.entries("roles").map(\.name)
    context.eventTypes =
      (BuiltInEvents.types + section.eventNames()).sorted()
    rules.maxima = section.optionalSection("maxima") { maxima(&$0) } ?? CEL.Maxima()
    rules.events = EventReader.events(&section)
    rules.definitions = section.expressions("definitions")
    section.checkLength(of: "definitions", rules.definitions.count, most: 200)
    rules.guards = section.items("guards") { GuardReader.rule(&$0) }
    section.checkLength(of: "guards", rules.guards.count, most: 1_000)
    rules.obligations = section.items("obligations") { ObligationReader.rule(&$0) }
    let seats = rules.seats.map(\.kind)
    rules.roles = section.each("roles") { RoleReader.rule($0, seats: seats, &$1) }
    rules.views = section.each("views") { view($0, &$1) }
    rules.documents = section.each("documents") { document($0, &$1) }
  }

  /// The lengths of lists that the cost of an expression is reckoned with; only less than usual.
  private static func maxima(_ section: inout Section) -> CEL.Maxima {
    var maxima = CEL.Maxima()
    for (name, most) in maxima.lists.sorted(by: { $0.key < $1.key }) {
      maxima.lists[name] = section.optional(name, .number(1...most)) ?? most
    }
    return maxima
  }

  private static func view(_ name: String, _ section: inout Section) -> ViewRule? {
    let title = section.localText("title")
    let key = section.required("key", .expression)
    var origins: [ViewRule.Origin] = []
    if let node = section.required("from", .any) {
      origins = self.origins(node, section.context)
    }
    guard let title, let key else { return nil }
    return ViewRule(name: name, title: title, key: key, origins: origins)
  }

  private static func origins(_ node: Node, _ context: RulesContext) -> [ViewRule.Origin] {
    let entries = context.findings.collect { () throws(Failure) in try node.mapping() } ?? []
    let sorted = entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return sorted.compactMap { entry in
      let name = Node(.scalar(Scalar(entry.name, .quoted)), at: entry.place)
      let type = context.findings.collect { () throws(Failure) in
        try Form.reference("event", to: context.eventTypes).read(name)
      }
      let wrapped = Node(.mapping([Entry("columns", value: entry.value)]), at: entry.place)
      let columns = Section.read(wrapped, path: "views", in: context) { section in
        section.expressions("columns")
      }
      guard let type, let columns else { return nil }
      return ViewRule.Origin(event: type, columns: columns)
    }
  }

  private static func document(_ name: String, _ section: inout Section) -> DocumentRule? {
    let on = section.eventType("on")
    let formats = section.list("formats", Form<DocumentRule.Format>.choice)
    let body = section.message("body")
    guard let on, let formats, let body else { return nil }
    return DocumentRule(
      name: name, on: on, formats: formats, body: body.text, values: body.values)
  }
}

/// Reads what must hold when something is recorded.
enum GuardReader {
  static func rule(_ section: inout Section) -> GuardRule? {
    let id = section.required("id", .ruleID)
    let isEmpty = (try? section.node("on")?.sequence())?.isEmpty == true
    let types = section.list("on", .reference("event", to: section.context.eventTypes))
    if isEmpty { section.note(Failure(.listEmpty, at: section.place(of: "on"))) }
    let when = section.optional("when", .expression)
    let require = section.required("require", .expression)
    let severity = section.optional("severity", Form<GuardRule.Severity>.choice) ?? .deny
    let title = section.sentence("title")
    let message = section.message("message")
    let waiver = section.optionalSection("waiver") { Self.waiver(&$0) }
    let isFinal = section.optional("final", .boolean) ?? false
    guard let clause = section.clause(), let id, let types, let require, let message
    else { return nil }
    return GuardRule(
      id: id, on: types, when: when, require: require, severity: severity, title: title,
      message: message.text, values: message.values, waiver: waiver, isFinal: isFinal,
      clause: clause)
  }

  private static func waiver(_ section: inout Section) -> GuardRule.Waiver? {
    let by = section.list("by", .reference("role", to: section.context.actors))
    let reason = section.optional("reason", Form<GuardRule.Waiver.Reason>.choice) ?? .required
    return by.map { GuardRule.Waiver(by: $0, reason: reason) }
  }
}

/// Reads what is owed once something was recorded.
enum ObligationReader {
  static func rule(_ section: inout Section) -> ObligationRule? {
    let actors = section.context.actors
    let id = section.required("id", .ruleID)
    let on = section.eventType("on")
    let when = section.optional("when", .expression)
    let owedBy = section.required("owed_by", .reference("role", to: actors))
    let due = section.required("due", .expression)
    let met = section.section("met_by") { section -> (String, ExpressionText?)? in
      let type = section.eventType("event")
      let condition = section.optional("where", .expression)
      return type.map { ($0, condition) }
    }
    let message = section.message("message")
    let remind = section.optionalList("remind", .period)
    let lateTo = section.optionalSection("late") { section -> String? in
      section.required("to", .reference("role", to: actors))
    }
    guard let clause = section.clause(), let id, let on, let owedBy, let due, let met, let message
    else { return nil }
    return ObligationRule(
      id: id, on: on, when: when, owedBy: owedBy, due: due, metBy: met.0, metWhere: met.1,
      message: message.text, values: message.values, remind: remind, lateTo: lateTo,
      clause: clause)
  }
}

extension RulesContext {
  /// Who may be named as acting: the roles, the bodies, and the secretariat, which is always there.
  var actors: [String] { roles + bodies + (roles.contains("secretariat") ? [] : ["secretariat"]) }
}
