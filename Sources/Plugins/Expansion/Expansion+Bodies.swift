internal import Values

/// Quorum, majorities and the seats of bodies.
extension Expansion {
  private static let deliberations = ["deliberation.adopted", "deliberation.rejected"]

  func guards(of body: Body) -> [ExpandedGuard] {
    quorum(of: body) + chair(of: body) + body.decisions.flatMap { decision($0, of: body) }
      + seating(of: body)
  }

  // MARK: - Quorum

  private func quorum(of body: Body) -> [ExpandedGuard] {
    guard let rule = body.quorum else { return [] }
    let part = Part(path: "bodies.\(body.id).quorum", clause: rule.clause)
    let keys =
      switch rule.measure {
      case .share(let threshold): [threshold.strictness.rawValue, "of"]
      case .number: ["members"]
      }
    let series = rules.series.filter { $0.body == body.id }.map(\.id)
    func reached(_ present: String) -> String {
      let electorate = electorate(of: body)
      let found = "size(\(electorate).filter(e, e in \(present)))"
      return switch rule.measure {
      case .share(let threshold):
        meets(threshold, at: part.path, found, of: "size(\(electorate))")
      case .number(let number): "\(found) >= \(value(number, at: "\(part.path).members"))"
      }
    }
    let opening = part.guarding(
      keys, on: ["meeting.opened"], when: "meeting.series in \(Self.list(series))",
      reached("payload.present"))
    let deliberation = part.guarding(
      keys, on: Self.deliberations,
      when: "payload.body == \(Self.quoted(body.id)) && has(payload.meeting)",
      reached("meeting.present"))
    return (series.isEmpty ? [] : [opening]) + [deliberation]
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
  private func electorate(of body: Body) -> String {
    let recorded =
      "board.filter(b, b.body == \(Self.quoted(body.id))).map(b, b.member)"
    return switch body.composition {
    case .plenary: "members.filter(m, m.votes).map(m, m.id)"
    case .coordinator, .elected: recorded
    case .rotation(let rule): calendar(rule, else: recorded)
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
    guard let threshold = rule.threshold else {
      return [
        part.guarding(
          ["only"], on: Self.deliberations, when: applies, "payload.method == 'consensus'")
      ]
    }
    let ballot = Ballot(rule, threshold, base: base(of: rule, in: body), at: part.path, in: self)
    let keys = ["first", threshold.strictness.rawValue, "of", "abstentions"]
    return [
      part.guarding(
        keys, on: Self.deliberations, when: applies,
        "(event.type == 'deliberation.adopted') == (\(ballot.adopts))"),
      part.guarding(["tie"], on: Self.deliberations, when: applies, ballot.chair),
    ]
  }

  private func matter(of rule: DecisionRule, in body: Body) -> String {
    guard rule.matter == DecisionRule.fallback else {
      return "payload.matter == \(Self.quoted(rule.matter))"
    }
    let others = body.decisions.map(\.matter).filter { $0 != DecisionRule.fallback }
    return others.isEmpty ? "true" : "!(payload.matter in \(Self.list(others)))"
  }

  private func base(of rule: DecisionRule, in body: Body) -> String {
    switch (rule.base, rule.abstentions) {
    case (.allMembers, _): "size(\(electorate(of: body)))"
    case (.present, _): "payload.present"
    case (.votesCast, .counted):
      "payload.votes.for + payload.votes.against + payload.votes.abstain"
    case (.votesCast, .ignored): "payload.votes.for + payload.votes.against"
    }
  }

  /// How a vote is counted, and what the chair may do about a tie.
  private struct Ballot {
    private static let tie = "payload.votes.for == payload.votes.against && payload.votes.for > 0"

    let adopts: String
    let chair: String

    init(
      _ rule: DecisionRule, _ threshold: Threshold, base: String, at path: String,
      in expansion: Expansion
    ) {
      func holds(_ inFavour: String) -> String {
        expansion.meets(threshold, at: path, inFavour, of: base)
      }
      let casts = "has(payload.chair_vote) && payload.chair_vote == 'for' && \(Self.tie)"
      let breaking = "payload.votes.for + (\(casts) ? 1 : 0)"
      let vote = holds(rule.tie == .chairDecides ? breaking : "payload.votes.for")
      adopts =
        rule.method == .vote
        ? "payload.method != 'consensus' && \(vote)" : "payload.method == 'consensus' || \(vote)"
      let decides =
        "payload.method == 'consensus' || has(payload.chair_vote) || !(\(Self.tie)) || "
        + "\(holds("payload.votes.for")) || !\(holds("payload.votes.for + 1"))"
      chair =
        rule.tie == .rejected
        ? "payload.method == 'consensus' || !has(payload.chair_vote)" : decides
    }
  }

  // MARK: - Seats of a body

  private func seating(of body: Body) -> [ExpandedGuard] {
    switch body.composition {
    case .plenary, .rotation: []
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
      + [leaving, term].compactMap(\.self)
  }
}
