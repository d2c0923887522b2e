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
}

extension RefusalCode {
  static let subgroupUnknown = RefusalCode("subgroup-unknown", exit: .notFound)
  static let subgroupEndedAlready = RefusalCode("subgroup-ended-already")
}
