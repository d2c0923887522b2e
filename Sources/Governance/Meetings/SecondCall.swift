import Plugins
import Values

/// A meeting that is called as the second one, since a first one had no quorum.
struct SecondCall {
  private let former: Meeting
  private let meeting: Meeting
  private let body: Body?

  /// - Throws: What no rule can mend: a meeting of another series, one that had its quorum or its second call,
  ///   or that was a second call itself.
  init(
    after id: MeetingID, for meeting: Meeting, in ledger: Ledger, under rules: Rules,
    on occasion: Occasion
  ) throws(Refusal) {
    former = try MeetingChecks.meeting(id, in: ledger)
    self.meeting = meeting
    body = meeting.series.flatMap(rules.series).flatMap { rules.body($0.body) }
    try checkPair(in: ledger)
    guard Self.hadNoQuorum(former, of: body, in: ledger, under: rules, on: occasion) else {
      throw Refusal(
        .secondCallUnfounded, values, ways: [Note("convene-anew", values)])
    }
  }

  private var values: [String: Failure.Value] {
    ["meeting": .text(meeting.id.text), "former": .text(former.id.text)]
  }

  private func checkPair(in ledger: Ledger) throws(Refusal) {
    guard former.id != meeting.id, former.series == meeting.series else {
      throw Refusal(.secondCallElsewhere, values, ways: [Note("convene-anew", values)])
    }
    guard former.convocation?.facts.secondCallOf == nil else {
      throw Refusal(.secondCallAgain, values, ways: [Note("convene-anew", values)])
    }
    let other = ledger.all(Meeting.self).first { other in
      other.id != meeting.id && other.cancellation == nil
        && other.convocation?.facts.secondCallOf == former.id
    }
    guard let other else { return }
    throw Refusal(
      .secondCallMade, values.merging(["other": .text(other.id.text)]) { $1 },
      ways: [Note("convene-anew", values)])
  }

  /// Whether a meeting could not be opened on its day, or lost its quorum before it ended.
  private static func hadNoQuorum(
    _ former: Meeting, of body: Body?, in ledger: Ledger, under rules: Rules,
    on occasion: Occasion
  ) -> Bool {
    guard let opening = former.opening else {
      let end = former.cancellation?.facts.on.last ?? occasion.day
      return former.convocation != nil && former.from.map { $0.first <= end } == true
    }
    let day = former.closing?.facts.on.first ?? max(occasion.day, opening.mark.effective)
    guard let body, let rule = body.quorum,
      let electorate = Electorate(of: body, on: day, in: ledger, under: rules)
    else { return false }
    return !rule.count(of: electorate, present: Set(former.present().map(\.member))).holds
  }

  /// What the rules say of a second meeting that begins on a day.
  func decide(opening: Day?, into decision: inout Decision) {
    guard let rule = body?.quorum?.secondCall else {
      decision.objections.append(
        Refusal(
          .secondCallUnruled, values, clause: body?.quorum?.clause,
          ways: [Note("convene-anew", values), Note("adopt-rules")]))
      return
    }
    guard let opening, let from = former.from else { return }
    let earliest = from.first + rule.after
    let derivation = rule.derivation(
      after: former.id, of: from.first, earliest: earliest, opening: opening)
    decision.derivations.append(derivation)
    guard opening < earliest else { return }
    decision.objections.append(
      Refusal(
        .secondCallTooEarly,
        values.merging([
          "opening": .day(opening), "earliest": .day(earliest), "period": .period(rule.after),
        ]) { $1 }, clause: rule.clause, derivation: derivation,
        ways: [
          Note("earliest-lawful-day", ["day": .day(earliest)]),
          Note("move-to-day", MeetingChecks.moving(meeting.id, to: earliest)),
        ]))
  }
}

extension SecondCallRule {
  fileprivate func derivation(
    after former: MeetingID, of day: Day, earliest: Day, opening: Day
  ) -> Derivation {
    Derivation(
      clause, "second-call",
      JSON.Fields([
        ("former_meeting", .text(former.text)), ("former_day", .text(day.description)),
        ("period", .text(after.description)), ("earliest_meeting", .text(earliest.description)),
        ("first_day", .text(opening.description)),
        ("strictness", .text(threshold?.strictness.rawValue ?? "–")),
        ("threshold", .text(threshold?.fraction.description ?? "–")),
      ]), holds: earliest <= opening)
  }
}

extension Body {
  /// The body as it meets in a meeting: with the quorum of a second call in one that was called so.
  func called(to meeting: Meeting) -> Body {
    guard meeting.convocation?.facts.secondCallOf != nil, let second = quorum?.secondCall else {
      return self
    }
    var body = self
    body.quorum = second.threshold.map {
      QuorumRule(.share($0), counting: quorum?.counting, clause: second.clause)
    }
    return body
  }
}

extension RefusalCode {
  static let secondCallUnfounded = RefusalCode("second-call-unfounded")
  static let secondCallElsewhere = RefusalCode("second-call-elsewhere")
  static let secondCallAgain = RefusalCode("second-call-again")
  static let secondCallMade = RefusalCode("second-call-made")
  static let secondCallUnruled = RefusalCode("second-call-unruled")
  static let secondCallTooEarly = RefusalCode("second-call-too-early")
}
