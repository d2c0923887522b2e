internal import Values

/// Majorities, chairs and the seats of bodies.
extension Expansion {
  static let deliberations = ["deliberation.adopted", "deliberation.rejected"]

  /// What may become of a vote in a body; a tie only where it goes to a second round.
  static func deliberations(of body: Body) -> [String] {
    deliberations
      + (body.decisions.contains { $0.tie == .secondRound } ? ["deliberation.tied"] : [])
  }

  func guards(of body: Body) -> [ExpandedGuard] {
    quorum(of: body) + chair(of: body) + body.decisions.flatMap { decision($0, of: body) }
      + proxies(of: body) + remote(of: body)
      + seating(of: body)
  }

  // MARK: - Chair

  private func chair(of body: Body) -> [ExpandedGuard] {
    let series = rules.series.filter { $0.body == body.id }.map(\.id)
    guard let rule = body.chair, !series.isEmpty else { return [] }
    let part = Part(path: "bodies.\(body.id).chair", clause: rule.clause)
    return [
      part.guarding(
        ["classes"], on: ["meeting.opened"],
        when: "meeting.series in \(Self.list(series)) && has(payload.chair)",
        "members.exists(m, m.id == payload.chair && m.class in \(Self.list(rule.classes)))")
    ]
  }

  /// The codes of those entitled to vote in a body on the day of the event.
  func electorate(of body: Body) -> String {
    let recorded =
      "board.filter(b, b.body == \(Self.quoted(body.id))).map(b, b.member)"
    return switch body.composition {
    case .plenary: "members.filter(m, m.votes).map(m, m.id)"
    case .coordinator, .elected: recorded
    case .rotation(let rule): calendar(rule, else: recorded)
    case .subgroup(let seats): Self.list(Set(seats.stays.map(\.member)).sorted())
    }
  }

  /// The group of the day; days are told as numbers, 20260101 for the first of January 2026.
  private func calendar(_ rule: RotationRule, else recorded: String) -> String {
    let day = "event.effective"
    let today = "year(\(day)) * 10000 + month(\(day)) * 100 + day(\(day))"
    let groups = rule.groups.map { group in
      "today >= \(Self.number(group.from)) && today <= \(Self.number(group.until)) ? "
        + Self.list(group.members) + " : "
    }
    return "cel.bind(today, \(today), \(groups.joined())\(recorded))"
  }

  private static func number(_ day: Day) -> Int { day.year * 10_000 + day.month * 100 + day.day }

  // MARK: - Majorities

  private func decision(_ rule: DecisionRule, of body: Body) -> [ExpandedGuard] {
    let part = Part(path: "bodies.\(body.id).decides.\(rule.matter)", clause: rule.clause)
    // What silence adopts is not counted by the majority of the body.
    let applies =
      "payload.body == \(Self.quoted(body.id)) && payload.method != 'silence' && "
      + matter(of: rule, in: body)
      // Of a choice among several options the program says which one, by another count.
      + (rule.terms.choice == nil ? "" : " && !has(payload.choice)")
    guard let threshold = rule.threshold else {
      return [
        part.guarding(
          ["only"], on: Self.deliberations, when: applies, "payload.method == 'consensus'")
      ]
    }
    let types = rule.tie == .secondRound ? Self.deliberations(of: body) : Self.deliberations
    let ballot = Ballot(rule, threshold, base: base(of: rule, in: body), at: part.path, in: self)
    let recused = rule.terms.recusal == .stays ? [] : ["recused"]
    let keys = ["first", threshold.strictness.rawValue, "of", "abstentions"] + recused
    return [
      part.guarding(
        keys, on: types, when: applies,
        "(event.type == 'deliberation.adopted') == (\(ballot.adopts))"),
      part.guarding(["tie"], on: types, when: applies, ballot.tie),
    ] + shares(of: rule, at: part, when: applies)
  }

  func matter(of rule: DecisionRule, in body: Body) -> String {
    guard rule.matter == DecisionRule.fallback else {
      return "payload.matter == \(Self.quoted(rule.matter))"
    }
    let others = body.decisions.map(\.matter).filter { $0 != DecisionRule.fallback }
    return others.isEmpty ? "true" : "!(payload.matter in \(Self.list(others)))"
  }

