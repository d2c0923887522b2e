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
        ["subgroup": .text(id.text), "on": .text(ending.facts.on.description)],
        ways: [Note("correct-event", MeetingChecks.at(ending.position))])
    }
    return subgroup
  }

  /// What stands against something new in a subgroup whose mandate is over by a day; nothing for any other body.
  static func objections(toUsing body: Body?, on day: Day?) -> [Refusal] {
    guard let body, case .subgroup(let seats) = body.composition, let until = seats.until, let day,
      until < day
    else { return [] }
    return [
      Refusal(
        .subgroupMandateOver, ["subgroup": .text(body.id), "until": .day(until)],
        clause: seats.clause, ways: [Note("renew-subgroup", ["subgroup": .text(body.id)])])
    ]
  }
}

extension RefusalCode {
  static let subgroupUnknown = RefusalCode("subgroup-unknown", exit: .notFound)
  static let subgroupMandateOver = RefusalCode("subgroup-mandate-over")
  static let subgroupEndedAlready = RefusalCode("subgroup-ended-already")
}
