internal import Values

/// Reads worked cases: `tests` of a plugin, or a file of them beside it.
enum CaseReader {
  /// What a case may name.
  struct Known {
    let guards: [String]
    let obligations: [String]
    let fixtures: [String]
    let parameters: [String]
    let events: [String: PayloadSchema]

    init(_ rules: Rules, _ context: RulesContext) {
      guards = rules.guards.map(\.id)
      obligations = rules.obligations.map(\.id)
      fixtures = rules.fixtures.keys.sorted()
      parameters = context.parameterNames
      let own = rules.events.map { ($0.type, $0.payload) }
      events = Dictionary(own) { first, _ in first }.merging(BuiltInEvents.schemas) { own, _ in own
      }
    }
  }

  static func worked(_ section: inout Section, _ names: Known) -> WorkedCase? {
    let name = section.required("name", .text)
    let given = section.optionalSection("given") { Self.given(&$0, names) }
    let act = section.section("when") { Self.act(&$0, names) }
    let expected = section.section("then") { Self.expected(&$0, names) }
    guard let name, let act, let expected else { return nil }
    return WorkedCase(
      name: name, given: given ?? WorkedCase.Given(), event: act.event, at: act.at,
      actor: act.actor, payload: act.payload, outcome: expected.outcome, warned: expected.warned,
      message: expected.message, owes: expected.owes)
  }

  private static func given(_ section: inout Section, _ names: Known) -> WorkedCase.Given? {
    let fixture = section.optional("fixture", .reference("fixture", to: names.fixtures))
    let set = section.optional("set", .any)?.sortedJSON ?? .object(JSON.Fields())
    let events = section.optionalList("events", .any).map(\.sortedJSON)
    var parameters: [String: String] = [:]
    for entry in section.entries("params") {
      let name = Node(.scalar(Scalar(entry.name, .quoted)), at: entry.place)
      let form = Form.reference("parameter", to: names.parameters)
      parameters[entry.name] = section.context.findings.collect { () throws(Failure) in
        _ = try form.read(name)
        return try entry.value.string()
      }
    }
    return WorkedCase.Given(fixture: fixture, set: set, events: events, parameters: parameters)
  }

  private typealias Act = (event: String, at: Instant, actor: JSON, payload: JSON)

  private static func act(_ section: inout Section, _ names: Known) -> Act? {
    let event = section.eventType("event")
    let at = section.required("at", .instant)
    let actor = section.optional("by", .any)?.sortedJSON ?? .object(JSON.Fields())
    let node = section.node("payload")
    let schema = event.flatMap { names.events[$0] }
    let payload = section.context.findings.collect { () throws(Failure) in
      try schema?.typed(node, at: section.place) ?? JSON.object(JSON.Fields())
    }
    guard let event, let at, let payload else { return nil }
    return (event, at, actor, payload)
  }

  private typealias Expected = (
    outcome: WorkedCase.Outcome, warned: [String], message: [String: String],
    owes: [WorkedCase.Debt]
  )

  private static func expected(_ section: inout Section, _ names: Known) -> Expected? {
    let guards = Form.reference("guard", to: names.guards)
    let warned = section.optionalList("warned", guards)
    let owes = section.items("owes") { section -> WorkedCase.Debt? in
      let id = section.required("obligation", .reference("obligation", to: names.obligations))
      let due = section.optional("due", .text)
      return id.map { WorkedCase.Debt(obligation: $0, due: due) }
    }
    var message: [String: String] = [:]
    for entry in section.entries("message", expected: "language", Names.isLanguage) {
      message[entry.name] = section.context.findings.collect { () throws(Failure) in
        try entry.value.string()
      }
    }
    guard section.exactlyOne(of: "accepted", "rejected") else { return nil }
    if section.has("rejected") {
      return section.required("rejected", guards).map { (.rejected($0), warned, message, owes) }
    }
    let yes = Form { node throws(Failure) in try node.choice(of: ["true"]) }
    return section.required("accepted", yes).map { _ in (.accepted, warned, message, owes) }
  }
}

extension Form where Value == Instant {
  /// A day or a moment in UTC.
  static var instant: Form {
    Form { node throws(Failure) in
      guard let instant = Instant(try node.string()) else { throw node.unreadable("instant") }
      return instant
    }
  }
}

extension PayloadSchema {
  /// The payload of a case; a fault of it is told at its place.
  fileprivate func typed(_ node: Node?, at place: Place?) throws(Failure) -> JSON {
    do throws(Failure) {
      return try typed(node?.sortedJSON ?? .object(JSON.Fields()))
    } catch {
      throw Failure(error.code, error.values, at: node?.place ?? place)
    }
  }
}
