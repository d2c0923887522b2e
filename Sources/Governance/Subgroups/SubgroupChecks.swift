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

  /// What stands against new work of a subgroup after the last day of its mandate; nil until then.
  static func overMandate(of subgroup: Subgroup, under rules: Rules, on day: Day) -> Refusal? {
    subgroup.lapse(before: day).map { until in
      Refusal(
        .mandateOver, values(of: subgroup.id, until: until).merging(["day": .day(day)]) { $1 },
        clause: rules.subgroups?.clause,
        ways: [Note("end-subgroup", ["subgroup": .text(subgroup.id.text)])]
          + (rules.subgroups.map { [Note("new-mandate", ["body": .text($0.createdBy)])] } ?? []))
    }
  }

  static func values(of id: SubgroupID, until: Day) -> [String: Failure.Value] {
    ["subgroup": .text(id.text), "until": .day(until)]
  }
}

extension Subgroup {
  /// The last day of the mandate, where that day is over; nil while it lasts, and for one without an end.
  func lapse(before day: Day) -> Day? {
    creation?.facts.until.flatMap { $0 < day ? $0 : nil }
  }
}

extension RefusalCode {
  static let subgroupUnknown = RefusalCode("subgroup-unknown", exit: .notFound)
  static let mandateOver = RefusalCode("mandate-over")
  static let subgroupEndedAlready = RefusalCode("subgroup-ended-already")
}
