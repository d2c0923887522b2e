import Plugins
package import Values

/// By what a board is elected: a deliberation that names its members, or an election that computed them.
enum ElectionGround: Hashable, Sendable {
  case deliberation(DeliberationID, members: [MemberID])
  case election(ElectionID)

  /// - Throws: `election-ground-unclear` when neither or both were given, or members without a deliberation.
  init(_ input: ActInput) throws(Failure) {
    switch (input.has("election"), input.has("members"), input.has("by")) {
    case (true, false, false): self = .election(try input.id("election"))
    case (false, true, true):
      self = .deliberation(try input.id("by"), members: try input.ids("members"))
    default: throw Failure(.electionGroundUnclear)
    }
  }

  var deliberation: DeliberationID? {
    if case .deliberation(let id, _) = self { id } else { nil }
  }

  var election: ElectionID? {
    if case .election(let id) = self { id } else { nil }
  }

  var need: Need {
    switch self {
    case .deliberation(let id, _): .one(EntityKey(id))
    case .election(let id): .one(EntityKey(id))
    }
  }

  /// Who was elected, with what the rule has against the ground.
  ///
  /// - Throws: What no rule can mend: a deliberation or an election that is not there, decided nothing, or
  ///   decided something else.
  func elected(
    to body: BoardID, _ rule: ElectionRule, in ledger: Ledger
  ) throws(Refusal) -> (members: [MemberID], objections: [Refusal]) {
    switch self {
    case .deliberation(let id, let members):
      let deliberation = try AdoptionChecks.adopted(
        id, in: ledger, deciding: members.map(\.text), orOn: body.text)
      let others =
        BoardChecks.objection(to: deliberation, of: rule.electedBy, clause: rule.clause)
        + Self.objection(to: deliberation, electing: body, under: rule)
      let again = BoardChecks.objection(
        toCiting: id, again: members, in: ledger[body], naming: rule.electedBy, clause: rule.clause)
      return (members, others + again)
    case .election(let id):
      return (try Self.members(of: id, electing: body, in: ledger), [])
    }
  }

  /// What the rule has against a deliberation of the right body that was on something else.
  ///
  /// It elects when it says so (`decides` names the body, or everybody who is elected), and when its kind of matter
  /// is that of the rule, or, where the rule names none, `election` or the body itself.
  private static func objection(
    to deliberation: Deliberation, electing body: BoardID, under rule: ElectionRule
  ) -> [Refusal] {
    let says = deliberation.resolution?.facts.circumstances.decides.isEmpty == false
    let matters = rule.matter.map { [$0] } ?? [ElectionRule.usualMatter, body.text]
    let isOnElection = deliberation.matter.map { matters.contains($0) } ?? false
    guard !says, !isOnElection, deliberation.body == rule.electedBy else { return [] }
    return [
      Refusal(
        .deliberationElectsNobody,
        [
          "deliberation": .text(deliberation.id.text), "matter": .text(deliberation.matter ?? ""),
          "body": .text(body.text), "wanted": .list(matters),
        ], clause: rule.clause,
        ways: [
          Note("decide-election", ["body": .text(body.text)]),
          Note("decide-in-body", ["body": .text(rule.electedBy), "matter": .text(matters[0])]),
        ])
    ]
  }

  /// Those who stay and those who were elected in an election that is over.
  private static func members(
    of id: ElectionID, electing body: BoardID, in ledger: Ledger
  ) throws(Refusal) -> [MemberID] {
    guard let election = ledger[id], let opening = election.opening?.facts else {
      throw Refusal(
        .electionUnknown, ["election": .text(id.text)],
        ways: [Note("see-list", ["noun": .text("election")])])
    }
    let values: [String: Failure.Value] = ["election": .text(id.text)]
    guard opening.body == body.text else {
      throw Refusal(
        .electionOfOtherBody,
        values.merging(["body": .text(body.text), "found": .text(opening.body)]) { $1 },
        ways: [Note("use-body", ["body": .text(opening.body)])])
    }
    guard election.closing != nil else {
      throw Refusal(
        .electionNotOver, values,
        ways: [Note("count-next-round", values), Note("close-election", values)])
    }
    guard !election.elected.isEmpty else {
      throw Refusal(
        .electionElectedNobody, values,
        ways: [Note("open-another-election", ["body": .text(body.text)])])
    }
    return election.seated
  }
}

extension Failure.Code {
  /// A board is elected neither by members with a deliberation nor by an election, or by both.
  package static let electionGroundUnclear = Failure.Code(
    "election-ground-unclear", exit: .usage)
}

extension RefusalCode {
  static let deliberationElectsNobody = RefusalCode("deliberation-elects-nobody")
  static let electionOfOtherBody = RefusalCode("election-of-other-body")
  static let electionNotOver = RefusalCode("election-not-over")
  static let electionElectedNobody = RefusalCode("election-elected-nobody")
}
