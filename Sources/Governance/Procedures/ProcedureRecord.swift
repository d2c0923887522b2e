package import Plugins
import Values

/// What is to be said of a matter that was put to members outside a meeting, sentence by sentence with its events.
package struct ProcedureRecord {
  package let procedure: Procedure
  /// What it brought; nil for one that decided nothing, or has not ended.
  package let deliberation: Deliberation?
  /// Whose members decided; nil where the rules have none any more.
  package let body: Body?
  let opening: Recorded<ProcedureOpening>
  private let rule: ProcedureRule?
  private let ties: DecisionTies?
  /// Whose clocks tell when something came.
  private let zone: Zone

  /// - Parameters:
  ///   - procedure: One that was opened.
  ///   - opening: Of the procedure.
  ///   - deliberation: What it brought; nil for one that decided nothing.
  ///   - others: All deliberations of the network, for those that this one changes or ends.
  ///   - rules: Under which it proceeded.
  ///   - zone: That of the procedure.
  init(
    _ procedure: Procedure, _ opening: Recorded<ProcedureOpening>, _ deliberation: Deliberation?,
    among others: [Deliberation], under rules: Rules, in zone: Zone
  ) {
    self.procedure = procedure
    self.opening = opening
    self.deliberation = deliberation
    self.zone = zone
    ties = deliberation.map { DecisionTies($0, among: others) }
    body = rules.body(opening.facts.body)
    rule = rules.procedure(opening.facts.rule)
  }

  /// The event that an extract certifies: that of the decision, else the one that ended the procedure, else the opening.
  package var position: Int64 {
    deliberation?.position ?? procedure.withdrawal?.position ?? procedure.breaking?.position
      ?? procedure.result?.position ?? opening.position
  }

  /// The matter, how it was put and how it ended; the same for the same record, whatever the time.
  package var statements: [Statement] {
    let beginning: [Statement?] = [matter, text, put, urgency, ended]
    let end: [Statement?] = [outcome, published]
    return beginning.compactMap(\.self) + (deliberation == nil ? [] : retracted) + decided + course
      + late + end.compactMap(\.self) + (deliberation.map { MinutesRecord.fate(of: $0) } ?? [])
      + (ties?.statements ?? [])
  }

  /// What the places of its statements begin with: the decision, or the procedure where there is none.
  var id: String { deliberation?.id.text ?? procedure.id.text }

  private var matter: Statement {
    Statement(
      "matter", .heading, at: id,
      [
        "deliberation": .text(id), "title": .text(deliberation?.title ?? opening.facts.title),
        "itemised": .text("no"), "item": .text(""),
      ], events: [deliberation?.position ?? opening.position])
  }

  /// The text that was decided on; of a procedure that decided nothing the one that was put.
  private var text: Statement? {
    let decided = deliberation?.resolution
    let words = deliberation == nil ? opening.facts.text : decided?.facts.text
    return words.map {
      Statement(
        "text", .quote, at: "\(id).text", ["text": .text($0)],
        events: [decided?.position ?? opening.position])
    }
  }

  /// To how many it was put, on which day, and how many were proven to know.
  private var put: Statement? {
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
    guard opening.facts.isUrgent else { return nil }
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

  /// When its time ended; of one that was ended before, or goes on, until when it was to run.
  private var ended: Statement? {
    guard let clock = procedure.clock, let local = procedure.expiresLocal else { return nil }
    let isOver = procedure.result != nil
    let events: [Int64] = [clock.position] + procedure.extensions.map(\.position)
    // The clocks of the network show `2026-12-25 09:30`.
    let parts = local.split(separator: " ")
    let day = parts.first.flatMap { Day($0) }.map(Failure.Value.day)
    return Statement(
      isOver ? "procedure-ended" : "procedure-until", at: "\(id).ended",
      [
        "on": day ?? .text(local), "time": .text(parts.dropFirst().joined(separator: " ")),
        "zone": .text(opening.facts.zone),
      ], events: events)
  }

  private var decided: [Statement] {
    guard let resolution = deliberation?.resolution else { return [] }
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
  var retracted: [Statement] {
    procedure.retractions.map { retraction in
      let facts = retraction.facts
      let said: [String: Failure.Value] = [
        "member": .text(facts.member.text), "resumes": .text(facts.resumes ? "yes" : "no"),
        "reason": .text(facts.reason ?? ""), "reasoned": .text(facts.reason == nil ? "no" : "yes"),
      ]
      return Statement(
        "procedure-retracted", at: "\(id).retracted.\(retraction.position)",
        moment(facts.at).merging(said) { $1 },
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
        moment(objection.facts.at).merging(["member": .text(objection.facts.member.text)]) { $1 },
        events: [objection.position])
    }
  }

  /// Day and time by the clocks of the procedure.
  func moment(_ moment: Instant) -> [String: Failure.Value] {
    let time = zone.text(of: moment).split(separator: " ").last.map(String.init)
    return [
      "on": .day(zone.day(of: moment)), "timed": .text("yes"), "time": .text(time ?? ""),
      "zone": .text(opening.facts.zone),
    ]
  }

  private var outcome: Statement? {
    guard let deliberation, let outcome = deliberation.outcome else { return nil }
    return Statement(
      "outcome", at: "\(id).outcome",
      ["outcome": .text(outcome.rawValue), "deliberation": .text(id)],
      events: [deliberation.position])
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
