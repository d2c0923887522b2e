import Plugins
import Values

/// What stands against an act of a body when too few delegations are in the room.
enum QuorumChecks {
  static func missing(
    _ count: QuorumCount, of meeting: MeetingID, _ rule: QuorumRule, _ derivation: Derivation
  ) -> Refusal {
    Refusal(
      .quorumMissing,
      [
        "meeting": .text(meeting.text), "found": .int(count.found), "needed": .int(count.needed),
        "base": .int(count.base),
      ], clause: rule.clause, derivation: derivation,
      ways: [Note("more-delegations", ["count": .int(count.missing)])])
  }
}

extension RefusalCode {
  static let quorumMissing = RefusalCode("quorum-missing")
}
