import Plugins
import Values

/// What stands against an act of a body when too few delegations are in the room.
enum QuorumChecks {
  static func missing(
    _ count: QuorumCount, of meeting: MeetingID, _ rule: QuorumRule, _ derivation: Derivation
  ) -> Refusal {
    var values: [String: Failure.Value] = [
      "meeting": .text(meeting.text), "found": .int(count.found), "needed": .int(count.needed),
      "base": .int(count.base),
    ]
    if let span = rule.measure.span(of: count.base) {
      values["measure"] = .text("steps")
      values["step"] = .text(span)
    }
    return Refusal(
      .quorumMissing, values.merging(count.earlier) { $1 }, clause: rule.clause,
      derivation: derivation,
      ways: [Note("more-delegations", ["count": .int(count.missing)])])
  }

  /// What stands against counting in a body of which nobody recorded who sits in it.
  static func noComposition(of body: Body) -> Refusal {
    // A calendar without a group for the day is what `board compose` is for.
    let act = body.way == "rotation" ? "board compose" : body.act
    return Refusal(
      .electorateUnknown, ["body": .text(body.id)], clause: body.seatingClause,
      ways: [Note("use-board-act", ["act": .text(act)])])
  }
}

extension QuorumCount {
  /// What a sentence says of the earlier day on which those entitled were counted; nothing for the day itself.
  var earlier: [String: Failure.Value] {
    countedOn.map { ["counting": .text("earlier"), "counted_on": .day($0)] } ?? [:]
  }
}

extension RefusalCode {
  static let electorateUnknown = RefusalCode("electorate-unknown")
  static let quorumMissing = RefusalCode("quorum-missing")
}
