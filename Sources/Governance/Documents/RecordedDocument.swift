package import EventStore
package import Plugins
package import Values

/// A document that the rules have written of an event, with what it quotes.
///
/// The rules are those that decided the event, with the values that acts had given their parameters; the
/// network is seen as it was once the event had been recorded. So the document of an event never changes,
/// unless the event is corrected.
package struct RecordedDocument: Sendable {
  package let rule: DocumentRule
  /// Of the network, by the rules.
  package let network: LocalText
  /// Of the rules, the working language first.
  package let languages: [String]
  /// The version of the rules that wrote it.
  package let version: RulesName
  /// The event that it is about.
  package let event: Int64
  /// The day from which that event counts.
  package let effective: Day
  /// What the body quotes; a value that cannot be told is the word `word.unknown`.
  package let values: [String: Failure.Value]

  /// The document of the last of some events that has one.
  ///
  /// - Parameters:
  ///   - name: As the rules call it.
  ///   - events: Of the log.
  ///   - log: Read once, from the beginning to the last of them.
  ///   - zones: Gives the zone of the rules, in which days are told.
  /// - Returns: Nil when no rules that decided one of them have such a document for its type.
  /// - Throws: `zone-missing`, and what is wrong with the log.
  package static func last(
    _ name: String, of events: [RecordedEvent], in log: Log, zones: ZoneSource = .utc
  ) throws -> RecordedDocument? {
    guard let end = events.map(\.command).max() else { return nil }
    let wanted = Dictionary(grouping: events, by: \.command)
    var found: RecordedDocument?
    var walk = PastWalk(log)
    try walk.visit(until: end) { act in
      for event in wanted[act.recorded.row] ?? [] {
        found = try act.document(name, of: event, zones) ?? found
      }
    }
    return found
  }
}

extension PastAct {
  fileprivate func document(
    _ name: String, of event: RecordedEvent, _ zones: ZoneSource
  ) throws -> RecordedDocument? {
    var after = state
    try after.evolve(with: events)
    guard let digest = recorded.rules, let version = after.rules(named: digest.hex) else {
      return nil
    }
    let rules = after.carrying(
      .init(rules: version, digest: digest), on: event.effective, in: command?.proceeding
    ).rules
    guard let rule = rules.documents.first(where: { $0.name == name && $0.on == event.type })
    else { return nil }
    var book = RuleBook(rules, zone: try zones.zone(rules.zone))
    let quoted = try book.values(of: rule)
    let names = quoted.reduce(into: Set()) { $0.formUnion($1.expression.names) }
    let facts = try facts(of: event, after, under: rules, in: book.calendar.zone, for: names)
    var scope = try book.scope(on: event.type, facts: facts)
    var values: [String: Failure.Value] = [:]
    for value in quoted { values[value.name] = scope.told(value.expression) }
    return RecordedDocument(
      rule: rule, network: rules.title, languages: rules.languages, version: RulesName(version),
      event: event.position, effective: event.effective,
      values: values)
  }

  /// What the values see: the event, and the network after the act.
  private func facts(
    of event: RecordedEvent, _ after: PastState, under rules: Rules, in zone: Zone,
    for names: Set<String>
  ) throws -> JSON.Fields {
    let planned = try PlannedEvent(event)
    let occasion = Occasion(
      effective: PartialDay(event.effective), today: zone.day(of: event.recorded),
      isTakenOver: event.effective < rules.recordingSince, actor: recorded.actor)
    let ledger = try after.ledger(
      for: NetworkFacts.needs(for: names, of: planned), before: event.position + 1)
    let circumstances = GuardPanel.Circumstances(occasion: occasion, recorded: event.recorded)
    let facts = NetworkFacts(
      ledger: ledger, rules: rules, occasion: occasion, now: circumstances.moment(in: zone))
    return facts.facts(for: names, of: planned).placed(at: event.position)
  }
}

extension ExpressionScope {
  /// A value as a sentence tells it; one that cannot be told never hides the rest.
  fileprivate mutating func told(_ expression: CompiledExpression) -> Failure.Value {
    do throws(CEL.EvaluationError) {
      return Failure.Value(try value(of: expression), in: calendar)
    } catch {
      return .word("word.unknown")
    }
  }
}

extension JSON.Fields {
  /// With the place of the event in the log, which no event has before it is recorded.
  fileprivate func placed(at position: Int64) -> JSON.Fields {
    guard var event = self["event"]?.fields else { return self }
    var fields = self
    event["position"] = .int(position)
    fields["event"] = .object(event)
    return fields
  }
}

extension PlannedEvent {
  /// An event of the log as it stood before it was recorded.
  fileprivate init(_ event: RecordedEvent) throws {
    guard let kind = EntityCatalogue.kind(of: event.stream.category) else {
      throw Failure(.eventUnknown, ["type": .text(event.type)])
    }
    self = try Self.planned(event, of: kind)
  }

  private static func planned<E: Entity>(_ event: RecordedEvent, of kind: E.Type) throws
    -> PlannedEvent
  {
    let key = EntityKey(category: event.stream.category, id: event.stream.id)
    guard event.type != Correction.type else {
      return PlannedEvent(
        try Correction(data: event.data), to: key, effective: event.effective)
    }
    return PlannedEvent(
      try E.Event(type: event.type, data: event.data), to: try key.identifier(of: kind),
      effective: event.effective)
  }
}
