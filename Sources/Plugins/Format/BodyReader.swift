internal import Values

/// Reads a body: who sits in it, its quorum, its majorities.
enum BodyReader {
  private enum Kind: String, CaseIterable {
    case plenary, rotation, coordinator, elected
  }

  private enum QuorumBase: String, CaseIterable {
    case members
  }

  private enum Consensus: String, CaseIterable {
    case consensus
  }

  static func body(_ id: String, _ section: inout Section) -> Body? {
    let title = section.localText("title")
    let composition = Self.composition(&section)
    let quorum = section.optionalSection("quorum") { Self.quorum(&$0, of: composition) }
    let chair = section.optionalSection("chair") { Self.chair(&$0) }
    let decisions = Self.decisions(id, &section)
    let proxies = section.optionalSection("proxies") { ProxyReader.rule(&$0) }
    let weights = section.optionalSection("weights") { WeightReader.weights(&$0) }
    let remote = section.optionalSection("remote") { RemoteReader.rule(&$0) }
    if !section.has("weights"), decisions.contains(where: { $0.terms.shares != nil }) {
      section.note(Failure(.keyMissing, ["key": .text("weights")], at: section.place))
    }
    guard let title, let composition else { return nil }
    return Body(
      id: id, title: title, composition: composition, quorum: quorum, decisions: decisions,
      proxies: proxies, weights: weights, chair: chair, remote: remote)
  }

  static func quorum(
    _ section: inout Section, of composition: Composition?
  ) -> QuorumRule? {
    let counting = section.optional("counted", Form<QuorumCounting>.choice)
    if section.has("steps") {
      return QuorumStepReader.quorum(&section, of: composition, counting: counting)
    }
    guard section.has("members") else {
      let threshold = section.threshold()
      _ = section.required("of", Form<QuorumBase>.choice)
      let secondCall = section.optionalSection("second_call") { SecondCallReader.secondCall(&$0) }
      guard let clause = section.clause(), let threshold else { return nil }
      return QuorumRule(
        .share(threshold), counting: counting, secondCall: secondCall, clause: clause)
    }
    for key in ["more_than", "at_least", "of"] where section.has(key) {
      section.note(
        Failure(
          .keysExclusive, ["one": .text("members"), "other": .text(key)],
          at: section.place(of: key)))
    }
    let secondCall = section.optionalSection("second_call") { SecondCallReader.secondCall(&$0) }
    let number = section.required("members", .number(1...500))
    if let number, let most = composition.flatMap(\.mostMembers), number > most {
      section.note(
        Failure(
          .quorumOutOfReach, ["members": .int(number), "most": .int(most)],
          at: section.place(of: "members")))
    }
    guard let clause = section.clause(), let number else { return nil }
    return QuorumRule(
      .number(number), counting: counting, secondCall: secondCall, clause: clause)
  }

  private static func chair(_ section: inout Section) -> ChairRule? {
    let written = section.node("classes").flatMap { try? $0.sequence() }
    let classes = section.list("classes", .reference("class", to: section.context.classes))
    if written?.isEmpty == true {
      section.note(Failure(.listEmpty, at: section.place(of: "classes")))
    }
    guard let clause = section.clause(), let classes else { return nil }
    return ChairRule(classes: classes, clause: clause)
  }

  // MARK: - Composition

  private static func composition(_ section: inout Section) -> Composition? {
    switch section.required("composition", Form<Kind>.choice) {
    case nil: nil
    case .plenary: .plenary
    case .rotation: section.section("rotation") { Self.rotation(&$0) }.map { .rotation($0) }
    case .coordinator:
      section.section("coordinator") { Self.coordinator(&$0) }.map { .coordinator($0) }
    case .elected: section.section("elected") { Self.election(&$0) }.map { .elected($0) }
    }
  }

  private static func rotation(_ section: inout Section) -> RotationRule? {
    let chairPeriod = section.optional("chair_period", .period)
    let path = section.path
    let context = section.context
    let groups = section.list("groups", .any)?.compactMap { node in
      Section.read(node, path: path, in: context) { Self.group(&$0) }
    }
    if let groups { checkOrder(groups, &section) }
    if groups?.isEmpty == true {
      let place = section.place(of: "groups")
      context.findings.add(Failure(.rotationEmpty, at: place), as: .warning)
    }
    guard let clause = section.clause(), let groups else { return nil }
    return RotationRule(
      groups: groups.map(\.group), chairPeriod: chairPeriod, clause: clause)
  }

  private typealias PlacedGroup = (group: RotationRule.Group, place: Place?)

