package import Plugins
package import Values

extension Subgroup {
  /// The mandate in its words, as the last amendment left it; nil for a creation that was struck.
  package var mandate: String? {
    amendments.last { $0.facts.mandate != nil }?.facts.mandate ?? creation?.facts.mandate
  }

  /// The last day of the mandate as amendments left it by a day; nil when it has no end.
  package func until(on day: Day) -> Day? {
    amendments.last { $0.mark.effective <= day && $0.facts.until != nil }?.facts.until
      ?? creation?.facts.until
  }

  /// The rules of its own on a day, and the deliberation that set them.
  package func terms(on day: Day) -> (written: [String: String], deliberation: DeliberationID)? {
    if let last = amendments.last(where: { $0.mark.effective <= day && $0.facts.terms != nil }),
      let terms = last.facts.terms
    {
      return (terms, last.facts.deliberation)
    }
    return creation.map { ($0.facts.terms, $0.facts.deliberation) }
  }

  /// The members that take part on a day.
  package func members(on day: Day) -> [String] {
    SubgroupSeats(stays: stays, clause: Clause(id: Self.category, source: .practice))
      .members(on: day)
  }

  /// Every stay of a member, those of the creation first.
  package var stays: [SubgroupSeats.Stay] {
    turns.reduce(into: []) { stays, turn in
      let open = stays.lastIndex { $0.member == turn.member.text && $0.until == nil }
      if turn.begins, open == nil {
        stays.append(SubgroupSeats.Stay(member: turn.member.text, from: turn.day))
      }
      if !turn.begins, let open { stays[open].until = Day(number: turn.day.number - 1) }
    }
  }

  private typealias Turn = (member: MemberID, day: Day, begins: Bool)

  /// Each joining and leaving, in the order of the days; of the same day, joinings first.
  private var turns: [Turn] {
    guard let creation else { return [] }
    let first = creation.facts.from.first
    var turns: [Turn] = creation.facts.members.map { ($0, first, true) }
    turns += joinings.map { ($0.facts.member, $0.facts.from.first, true) }
    turns += leavings.map { ($0.facts.member, $0.facts.from.first, false) }
    let ordered = turns.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }
    return ordered.map(\.element)
  }

  /// What it is on a day as a body; nil before its first day, and for a creation that was struck.
  ///
  /// It stays a body after its end, so that its last meeting can be closed; no further one is planned.
  package func charter(on day: Day) -> SubgroupCharter? {
    guard let creation, creation.facts.from.first <= day else { return nil }
    let terms = terms(on: day)
    let source = terms?.deliberation ?? creation.facts.deliberation
    return SubgroupCharter(
      id: id.text, title: creation.facts.title, stays: stays, written: terms?.written ?? [:],
      source: .basis(key: source.text, text: source.text))
  }
}
