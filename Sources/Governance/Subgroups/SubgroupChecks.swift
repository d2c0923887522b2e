import Plugins
import Values

/// What the acts on subgroups ask of the state alike.
enum SubgroupChecks {
  /// The subgroup, as long as it has not ended.
  static func working(_ id: SubgroupID, in ledger: Ledger) throws(Refusal) -> Subgroup {
    guard let subgroup = ledger[id], subgroup.creation != nil else {
      throw Refusal(
        .subgroupUnknown, ["subgroup": .text(id.text)],
        ways: [Note("see-list", ["noun": .text("subgroup")])])
    }
    if let ending = subgroup.ending {
      throw Refusal(
        .subgroupEndedAlready,
        ["subgroup": .text(id.text), "on": .known(ending.facts.on)],
        ways: [Note("correct-event", MeetingChecks.at(ending.position))])
    }
    return subgroup
  }

  /// What stands against something new in a subgroup after the last day of its mandate; nil until then.
  static func overMandate(of subgroup: Subgroup, under rules: Rules, on day: Day) -> Refusal? {
    guard let until = subgroup.lapse(before: day) else { return nil }
    return runOut(of: subgroup, under: rules, on: day)
      ?? over(subgroup.id.text, until: until, on: day, under: rules)
  }

  /// What stands against anything in a subgroup that the rules have ended by a day, whether or not that is
  /// recorded yet; nil until then, and where nothing but an act ends one.
  static func runOut(of subgroup: Subgroup, under rules: Rules, on day: Day) -> Refusal? {
    guard let rule = rules.subgroups, let until = subgroup.lapse(before: day),
      let derivation = rule.derivation(mandateUntil: until, on: day), derivation.holds,
      let first = rule.firstDayWithout(mandateUntil: until)
    else { return nil }
    return Refusal(
      .subgroupRunOut,
      ["subgroup": .text(subgroup.id.text), "until": .day(until), "on": .day(first)],
      clause: rule.clause, derivation: derivation,
      ways: [
        Note("tick-ends-subgroup"), Note("new-mandate", ["body": .text(rule.createdBy)]),
      ])
  }

  /// What stands against something new in a body on a day, such as a meeting, which may lie ahead; nothing for a
  /// body that is no subgroup.
  static func objections(
    toUsing body: String, on day: Day, in ledger: Ledger, under rules: Rules
  ) -> [Refusal] {
    guard rules.body(body)?.isSubgroup == true, let id = SubgroupID(body),
      let subgroup = ledger[id]
    else { return [] }
    if let ending = subgroup.ending, ending.facts.on.first <= day {
      return [
        Refusal(
          .subgroupEndedAlready, ["subgroup": .text(body), "on": .known(ending.facts.on)],
          clause: rules.subgroups?.clause,
          ways: (rules.subgroups.map { [Note("new-mandate", ["body": .text($0.createdBy)])] } ?? [])
            + [Note("see-list", ["noun": .text("subgroup")])])
      ]
    }
    return subgroup.lapse(before: day).map { [over(body, until: $0, on: day, under: rules)] } ?? []
  }

  private static func over(_ id: String, until: Day, on day: Day, under rules: Rules) -> Refusal {
    Refusal(
      .mandateOver,
      ["subgroup": .text(id), "until": .day(until), "day": .day(day)],
      clause: rules.subgroups?.clause,
      ways: [
        rules.subgroups.map {
          Note("renew-subgroup", ["subgroup": .text(id), "body": .text($0.createdBy)])
        },
        Note("end-subgroup", ["subgroup": .text(id)]),
      ].compactMap(\.self))
  }

  static func values(of id: SubgroupID, until: Day) -> [String: Failure.Value] {
    ["subgroup": .text(id.text), "until": .day(until)]
  }
}

extension Subgroup {
  /// The last day of the mandate as it was renewed by a day, where it is over by then; nil while it lasts, and
  /// for one without an end.
  func lapse(before day: Day) -> Day? {
    until(on: day).flatMap { $0 < day ? $0 : nil }
  }
}

extension RefusalCode {
  static let subgroupUnknown = RefusalCode("subgroup-unknown", exit: .notFound)
  static let mandateOver = RefusalCode("mandate-over")
  static let subgroupRunOut = RefusalCode("subgroup-run-out")
  static let subgroupEndedAlready = RefusalCode("subgroup-ended-already")
}