  private static func group(_ section: inout Section) -> PlacedGroup? {
    let members = section.list("members", section.context.memberCode)
    let from = section.required("from", .day)
    let until = section.required("until", .day)
    guard let members, let from, let until else { return nil }
    if until < from {
      section.note(
        Failure(
          .daysBackwards, ["from": .day(from), "until": .day(until)],
          at: section.place(of: "until")))
    } else if until > from + Period(years: Period.longestYears) {
      section.note(
        Failure(
          .groupTooLong, ["until": .day(until), "years": .int(Period.longestYears)],
          at: section.place(of: "until")))
    }
    return (RotationRule.Group(members: members, from: from, until: until), section.place)
  }

  private static func checkOrder(_ groups: [PlacedGroup], _ section: inout Section) {
    for (former, next) in zip(groups, groups.dropFirst())
    where next.group.from <= former.group.until {
      section.note(
        Failure(
          .rotationOverlap,
          ["from": .day(next.group.from), "until": .day(former.group.until)], at: next.place))
    }
  }

  private static func coordinator(_ section: inout Section) -> CoordinatorRule? {
    let namedBy = section.optional("named_by", .reference("body", to: section.context.bodies))
    let term = section.optional("term", .period)
    return section.clause().map { CoordinatorRule(namedBy: namedBy, term: term, clause: $0) }
  }

  private static func election(_ section: inout Section) -> ElectionRule? {
    let minimum = section.required("min", .number(1...99))
    let maximum = section.required("max", .number(1...99))
    section.checkOrder(minimum, maximum)
    let electedBy = section.required("by", .reference("body", to: section.context.bodies))
    let term = section.optional("term", .period)
    let isOnePerMember = section.required("one_per_member", .boolean)
    let mostLeaving = section.optional("leaving", .number(1...99))
    let matters = electedBy.flatMap { section.context.matters[$0] } ?? []
    let matter = section.optional("matter", .reference("matter", to: matters))
    let ballot = section.optionalSection("ballot") { ElectionBallotReader.ballot(&$0, of: maximum) }
    guard let clause = section.clause(), let minimum, let maximum, let electedBy,
      let isOnePerMember
    else { return nil }
    return ElectionRule(
      minimum: minimum, maximum: maximum, electedBy: electedBy, term: term,
      isOnePerMember: isOnePerMember, mostLeaving: mostLeaving, matter: matter, ballot: ballot,
      clause: clause)
  }

  // MARK: - Decisions

  /// The kinds of matter of each body that decides, before any body is read, since bodies name those of others.
  static func matters(of bodies: [Entry]) -> [String: [String]] {
    var matters: [String: [String]] = [:]
    for body in bodies {
      guard case .mapping(let keys) = body.value.kind,
        case .mapping(let kinds)? = keys.first(where: { $0.name == "decides" })?.value.kind
      else { continue }
      matters[body.name] = kinds.map(\.name)
    }
    return matters
  }

  private static func decisions(_ body: String, _ section: inout Section) -> [DecisionRule] {
    guard section.has("decides") else { return [] }
    let matters = section.entries("decides").map(\.name)
    section.context.matters[body] = matters
    if !matters.contains(DecisionRule.fallback) {
      section.note(
        Failure(
          .keyMissing, ["key": .text(DecisionRule.fallback)], at: section.place(of: "decides")))
    }
    return section.each("decides") { Self.decision(on: $0, &$1) }
  }

  static func decision(on matter: String, _ section: inout Section) -> DecisionRule? {
    if section.has("only") { return consensus(on: matter, &section) }
    let first = section.optional("first", Form<Consensus>.choice)
    let threshold = section.threshold()
    let base = section.required("of", Form<DecisionRule.Base>.choice)
    let abstentions = section.required("abstentions", Form<DecisionRule.Abstentions>.choice)
    let tie = section.required("tie", Form<DecisionRule.Tie>.choice)
    let terms = VoteTermsReader.terms(&section)
    guard let clause = section.clause(), let threshold, let base, let abstentions, let tie
    else { return nil }
    return DecisionRule(
      matter: matter, method: first == nil ? .vote : .consensusFirst, threshold: threshold,
      base: base, abstentions: abstentions, tie: tie, terms: terms, clause: clause)
  }

  private static let ofVotes = [
    "first", "more_than", "at_least", "abstentions", "tie", "shares", "second_vote", "choice",
  ]

  /// A matter on which nobody votes; its base says whose consensus is asked.
  private static func consensus(on matter: String, _ section: inout Section) -> DecisionRule? {
    _ = section.required("only", Form<Consensus>.choice)
    let base = section.optional("of", Form<DecisionRule.Base>.choice) ?? .present
    let terms = VoteTermsReader.termsOfConsensus(&section)
    for key in Self.ofVotes where section.has(key) {
      section.note(
        Failure(
          .keysExclusive, ["one": .text("only"), "other": .text(key)], at: section.place(of: key)))
    }
    return section.clause().map {
      DecisionRule(
        matter: matter, method: .consensus, threshold: nil, base: base, abstentions: .ignored,
        tie: .rejected, terms: terms, clause: $0)
    }
  }
}
