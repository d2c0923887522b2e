import EventStore
import Glibc
import Governance
import Plugins
import Values

/// Rules of a network's own: how long they take to be loaded with their cases, and to decide an act.
struct PluginBench {
  private static let rounds = 5
  private static let acts = 200
  private static let states = ["PT", "ES", "FR", "IT", "DE", "NL", "BE", "AT", "SE", "FI"]
  private let now = Instant(microseconds: 1_795_000_000_000_000)

  /// Over what expressions see of the network: lists, fractions, days, texts, definitions.
  private static let conditions = [
    "size(members.filter(m, m.votes)) < 400", "members.all(m, m.id != payload.class)",
    "payload.from <= addPeriod(now, 'P5Y')",
    "size(contacts) == 0 || contacts.all(c, c.since <= now)",
    "!moreThan(size(voting), '9/10', 32)", "payload.class in ['member', 'observer']",
    "members.all(m, m.state != 'XX') && year(now) > 2000", "event.id.matches('^[A-Z]{2}$')",
  ]

  /// A plugin with so many guards; the first of them look at the class that a member gets.
  static func text(guards: Int, onClass first: Int) -> String {
    let rules = (0..<guards).map { index in
      """
        - id: rule-\(index)
          on: [\(index < first ? "member.reclassified" : "member.admitted")]
          when: "event.id != 'X\(index)'"
          require: "\(conditions[index % conditions.count])"
          message: {en: "Rule \(index) says no to {who}."}
          values: {who: event.id}
          source: assumption

      """
    }
    let written =
      "definitions:\n  voting: \"members.filter(m, m.votes)\"\n"
      + (rules.isEmpty ? "" : "guards:\n") + rules.joined()
    return head + written
  }

  /// Ten cases over three members, and one for each state.
  private static let cases: String = {
    let admitted = ["PT", "ES", "FR"].map {
      "    - {do: member admit, member: \($0), class: member, effective: 2026-01-10}\n"
    }
    let tests = (0..<10).map { index in
      """
        - name: the class of a member is changed, number \(index)
          given: {fixture: three}
          on: 2026-03-\(10 + index)
          when: {do: member edit, member: \(["PT", "ES", "FR"][index % 3]), class: observer}
          then: {accepted: true}

      """
    }
    return "fixtures:\n  three:\n" + admitted.joined() + "tests:\n" + tests.joined()
  }()

  /// The least processor time of several rounds, in seconds: of a plugin of 100 rules read, checked and its
  /// ten cases tried.
  func loading() throws -> Double {
    let text = Self.text(guards: 100, onClass: 40) + Self.cases
    return try Self.least {
      let loaded = try PluginFile.load(text: text, file: "network.yaml")
      let findings = Findings()
      let suite = CaseSuite(CaseBook([loaded.tree], into: findings), into: findings)
      var runner = CaseRunner(loaded.rules, suite)
      guard try runner.run().passes, suite.cases.count == 10, !findings.hasErrors else {
        throw Self.unfit
      }
    }
  }

  /// The least processor time of an act that 40 rules look at, decided and recorded, in seconds.
  ///
  /// Warm: of many acts in one transaction, the log in memory; first: of the only act, the rules read
  /// from the log.
  func deciding() throws -> (warm: Double, first: Double) {
    let log = try founded()
    let many = try entries(
      (0..<Self.acts).map { (Self.states[$0 % Self.states.count], $0 / 10 % 2) })
    let one = try entries([("PT", 0)])
    let registrar = Registrar(log)
    let warm = try Self.least {
      let answers = try registrar.record(many, under: header(), now: now, mode: .trial)
      guard answers.last?.reasons.derivations.count ?? 0 >= 40 else { throw Self.unfit }
    }
    let first = try Self.least {
      _ = try registrar.record(one, under: header(), now: now, mode: .trial)
    }
    return ((warm - first) / Double(Self.acts - 1), first)
  }

  /// A network with ten members.
  private func founded() throws -> Log {
    let log = try Log.scratch(now: Instant(startOf: Day(number: 0)))
    let rules = try PluginFile.load(
      text: Self.text(guards: 100, onClass: 40), file: "network.yaml"
    ).rules
    guard let day = PartialDay("2026-01-01") else { throw Self.unfit }
    let founding = ActRequest(
      id: CommandID("founding"),
      input: try ActInput(FoundNetwork.kind, ["rules": [rules.resolved.canonicalText]]),
      actor: "secretariat", effective: day, today: day.first)
    _ = try Registrar(log).record(founding, now: now)
    let members = Self.states.map {
      "- {do: member admit, member: \($0), class: member, effective: 2026-01-10}\n"
    }
    _ = try Registrar(log).record(read(members.joined()), under: header("member"), now: now)
    return log
  }

  private func entries(_ changes: [(state: String, turn: Int)]) throws -> [ImportEntry] {
    let lines = changes.map { change in
      let memberClass = change.turn == 1 ? "member" : "observer"
      return "- {do: member edit, member: \(change.state), class: \(memberClass)}\n"
    }
    return try read(lines.joined())
  }

  private func read(_ text: String) throws -> [ImportEntry] {
    let findings = Findings()
    let entries = ImportFile.read(Array(text.utf8), file: "acts.yaml", into: findings)
    guard !findings.hasErrors else { throw Self.unfit }
    return entries
  }

  private func header(_ name: String = "act") -> ImportHeader {
    ImportHeader(actor: "secretariat", today: now.day) { CommandID("bench:\(name):\($0)") }
  }

  private static let unfit = Failure(
    .entryUnfit, ["field": .text("plugin"), "value": .text("bench")])

  private static func least(_ work: () throws -> Void) rethrows -> Double {
    var least = Double.infinity
    for _ in 0..<rounds {
      let start = clock()
      try work()
      least = min(least, Double(clock() - start) / 1_000_000)
    }
    return least
  }

  private static let head = """
    format: plugin/1
    id: bench
    version: 1.0.0
    languages: [en]
    timezone: UTC
    recording_since: 2026-01-01
    title: {en: Network of the measurements}
    founding: {on: 2026-01-01, instrument: A letter, source: practice}
    governance:
      membership:
        classes:
          member: {may: [attend, speak, propose, vote, stand, receive, host], source: practice}
          observer: {may: [attend, speak, receive], source: practice}
      bodies:
        plenary:
          title: {en: Plenary}
          composition: plenary
          decides: {default: {only: consensus, of: present, source: practice}}

    """
}
