import Plugins
import Values

/// The waivers that one act may use, each for one guard of the act.
///
/// An act that several of its events would need the same waiver for uses it once.
struct WaiverDesk {
  private let waivers: [Waiver]
  private let day: Day
  /// The waiver of each guard that the act has passed by one.
  private var taken: [String: Waiver] = [:]
  /// What is recorded of that, beside the events of the act.
  private(set) var events: [PlannedEvent] = []

  init(_ waivers: [Waiver] = [], on day: Day) { (self.waivers, self.day) = (waivers, day) }

  /// The waiver that lets an event pass a guard, the oldest first; nil where there is none.
  mutating func waiver(for rule: GuardRule, of planned: PlannedEvent) -> Waiver? {
    guard rule.waiver != nil else { return nil }
    let subject = planned.key.id
    if let known = taken[rule.id], known.grant?.facts.subject.map({ $0 == subject }) ?? true {
      return known
    }
    let found = waivers.filter { $0.covers(rule.id, for: subject, on: day) }
      .min { ($0.grant?.position ?? 0) < ($1.grant?.position ?? 0) }
    guard let found else { return nil }
    taken[rule.id] = found
    let use = WaiverUse(on: day, event: planned.event.type, subject: subject)
    events.append(PlannedEvent(WaiverEvent.used(use), to: found.id, effective: day))
    return found
  }
}

extension Waiver {
  /// How a waiver lets an act pass a guard: which, given by whom, for what reason.
  func derivation(passing rule: GuardRule) -> Derivation {
    let grant = grant?.facts
    let inputs: [(String, JSON)] = [
      ("waiver", .text(id.text)), ("guard", .text(rule.id)), ("given_by", .text(grant?.by ?? "–")),
      ("deliberation", .text(grant?.deliberation?.text ?? "–")),
      ("since", .text(grant?.from.description ?? "–")),
      ("until", .text(grant?.until?.description ?? "–")),
      ("reason", .text(grant?.reason ?? "–")),
    ]
    return Derivation(rule.clause, "waiver-used", JSON.Fields(inputs), holds: true)
  }
}
