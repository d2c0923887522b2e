package import Plugins
package import Values

/// The members entitled to vote in a body on a day.
package struct Electorate: Hashable, Sendable {
  /// In the order of their ids.
  package let entitled: [MemberID]
  /// Those over whom a quorum is taken where its rule counts them on an earlier day; nil for those of the day.
  package private(set) var counted: Count?

  /// Who was entitled on an earlier day.
  package struct Count: Hashable, Sendable {
    package let on: Day
    package let entitled: [MemberID]
  }

  package init(_ entitled: some Sequence<MemberID>) { self.entitled = entitled.sorted() }

  /// How many a quorum is taken of.
  package var base: Int { counted?.entitled.count ?? entitled.count }

  /// Those that are left when some stand aside.
  package func without(_ aside: [MemberID]) -> Electorate {
    var left = Electorate(entitled.filter { !aside.contains($0) })
    left.counted = counted.map { count in
      Count(on: count.on, entitled: count.entitled.filter { !aside.contains($0) })
    }
    return left
  }

  package func contains(_ member: MemberID) -> Bool { entitled.contains(member) }

  /// The electorate of a body, from the members that were loaded.
  ///
  /// In a plenary, the members whose class votes; in a body by rotation, the group of the day, of which a
  /// state need not be a member of the network; in any other, and where the calendar has no group for the day,
  /// those of the composition that was recorded; in a subgroup, the members that take part.
  /// Nil when none is recorded for the day. Where the quorum counts those of an earlier day and nobody was
  /// entitled then, those of the day are counted.
  package init?(of body: Body, on day: Day, in ledger: Ledger, under rules: Rules) {
    self.init(sittingIn: body, on: day, in: ledger, under: rules)
    guard let first = body.quorum?.counting?.first(of: day),
      let then = Electorate(sittingIn: body, on: first, in: ledger, under: rules),
      !then.entitled.isEmpty
    else { return }
    counted = Count(on: first, entitled: then.entitled)
  }

  private init?(sittingIn body: Body, on day: Day, in ledger: Ledger, under rules: Rules) {
    switch body.composition {
    case .plenary:
      self.init(
        ledger.all(Member.self).filter { member in
          member.memberClass(on: day).flatMap(rules.membership.memberClass)?.mayVote == true
        }.map(\.id))
    case .rotation(let rule):
      guard let group = rule.group(on: day) else {
        self.init(recordedFor: body, on: day, in: ledger)
        return
      }
      self.init(group.members.compactMap { MemberID($0) })
    case .subgroup(let seats):
      let members = seats.members(on: day).compactMap { MemberID($0) }
        .filter { ledger[$0]?.memberClass(on: day) != nil }
      guard !members.isEmpty else { return nil }
      self.init(members)
    case .coordinator, .elected: self.init(recordedFor: body, on: day, in: ledger)
    }
  }

  private init?(recordedFor body: Body, on day: Day, in ledger: Ledger) {
    guard let composition = BoardID(body.id).flatMap({ ledger[$0] })?.composition(on: day) else {
      return nil
    }
    self.init(composition.members)
  }
}

extension Electorate {
  /// Who might vote in the body of a meeting on the day of its opening; nil before it, and where nobody knows.
  init?(of meeting: Meeting, in ledger: Ledger, under rules: Rules) {
    guard let day = meeting.opening?.facts.on.first,
      let body = MeetingChecks.body(of: meeting, under: rules)
    else { return nil }
    self.init(of: body, on: day, in: ledger, under: rules)
  }
}
