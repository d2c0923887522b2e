internal import Values

/// Elections by candidates: who is elected in a round, how many names a ballot has, when a vote is held at all.
extension Expansion {
  func ballot(of body: Body, _ rule: ElectionRule) -> [ExpandedGuard] {
    guard let ballot = rule.ballot else { return [] }
    let part = Part(path: "bodies.\(body.id).elected.ballot", clause: ballot.clause)
    func counted(_ keys: [String], _ require: String) -> ExpandedGuard {
      part.guarding(
        keys, on: ["election.counted"], when: "payload.body == \(Self.quoted(body.id))", require)
    }
    var guards = [
      counted(
        [ballot.threshold.strictness.rawValue, "of", "abstentions"]
          + (ballot.relativeAfter == nil ? [] : ["relative_after"]),
        majority(ballot, rule, at: part.path)),
      counted(["marks"], marks(ballot, at: part.path)),
    ]
    if ballot.isContestedOnly {
      guards.append(counted(["contested"], "size(payload.results) > payload.places"))
    }
    if !ballot.isOpen { guards.append(counted(["open"], "!has(payload.names)")) }
    if let rounds = ballot.rounds {
      let most = value(rounds, at: "\(part.path).rounds")
      guards.append(counted(["rounds"], "payload.round <= \(most)"))
    }
    return guards
  }

  /// Whoever is elected has the votes that the round asks for.
  private func majority(_ ballot: BallotRule, _ rule: ElectionRule, at path: String) -> String {
    let has = meets(ballot.threshold, at: path, "r.votes", of: base(ballot, rule))
    let elected = "payload.results.filter(r, r.member in payload.elected)"
    guard let after = ballot.relativeAfter else { return "\(elected).all(r, \(has))" }
    let relative = "payload.round > \(value(after, at: "\(path).relative_after"))"
    return "\(relative) || \(elected).all(r, \(has))"
  }

  private static let valid = "payload.ballots - payload.abstain - payload.invalid"

  private func base(_ ballot: BallotRule, _ rule: ElectionRule) -> String {
    let electing = rules.body(rule.electedBy)
    return switch (ballot.base, ballot.abstentions) {
    case (.allMembers, _): "size(\(electing.map { electorate(of: $0) } ?? "[]"))"
    case (.present, _):
      "payload.present" + (electing?.proxies == nil ? "" : " + payload.proxied")
    case (.votesCast, .counted): "payload.ballots - payload.invalid"
    case (.votesCast, .ignored): Self.valid
    }
  }

  /// All names together, and where it is known who voted for whom, those of each ballot.
  private func marks(_ ballot: BallotRule, at path: String) -> String {
    let most = ballot.marks.map { value($0, at: "\(path).marks") } ?? "payload.places"
    return "payload.marks <= \(most) * (\(Self.valid)) && "
      + "(!has(payload.names) || payload.names.all(n, size(n.for) <= \(most)))"
  }
}
