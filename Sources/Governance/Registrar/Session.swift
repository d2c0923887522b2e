import EventStore
import Plugins
package import Values

/// One transaction's work: the entities seen so far stay loaded, so that an import reads each once.
struct Session {
  private let transaction: Transaction
  private var shelf: Shelf
  private var inForce: RulesInForce
  private let zones: ZoneSource
  /// The guards of each version of the rules, made ready as they are asked for.
  private var books: [Digest: RuleBook] = [:]

  /// - Parameters:
  ///   - transaction: What the acts are recorded in.
  ///   - zones: Gives the zone of the rules, in which guards count days.
  ///   - inForce: The rules as far as somebody has read them from this log already.
  init(
    _ transaction: Transaction, zones: ZoneSource, inForce: RulesInForce = RulesInForce()
  ) {
    self.transaction = transaction
    self.zones = zones
    self.inForce = inForce
    shelf = Shelf(transaction)
  }

  mutating func answer(_ request: ActRequest) throws -> Answer {
    if let earlier = try transaction.answer(to: request.id, request: request.identity) {
      return try repeated(earlier)
    }
    guard let type = ActCatalogue.command(named: request.input.kind.name) else {
      throw Failure(.actUnknown, ["act": .text(request.input.kind.name)], at: request.place)
    }
    return try answer(request, with: type.init(request.input))
  }

  private mutating func answer(_ request: ActRequest, with command: some ActCommand) throws
    -> Answer
  {
    let found = try rules(for: command, on: request.effective.first)
    let occasion = Occasion(
      effective: request.effective, today: request.today,
      isTakenOver: request.effective.first < found.rules.recordingSince, actor: request.actor)
    try shelf.load(command.needs(under: found.rules))
    let judgement = try Judgement(command, in: shelf.ledger, under: found.rules, on: occasion)
    var decision = judgement.decision
    if !judgement.isAgainstState { try review(&decision, under: found, on: occasion) }
    let isTakenOver = occasion.isTakenOver && !judgement.isAgainstState
    guard decision.objections.isEmpty || isTakenOver else {
      return try refuse(request, decision, found)
    }
    return try accept(request, decision, found, isTakenOver: occasion.isTakenOver)
  }

  /// Puts the events of a decision to the guards of the rules.
  private mutating func review(
    _ decision: inout Decision, under found: RulesInForce.Found, on occasion: Occasion
  ) throws {
    guard !found.rules.guards.isEmpty else { return }
    var book = try books[found.digest] ?? RuleBook(found.rules, zone: zones.zone(found.rules.zone))
    defer { books[found.digest] = book }
    var review = GuardReview()
    for planned in decision.events {
      let guards = try book.guards(on: planned.event.type)
      guard !guards.isEmpty else { continue }
      let names = guards.reduce(into: Set()) { $0.formUnion($1.names) }
      try shelf.load(NetworkFacts.needs(for: names, of: planned))
      let facts = NetworkFacts(
        ledger: shelf.ledger, rules: found.rules, occasion: occasion,
        now: moment(of: occasion, in: book.calendar.zone))
      var scope = try book.scope(
        on: planned.event.type, facts: facts.facts(for: names, of: planned))
      for compiled in guards { review.add(compiled.verdict(in: &scope)) }
    }
    decision.derivations += review.derivations
    decision.objections += review.objections
    decision.notes += review.notes
  }

  /// The time of an act: that of the log when it is of today, else the beginning of its day.
  private func moment(of occasion: Occasion, in zone: Zone) -> Instant {
    occasion.day == occasion.today ? transaction.recorded : zone.start(of: occasion.day)
  }

  private mutating func rules(for command: some ActCommand, on day: Day) throws
    -> RulesInForce.Found
  {
    if let own = command.ownRules {
      return RulesInForce.Found(rules: own, digest: Digest.sha256(own.resolved.canonical))
    }
    return try inForce.find(on: day, in: transaction.log)
  }

