import EventStore
import Plugins
import Values

/// Puts acts to the guards of the rules, and keeps the guards of each version ready for the next act.
///
/// The registrar asks it, and so does whoever asks what if, so that both hear the same.
final class GuardPanel {
  let zones: ZoneSource
  /// Each version of the rules has a book for each set of values that its parameters had.
  private struct Edition: Hashable {
    let digest: Digest
    let settings: [String: String]
    /// Subgroups with terms are bodies too.
    let bodies: [String]
  }

  /// More than one sitting meets; beyond it books are made ready again, so that a long run stays small.
  private static let maximumCount = 64
  private var books: [Edition: RuleBook] = [:]

  init(zones: ZoneSource) { self.zones = zones }

  /// A decision with what the roles and the guards have to say to its events.
  ///
  /// - Parameters:
  ///   - decision: Of the decider.
  ///   - found: The rules that decide the act.
  ///   - circumstances: When the act is recorded, and on which occasion.
  ///   - ledger: Gives what guards ask for, loaded.
  /// - Returns: The decision with further derivations, objections and notes.
  /// - Throws: `zone-missing`, and what `ledger` throws.
  func review(
    _ decision: Decision, under found: RulesInForce.Found, _ circumstances: Circumstances,
    ledger: ([Need]) throws -> Ledger
  ) throws -> Decision {
    let roles = RoleReview(found.rules, circumstances.occasion)
    let decision =
      roles.isSilent ? decision : roles.added(to: decision, in: try ledger(RoleFacts.needs))
    guard !found.rules.guards.isEmpty else { return decision }
    let edition = Edition(
      digest: found.digest, settings: found.rules.settings, bodies: found.rules.bodies.map(\.id))
    var book = try books[edition] ?? RuleBook(found.rules, zone: zones.zone(found.rules.zone))
    defer { keep(book, of: edition) }
    var review = GuardReview()
    for planned in decision.events {
      let guards = try book.guards(on: planned.event.type)
      guard !guards.isEmpty else { continue }
      let names = guards.reduce(into: Set()) { $0.formUnion($1.names) }
      let facts = NetworkFacts(
        ledger: try ledger(NetworkFacts.needs(for: names, of: planned)), rules: found.rules,
        occasion: circumstances.occasion, now: circumstances.moment(in: book.calendar.zone))
      var scope = try book.scope(
        on: planned.event.type, facts: facts.facts(for: names, of: planned))
      for compiled in guards {
        let verdict = compiled.verdict(in: &scope)
        if review.needsWaivers(for: verdict) {
          let waivers = try ledger([.all(category: Waiver.category)]).all(Waiver.self)
          review.open(WaiverDesk(waivers, on: circumstances.occasion.day))
        }
        review.add(verdict, to: planned)
      }
    }
    return review.added(to: decision)
  }

  private func keep(_ book: RuleBook, of edition: Edition) {
    if books[edition] == nil, books.count >= Self.maximumCount { books = [:] }
    books[edition] = book
  }

  /// The day of a moment by the clocks of the rules; by UTC where no guard asks and no data are at hand.
  func day(of moment: Instant, under rules: Rules) throws -> Day {
    guard !rules.guards.isEmpty else { return moment.day }
    return try zones.zone(rules.zone).day(of: moment)
  }

  /// The clocks by which an act is decided; UTC for one that does not ask for moments.
  func clock<C: ActCommand>(of rules: Rules, for command: C) throws -> Zone {
    C.tellsMoments ? try zones.zone(rules.zone) : .utc
  }

  /// When an act is recorded, and from when it counts.
  struct Circumstances {
    let occasion: Occasion
    let recorded: Instant

    /// The time of the act: that of the log when it is of the act's day, else the beginning of that day.
    ///
    /// The fixtures of worked cases are recorded at one time of the log, whatever day their acts are of.
    func moment(in zone: Zone) -> Instant {
      zone.day(of: recorded) == occasion.day ? recorded : zone.start(of: occasion.day)
    }
  }
}