  private func base(of rule: DecisionRule, in body: Body) -> String {
    let aside = rule.terms.recusal == .stays ? "" : " - payload.votes.recused"
    return switch (rule.base, rule.abstentions) {
    case (.allMembers, _): "size(\(electorate(of: body)))\(aside)"
    case (.present, _): "payload.present\(body.proxies == nil ? "" : Self.proxied)\(aside)"
    case (.votesCast, .counted):
      "payload.votes.for + payload.votes.against + payload.votes.abstain"
    case (.votesCast, .ignored): "payload.votes.for + payload.votes.against"
    }
  }

  /// How a vote is counted, and what the chair may do about a tie.
  private struct Ballot {
    private static let equal = "payload.votes.for == payload.votes.against && payload.votes.for > 0"

    let adopts: String
    let tie: String

    init(
      _ rule: DecisionRule, _ threshold: Threshold, base: String, at path: String,
      in expansion: Expansion
    ) {
      let shares = expansion.shares(of: rule, at: path)
      func holds(_ inFavour: String) -> String {
        let members = expansion.meets(threshold, at: path, inFavour, of: base)
        return shares.map { "(\(members) && (!has(payload.shares) || \($0)))" } ?? members
      }
      let isLot = rule.tie == .lot
      let casts =
        isLot
        ? "has(payload.lot) && payload.lot.drawn == 'for' && \(Self.equal)"
        : "has(payload.chair_vote) && payload.chair_vote == 'for' && \(Self.equal)"
      let breaking = "payload.votes.for + (\(casts) ? 1 : 0)"
      let isBroken = isLot || rule.tie == .chairDecides
      let vote = holds(isBroken ? breaking : "payload.votes.for")
      adopts =
        rule.method == .vote
        ? "payload.method != 'consensus' && \(vote)" : "payload.method == 'consensus' || \(vote)"
      let decides =
        "payload.method == 'consensus' || has(payload.\(isLot ? "lot" : "chair_vote")) || "
        + "!(\(Self.equal)) || "
        + "\(holds("payload.votes.for")) || !\(holds("payload.votes.for + 1"))"
      let silent = "payload.method == 'consensus' || !has(payload.chair_vote)"
      tie = isLot ? "(\(silent)) && (\(decides))" : isBroken ? decides : silent
    }
  }

  // MARK: - Seats of a body

  private func seating(of body: Body) -> [ExpandedGuard] {
    switch body.composition {
    case .plenary, .rotation, .subgroup: []
    case .coordinator(let rule):
      rule.term.map { term in
        let part = Part(path: "bodies.\(body.id).coordinator", clause: rule.clause)
        return [self.term(term, of: part, on: "coordinator.named", body)]
      } ?? []
    case .elected(let rule): election(rule, of: body)
    }
  }

  private func term(_ term: Period, of part: Part, on type: String, _ body: Body) -> ExpandedGuard {
    part.guarding(
      ["term"], on: [type], when: "event.id == \(Self.quoted(body.id))",
      Self.within(value(term, at: "\(part.path).term")))
  }

  /// Whether what has an end keeps within a term.
  static func within(_ term: String) -> String {
    "!has(payload.until) || payload.until <= addPeriod(payload.from, \(term))"
  }

  private func election(_ rule: ElectionRule, of body: Body) -> [ExpandedGuard] {
    let part = Part(path: "bodies.\(body.id).elected", clause: rule.clause)
    func elected(_ keys: [String], _ require: String) -> ExpandedGuard {
      part.guarding(
        keys, on: ["board.elected"], when: "event.id == \(Self.quoted(body.id))", require)
    }
    let least = value(rule.minimum, at: "\(part.path).min")
    let most = value(rule.maximum, at: "\(part.path).max")
    let size = "size(payload.members) >= \(least) && size(payload.members) <= \(most)"
    let standing = rules.membership.classes.filter { $0.rights.contains(.stand) }.map(\.name)
    let eligible =
      "cel.bind(eligible, members.filter(m, m.class in \(Self.list(standing))).map(m, m.id), "
      + "payload.members.all(e, e in eligible))"
    let seated = "board.filter(b, b.body == \(Self.quoted(body.id))"
    let leaving = rule.mostLeaving.map { most in
      elected(
        ["leaving"],
        "size(\(seated) && !(b.member in payload.members))) <= "
          + value(most, at: "\(part.path).leaving"))
    }
    let term = rule.term.map { self.term($0, of: part, on: "board.elected", body) }
    return [elected(["min", "max"], size), elected(["stand"], eligible)]
      + [leaving, term].compactMap(\.self) + ballot(of: body, rule)
  }
}
