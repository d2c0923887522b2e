import Values

extension Referral {
  /// What one body sees of it.
  package enum Standing: String, CaseIterable, Sendable {
    /// It waits for an answer here.
    case pending
    /// It came back here, from above.
    case returned
    /// This body handed it over first.
    case sent
    /// This body handed it on.
    case forwarded
    /// This body referred it back.
    case referredBack = "referred_back"
    case decided, noted, withdrawn
  }

  /// What became of it in the end, for all bodies alike.
  package enum Outcome: String, CaseIterable, Sendable {
    case adopted, rejected, noted, withdrawn
  }

  /// The bodies that it came to, in order; the first handed it over, the last has it.
  package var path: [String] {
    making.map { [$0.facts.from, $0.facts.to] + legs.map(\.handover.facts.to) } ?? []
  }

  /// The body that has it; nil before the first event.
  package var holder: String? { path.last }

  /// Who handed it to the body that has it, one above the other; a return takes away the last.
  package var stack: [String] {
    guard let making else { return [] }
    return legs.reduce(into: [making.facts.from, making.facts.to]) { stack, leg in
      if leg.isReturn { _ = stack.popLast() } else { stack.append(leg.handover.facts.to) }
    }
  }

  /// Whether it still waits for an answer.
  package var isOpen: Bool { making != nil && outcome == nil }

  package var outcome: Outcome? {
    if withdrawal != nil { return .withdrawn }
    if let decision { return decision.facts.outcome == .adopted ? .adopted : .rejected }
    return noting == nil ? nil : .noted
  }

  /// The event behind its outcome.
  package var ending: Mark? { withdrawal?.mark ?? decision?.mark ?? noting?.mark }

  /// The meeting on whose agenda it stands; nil while it waits for one.
  package var meeting: MeetingID? { scheduling?.facts.meeting }

  /// Every paper that came with it, in order, none twice.
  package var papers: [Paper] {
    var papers: [Paper] = []
    let all = (making?.facts.papers ?? []) + legs.flatMap(\.handover.facts.papers)
    for paper in all where !papers.contains(paper) { papers.append(paper) }
    return papers
  }

  /// The last words that came with it.
  package var text: String? {
    noting?.facts.text ?? legs.last { $0.handover.facts.text != nil }?.handover.facts.text
      ?? making?.facts.text
  }

  /// What a body sees of it; nil for one that it never came to.
  package func standing(of body: String) -> Standing? {
    guard let last = path.lastIndex(of: body) else { return nil }
    if withdrawal != nil { return .withdrawn }
    guard last == path.count - 1 else { return left(after: last) }
    if decision != nil { return .decided }
    if noting != nil { return .noted }
    return legs.last?.isReturn == true ? .returned : .pending
  }

  /// How it left a body; the first way is the making, each later one a leg.
  private func left(after place: Int) -> Standing {
    guard place > 0 else { return .sent }
    return legs[place - 1].isReturn ? .referredBack : .forwarded
  }

  /// When it came to a body for the last time, or was handed over by it; nil where it never was.
  package func mark(of body: String) -> Mark? {
    guard let last = path.lastIndex(of: body) else { return nil }
    return last < 2 ? making?.mark : legs[last - 2].handover.mark
  }
}
