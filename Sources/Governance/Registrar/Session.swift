import EventStore
import Plugins
package import Values

/// One transaction's work: the entities seen so far stay loaded, so that an import reads each once.
struct Session {
  private let transaction: Transaction
  private var shelf: Shelf
  private var inForce: RulesInForce
  private let panel: GuardPanel

  /// - Parameters:
  ///   - transaction: What the acts are recorded in.
  ///   - panel: Puts the acts to the guards, with those that it has made ready.
  ///   - inForce: The rules as far as somebody has read them from this log already.
  init(_ transaction: Transaction, panel: GuardPanel, inForce: RulesInForce) {
    self.transaction = transaction
    self.panel = panel
    self.inForce = inForce
    shelf = Shelf(transaction)
  }

  /// Gives the zone of the rules, in which guards count days.
  var zones: ZoneSource { panel.zones }

  mutating func answer(_ request: ActRequest) throws -> Answer {
    if let earlier = try transaction.answer(to: request.id, request: request.identity) {
      return try repeated(earlier)
    }
    guard let type = ActCatalogue.command(named: request.input.kind.name) else {
      throw Failure(.actUnknown, ["act": .text(request.input.kind.name)], at: request.place)
    }
    return try answer(request, with: type.init(request.input))
  }

  /// What is due by a moment, as far as this transaction has come.
  mutating func due(by moment: Instant, on day: Day) throws -> [DueAct] {
    try shelf.load(DueCatalogue.needs)
    return try DueCatalogue.due(
      by: moment, on: day, in: shelf.ledger, under: RulesInForce.finder(in: log))
  }

  private mutating func answer(_ request: ActRequest, with command: some ActCommand) throws
    -> Answer
  {
    if let confirmation = command as? ConfirmApproval {
      return try answer(request, confirming: confirmation)
    }
    try command.checkWords()
    let (judgement, found) = try judge(request, command)
    if let position = command.doneBefore(in: shelf.ledger),
      let earlier = try transaction.log.command(ofEventAt: position)
    {
      return try repeated(earlier)
    }
    guard judgement.verdict != .refused else { return try refuse(request, judgement, found) }
    if let rule = try twoPersons(request, found) {
      return try ask(request, judgement, rule, found)
    }
    return try accept(request, judgement, found)
  }

  /// Decides an act, by the rules in force and by those that the network wrote itself.
  mutating func judge(_ request: ActRequest, _ command: some ActCommand) throws
    -> (Judgement, RulesInForce.Found)
  {
    let found = try rules(for: command, on: request.effective.first)
    let occasion = Occasion(
      effective: request.effective, today: request.today,
      isTakenOver: request.effective.first < found.rules.recordingSince, actor: request.actor,
      recorded: request.isStaged ? nil : transaction.recorded,
      zone: try panel.clock(of: found.rules, for: command))
    try shelf.load(command.needs(under: found.rules))
    let circumstances = GuardPanel.Circumstances(
      occasion: occasion, recorded: transaction.recorded)
    let judgement = try Judgement(
      command, in: shelf.ledger, under: found.rules, on: occasion
    ) { decision in
      try panel.review(decision, under: found, circumstances) { needs in
        try shelf.load(needs)
        return shelf.ledger
      }
    }
    return (judgement, found)
  }

  var ledger: Ledger { shelf.ledger }

  /// The log as this transaction has left it so far.
  var log: Log { transaction.log }

  mutating func load(_ needs: [Need]) throws { try shelf.load(needs) }

  /// Leaves the rules to the next transaction, if the log ends then as this one leaves it.
  func keepRules() { inForce.keep(at: transaction.head.hash) }

  /// The rules in force on a day; nil where there are none yet.
  mutating func rulesInForce(on day: Day) throws -> Rules? {
    do { return try inForce.find(on: day, in: transaction.log).rules } catch let failure as Failure
      where failure.code.meansNoRules
    { return nil }
  }

  private mutating func rules(for command: some ActCommand, on day: Day) throws
    -> RulesInForce.Found
  {
    if let own = command.ownRules {
      return RulesInForce.Found(rules: own, digest: Digest.sha256(own.resolved.canonical))
    }
    guard let proceeding = command.proceeding else {
      return try inForce.find(on: day, in: transaction.log)
    }
    try shelf.load([.one(proceeding)])
    return try inForce.find(
      on: day, inProceedingSince: shelf.ledger.beginning(of: proceeding), in: transaction.log)
  }

  mutating func accept(
    _ request: ActRequest, _ judgement: Judgement, _ found: RulesInForce.Found
  ) throws -> Answer {
    let decision = judgement.decision
    let (verdict, reasons) = (judgement.verdict, judgement.reasons)
    let written = try shelf.evolve(with: decision.events, after: transaction.head.position)
    let appended = try transaction.record(
      command(request, verdict, reasons, found), request: request.identity, events: written.events,
      expecting: written.expected, states: written.states)
    for planned in decision.events where planned.event.type == PersonErasure.type {
      try transaction.scrub(subject: planned.key.id)
    }
    if decision.events.contains(where: { RulesInForce.categories.contains($0.key.category) }) {
      inForce.forget()
    }
    return Answer(
      command: request.id, act: request.input.kind.name, verdict: verdict,
      events: Self.events(decision.events, at: appended.positions), reasons: reasons,
      head: transaction.head.position, isRepeated: false)
  }

  func refuse(_ request: ActRequest, _ judgement: Judgement, _ found: RulesInForce.Found)
    throws
    -> Answer
  {
    let reasons = judgement.reasons
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

  func repeated(_ earlier: RecordedCommand) throws -> Answer {
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

extension Failure.Code {
  /// There is no such act: see `admin help`.
  package static let actUnknown = Failure.Code("act-unknown", exit: .usage)
  /// The network has no rules yet on that day: found it with `admin apply --founding`.
  package static let notFounded = Failure.Code("not-founded", exit: .configuration)
  /// The first rules came into force after the day: give a later one.
  package static let dayBeforeRules = Failure.Code("day-before-rules", exit: .badData)

  /// Whether it says that no rules are in force on a day.
  package var meansNoRules: Bool { self == .notFounded || self == .dayBeforeRules }
}
