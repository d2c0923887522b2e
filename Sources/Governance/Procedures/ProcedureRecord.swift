package import Plugins
package import Values

/// What is to be said of a matter that was decided outside a meeting, sentence by sentence with its events.
package struct ProcedureRecord {
  package let procedure: Procedure
  package let deliberation: Deliberation
  /// Whose members decided; nil where the rules have none any more.
  package let body: Body?
  private let rule: ProcedureRule?
  private let ties: DecisionTies
  /// Whose clocks tell when something came late; nil where the machine does not know the zone.
  private let zone: Zone?

  /// - Parameters:
  ///   - procedure: The one that decided.
  ///   - deliberation: What it brought.
  ///   - others: All deliberations of the network, for those that this one changes or ends.
  ///   - rules: Under which it proceeded.
  ///   - zone: That of the procedure; without it, no hour is told of what came late.
  package init(
    _ procedure: Procedure, _ deliberation: Deliberation, among others: [Deliberation],
    under rules: Rules, in zone: Zone?
  ) {
    self.procedure = procedure
    self.deliberation = deliberation
    self.zone = zone
    ties = DecisionTies(deliberation, among: others)
    body = procedure.opening.flatMap { rules.body($0.facts.body) }
    rule = procedure.opening.flatMap { rules.procedure($0.facts.rule) }
  }

  /// The matter, how it was put and how it ended; the same for the same record, whatever the time.
  package var statements: [Statement] {
    let beginning: [Statement?] = [matter, text, put, urgency, ended]
    let end: [Statement?] = [outcome, published]
    return beginning.compactMap(\.self) + retracted + decided + late + end.compactMap(\.self)
      + MinutesRecord.fate(of: deliberation) + ties.statements
  }

  private var id: String { deliberation.id.text }

  private var matter: Statement {
    Statement(
      "matter", .heading, at: id,
      [
        "deliberation": .text(id), "title": .text(deliberation.title ?? ""),
        "itemised": .text("no"), "item": .text(""),
      ], events: [deliberation.position])
  }

  private var text: Statement? {
    deliberation.resolution.flatMap { resolution in
      resolution.facts.text.map {
        Statement(
          "text", .quote, at: "\(id).text", ["text": .text($0)], events: [resolution.position])
      }
    }
  }

  /// To how many it was put, on which day, and how many were proven to know.
  private var put: Statement? {
    guard let opening = procedure.opening else { return nil }
    let events: [Int64] = [opening.position] + procedure.notices.map(\.position)
    return Statement(
      "procedure-put", at: "\(id).put",
      [
        "n": .int(procedure.addressees.count), "told": .int(procedure.notified.count),
        "on": .day(opening.mark.effective),
      ], events: events)
  }

  /// That the shorter time was used, how long both are, and why as far as it was said.
  private var urgency: Statement? {
    guard let opening = procedure.opening, opening.facts.isUrgent else { return nil }
    let period = rule?.period
    let reason = opening.facts.reason
    return Statement(
      "procedure-urgent", at: "\(id).urgent",
      [
        "short": .int(period?.urgent ?? 0), "usual": .int(period?.count ?? 0),
        "unit": .text(period?.unit.rawValue ?? ""),
        "known": .text(period?.urgent == nil ? "no" : "yes"), "reason": .text(reason ?? ""),
        "reasoned": .text(reason == nil ? "no" : "yes"),
      ], events: [opening.position])
  }

  private var ended: Statement? {
    guard let clock = procedure.clock, let local = procedure.expiresLocal,
      let zone = procedure.opening?.facts.zone
    else { return nil }
    let events: [Int64] = [clock.position] + procedure.extensions.map(\.position)
    // The clocks of the network show `2026-12-25 09:30`.
    let parts = local.split(separator: " ")
    let day = parts.first.flatMap { Day($0) }.map(Failure.Value.day)
    return Statement(
      "procedure-ended", at: "\(id).ended",
      [
        "on": day ?? .text(local), "time": .text(parts.dropFirst().joined(separator: " ")),
        "zone": .text(zone),
      ], events: events)
  }

  private var decided: [Statement] {
    guard let resolution = deliberation.resolution else { return [] }
    guard resolution.facts.tally != nil else {
      return [
        Statement(
          "procedure-silence", at: "\(id).votes",
          [
            "n": .int(procedure.standing.count),
            "retracted": .text(procedure.retractions.isEmpty ? "no" : "yes"),
          ], events: [procedure.result?.position])
      ]
    }
    let votes = MinutesRecord.votes(resolution.facts, in: body)
    return [
      Statement(votes.code, at: "\(id).votes", votes.values, events: [resolution.position]),
      Statement(
        "roll", at: "\(id).roll", MinutesRecord.roll(resolution.facts.names),
        events: [resolution.position]),
    ]
  }

  /// Who took back that it objected, with the reason where one was given, and whether that let it go on.
  private var retracted: [Statement] {
    procedure.retractions.map { retraction in
      let facts = retraction.facts
      let said: [String: Failure.Value] = [
        "member": .text(facts.member.text), "resumes": .text(facts.resumes ? "yes" : "no"),
        "reason": .text(facts.reason ?? ""), "reasoned": .text(facts.reason == nil ? "no" : "yes"),
      ]
      return Statement(
        "procedure-retracted", at: "\(id).retracted.\(retraction.position)",
        moment(facts.at, of: retraction.mark).merging(said) { $1 },
        events: procedure.objections.filter {
          $0.facts.member == facts.member && $0.position < retraction.position
        }.map(\.position) + [retraction.position])
    }
  }

  /// What came after the end, without effect.
  private var late: [Statement] {
    procedure.objections.filter(\.facts.isLate).map { objection in
      Statement(
        "procedure-late", at: "\(id).late.\(objection.position)",
        moment(objection.facts.at, of: objection.mark)
          .merging(["member": .text(objection.facts.member.text)]) { $1 },
        events: [objection.position])
    }
  }

  /// Day and time by the clocks of the procedure; the day of the event where these are not known.
  private func moment(_ moment: Instant, of mark: Mark) -> [String: Failure.Value] {
    guard let zone, let name = procedure.opening?.facts.zone else {
      return [
        "on": .day(mark.effective), "timed": .text("no"), "time": .text(""), "zone": .text(""),
      ]
    }
    let time = zone.text(of: moment).split(separator: " ").last.map(String.init)
    return [
      "on": .day(zone.day(of: moment)), "timed": .text("yes"),
      "time": .text(time ?? ""), "zone": .text(name),
    ]
  }

  private var outcome: Statement? {
    deliberation.outcome.map { outcome in
      Statement(
        "outcome", at: "\(id).outcome",
        ["outcome": .text(outcome.rawValue), "deliberation": .text(id)],
        events: [deliberation.position])
    }
  }

  private var published: Statement? {
    procedure.publication.map { publication in
      Statement(
        "procedure-published", at: "\(id).published",
        [
          "on": .day(publication.mark.effective),
          "identifier": .text(publication.facts.identifier ?? ""),
          "named": .text(publication.facts.identifier == nil ? "no" : "yes"),
        ], events: [publication.position])
    }
  }
}