  private mutating func accept(
    _ request: ActRequest, _ decision: Decision, _ found: RulesInForce.Found, isTakenOver: Bool
  ) throws -> Answer {
    let written = try shelf.evolve(with: decision.events, after: transaction.head.position)
    let reasons = Reasons(
      derivations: decision.derivations.map { Derivation.Record($0) },
      notes: decision.objections.map { Note($0.code.name, $0.values, sentence: $0.sentence) }
        + decision.notes)
    let verdict: Verdict = isTakenOver ? .takenOver : .accepted
    let appended = try transaction.record(
      command(request, verdict, reasons, found), request: request.identity, events: written.events,
      expecting: written.expected, states: written.states)
    if decision.events.contains(where: { $0.key.category == Network.category }) {
      inForce = RulesInForce()
    }
    return Answer(
      command: request.id, act: request.input.kind.name, verdict: verdict,
      events: Self.events(decision.events, at: appended.positions), reasons: reasons,
      head: transaction.head.position, isRepeated: false)
  }

  private func refuse(_ request: ActRequest, _ decision: Decision, _ found: RulesInForce.Found)
    throws
    -> Answer
  {
    let reasons = Reasons(
      derivations: decision.derivations.map { Derivation.Record($0) },
      notes: decision.notes, refusals: decision.objections.map { Refusal.Record($0) })
    _ = try transaction.record(
      command(request, .refused, reasons, found), request: request.identity, events: [],
      expecting: [:], states: [:])
    return Answer(
      command: request.id, act: request.input.kind.name, verdict: .refused, events: [],
      reasons: reasons, head: transaction.head.position, isRepeated: false)
  }

  private func command(
    _ request: ActRequest, _ verdict: Verdict, _ reasons: Reasons, _ found: RulesInForce.Found
  ) -> NewCommand {
    NewCommand(
      id: request.id, name: request.input.kind.name, actor: request.actor, body: request.body,
      verdict: verdict, answer: reasons.json, rules: found.digest)
  }

  private func repeated(_ earlier: RecordedCommand) throws -> Answer {
    let positions = earlier.positions.map(Array.init) ?? []
    let events = try positions.map { position in
      guard let event = try transaction.log.event(at: position) else {
        throw Failure(.eventUnreadable, ["subject": .text("event"), "field": .text("\(position)")])
      }
      return Answer.Event(
        position: position, stream: event.stream.text, type: event.type, effective: event.effective,
        data: event.data)
    }
    return Answer(
      command: earlier.id, act: earlier.name, verdict: earlier.verdict, events: events,
      reasons: try Reasons(earlier.answer), head: transaction.head.position, isRepeated: true)
  }

  private static func events(_ planned: [PlannedEvent], at positions: ClosedRange<Int64>?)
    -> [Answer.Event]
  {
    zip(positions.map(Array.init) ?? [], planned).map { position, event in
      Answer.Event(
        position: position, stream: event.key.text, type: event.event.type,
        effective: event.effective, data: event.event.data)
    }
  }
}

/// A decision, and whether it is the state of things that stands against the act rather than a rule.
private struct Judgement {
  let decision: Decision
  let isAgainstState: Bool

  /// - Throws: The refusal of a thing that does not exist or a value that cannot be: it is not recorded.
  init(
    _ command: some ActCommand, in ledger: Ledger, under rules: Rules, on occasion: Occasion
  ) throws {
    do throws(Refusal) {
      decision = try command.decide(in: ledger, under: rules, on: occasion)
      isAgainstState = false
    } catch {
      guard error.code.exit == .refused else { throw error }
      decision = Decision(objections: [error])
      isAgainstState = true
    }
  }
}

extension Failure.Code {
  /// There is no such act: see `admin help`.
  package static let actUnknown = Failure.Code("act-unknown", exit: .usage)
  /// The network has no rules yet on that day: found it with `admin apply --founding`.
  package static let notFounded = Failure.Code("not-founded", exit: .configuration)
}
