package import Plugins
package import Values

extension RotationRule {
  /// Whose turn it is to chair on a day: each of the group for one chair period, in the order given.
  ///
  /// Turns are counted from the group's first day. When the group lasts longer than its turns, the first
  /// chairs again. Nil on a day without a group, and where nobody chairs by turn.
  package func chair(on day: Day) -> String? {
    guard let group = group(on: day), let chairPeriod, !chairPeriod.isZero, !group.members.isEmpty
    else { return nil }
    var turn = 0
    while Self.start(ofTurn: turn + 1, chairPeriod, from: group.from) <= day { turn += 1 }
    return group.members[turn % group.members.count]
  }

  /// Whose turn it is among those seated in another order than that of the group, as when two have swapped duties.
  ///
  /// - Parameters:
  ///   - day: On which somebody chairs.
  ///   - members: In the order in which their turns go; where these are not the group, none among them, its own
  ///     order counts.
  /// - Returns: Nil as for the group itself.
  package func chair(on day: Day, amongSeated members: [String]) -> String? {
    let turn = chair(on: day)
    guard let turn, let group = group(on: day), let place = group.members.firstIndex(of: turn),
      members.count == group.members.count, Set(members) == Set(group.members)
    else { return turn }
    return members[place]
  }

  /// Who chairs from a day until the group of that day is over, turn by turn.
  ///
  /// - Parameters:
  ///   - day: The first day asked about.
  ///   - members: In the order in which their turns go.
  /// - Returns: The one of that day first; empty without a group.
  package func chairs(from day: Day, amongSeated members: [String]) -> [String] {
    guard let group = group(on: day) else { return [] }
    let days = [day] + chairDays(of: group).filter { day < $0 }
    return days.compactMap { chair(on: $0, amongSeated: members) }
  }

  /// The days on which the chair may pass to another within a group, its first day among them.
  package func chairDays(of group: Group) -> [Day] {
    guard let chairPeriod, !chairPeriod.isZero else { return [group.from] }
    var days: [Day] = []
    var day = group.from
    while day <= group.until {
      days.append(day)
      day = Self.start(ofTurn: days.count, chairPeriod, from: group.from)
    }
    return days
  }

  /// Counted from the first day and not from turn to turn, so that a month's end stays one.
  private static func start(ofTurn turn: Int, _ period: Period, from day: Day) -> Day {
    day
      + Period(
        years: turn * period.years, months: turn * period.months, days: turn * period.days)
  }

  /// Who sits by the calendar on a day.
  package func derivation(on day: Day) -> Derivation {
    guard let group = group(on: day) else {
      return Derivation(
        clause, "rotation-none", JSON.Fields([("day", .text(day.description))]), holds: false)
    }
    return Derivation(
      clause, "rotation",
      JSON.Fields([
        ("day", .text(day.description)), ("members", .texts(group.members)),
        ("from", .text(group.from.description)), ("last_day", .text(group.until.description)),
      ]), holds: true)
  }
}

extension Board {
  /// Who chairs on a day: by turn in a rotation, the coordinating member itself; nil where no rule says.
  package func chair(on day: Day, in body: Body?) -> MemberID? {
    guard let composition = composition(on: day) else { return nil }
    switch composition.origin {
    case .coordination: return composition.members.first
    case .composition, .election: return nil
    case .rotation, .swap:
      guard case .rotation(let rule) = body?.composition else { return nil }
      let order = composition.origin == .swap ? composition.members.map(\.text) : []
      return rule.chair(on: day, amongSeated: order).flatMap { MemberID($0) }
    }
  }
}
