package import Governance
package import Plugins
package import Testing
import Values

extension Rules {
  /// The sample rules with a bureau of one to five, elected by candidates: more than half of the ballots in the
  /// first round, the most votes afterwards, a lot in a tie.
  package static func electing(_ change: (inout BallotRule) -> Void = { _ in }) -> Rules {
    var ballot = BallotRule(
      threshold: Threshold(.moreThan, .half), base: .votesCast, abstentions: .ignored,
      relativeAfter: 1, tie: .lot,
      clause: Clause(id: "bodies.bureau.elected.ballot", source: .assumption))
    change(&ballot)
    var rules = Rules.sample
    rules.bodies = rules.bodies.map { body in
      guard case .elected(var election) = body.composition else { return body }
      election.minimum = 1
      election.maximum = 5
      election.ballot = ballot
      var body = body
      body.composition = .elected(election)
      return body
    }
    return rules
  }
}

extension SeatQuota {
  /// `north FI,SE 1-2`: the name, the members, the fewest and the most seats.
  package init(_ name: String, _ members: String, _ minimum: Int, _ maximum: Int? = nil) {
    self.init(
      name: name, members: members.split(separator: ",").map { String($0) }, minimum: minimum,
      maximum: maximum,
      clause: Clause(id: "bodies.bureau.elected.ballot.quotas.\(name)", source: .assumption))
  }
}

extension Given {
  /// Something that happened to the first election, E-1.
  package func elected(
    _ event: ElectionEvent, on day: String = "2026-11-02",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    let id = try #require(ElectionID("E-1"), sourceLocation: sourceLocation)
    return try happened(event, to: id, on: day, sourceLocation: sourceLocation)
  }

  /// E-1: so many seats of the bureau, opened by 2 November 2026, with candidates that have accepted.
  package func election(
    _ seats: Int, among candidates: String = "", staying stays: String = "",
    until: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    let on = try #require(PartialDay("2026-11-02"), sourceLocation: sourceLocation)
    let opening = ElectionOpening(
      on: on, body: "bureau", by: "plenary", seats: seats, stays: Self.members(stays),
      until: until.flatMap { Day($0) })
    return try Self.members(candidates).reduce(
      elected(.opened(opening), sourceLocation: sourceLocation)
    ) { given, member in
      try given.elected(.nominated(CandidateNaming(on: on, member: member)))
        .elected(.accepted(CandidateStep(on: on, member: member)))
    }
  }

  /// A candidate of E-1 withdrew.
  package func withdrew(
    _ member: String, on day: String = "2026-11-23",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    let on = try #require(PartialDay(day), sourceLocation: sourceLocation)
    let id = try #require(MemberID(member), sourceLocation: sourceLocation)
    return try elected(
      .withdrawn(CandidateStep(on: on, member: id)), on: day, sourceLocation: sourceLocation)
  }

  /// Records the events of a decision, as the log would.
  package func recorded(_ decision: Decision, on day: String = "2026-11-23") throws -> Given {
    try decision.events.reduce(self) { given, planned in
      guard let event = planned.event as? ElectionEvent else { return given }
      return try given.elected(event, on: day)
    }
  }

  package static func members(_ codes: String) -> [MemberID] {
    codes.split(separator: " ").compactMap { MemberID($0) }
  }
}
