package import Plugins
package import Values

/// One act, asked for: a typed order that is decided by the rules over the state of the entities concerned.
///
/// `decide` is pure: clock, ids and chance come in with the command and the occasion.
///
/// ```swift
/// let command = try AdmitMember(ActInput(AdmitMember.kind, ["member": ["PT"], "class": ["member"]]))
/// let decision = try command.decide(in: ledger, under: rules, on: occasion)
/// decision.events  // member.admitted
/// ```
package protocol ActCommand: Sendable {
  static var kind: ActKind { get }

  /// Whether it decides by moments, and so needs the clocks of the network's zone.
  static var tellsMoments: Bool { get }

  /// Parses the fields, once; throws for values without the right form.
  init(_ input: ActInput) throws(Failure)

  /// The rules that the act brings itself and is decided by: only the founding does.
  var ownRules: Rules? { get }

  /// The proceeding that the act goes on with: the rules under which it began decide the act.
  var proceeding: EntityKey? { get }

  /// The event by which the act was done already; asked again, it is the same act and not another one.
  func doneBefore(in ledger: Ledger) -> Int64?

  /// What must be so of the words of an act that is asked for, whatever the state and the rules.
  ///
  /// It is asked once, before anything is decided or sealed. An act that is read back from the log is not
  /// asked again: its personal words are sealed, and nobody can read them there.
  ///
  /// - Throws: A `Refusal` that repeats no personal word; nothing is recorded of it.
  func checkWords() throws(Refusal)

  /// What has to be loaded before `decide` can answer.
  func needs(under rules: Rules) -> [Need]

  /// Events, with derivations and notes, or what stands against the act.
  ///
  /// - Throws: A `Refusal` when the act makes no sense in this state, whatever the rules say: an unknown
  ///   meeting, a member admitted twice. What a *rule* forbids is an objection in the decision instead, so
  ///   that a past which is taken over can keep it as a note.
  func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
}

extension ActCommand {
  package static var tellsMoments: Bool { false }
  package var ownRules: Rules? { nil }
  package var proceeding: EntityKey? { nil }
  package func doneBefore(in ledger: Ledger) -> Int64? { nil }
  package func checkWords() throws(Refusal) {}
}

/// Entities that a command needs to see.
package enum Need: Hashable, Sendable {
  case one(EntityKey)
  /// All entities of a category, such as `member`.
  case all(category: String)
  /// How many entities of a category there are, for the next number.
  case count(category: String)
  /// The event at a position, and the whole stream it stands in.
  case event(Int64)
}

/// The circumstances of an act: when, by whom, and whether it belongs to a past that is taken over.
package struct Occasion: Hashable, Sendable {
  /// From when it counts, as far as it is known.
  package let effective: PartialDay
  /// The day on which it is recorded, in the network's zone.
  package let today: Day
  /// Whether it is effective before the network began to record: stored with notes, not decided again.
  package let isTakenOver: Bool
  package let actor: String
  /// The moment at which it is recorded by the clock of the log; nil where no clock is asked.
  package let recorded: Instant?
  /// The network's zone; UTC for an act that does not decide by moments.
  package let zone: Zone

  package init(
    effective: PartialDay, today: Day, isTakenOver: Bool, actor: String,
    recorded: Instant? = nil, zone: Zone = .utc
  ) {
    self.effective = effective
    self.today = today
    self.isTakenOver = isTakenOver
    self.actor = actor
    self.recorded = recorded
    self.zone = zone
  }

  /// The first day from which it counts.
  package var day: Day { effective.first }
}
