package import EventStore
package import Plugins
package import Values

/// What the record of a network says about rules that are being written for it.
///
/// ```swift
/// try RulesOutlook.warnings(of: draft, on: log, today: today)
/// // quorum-never-met at governance.bodies.plenary.quorum
/// ```
package enum RulesOutlook {
  /// A warning, and the key of the plugin that it is about.
  package struct Warning: Hashable, Sendable {
    package let path: [String]
    package let failure: Failure
  }

  /// How many of the last meetings are looked at.
  private static let meetings = 3

  /// - Parameters:
  ///   - rules: The draft.
  ///   - log: The log of the same network.
  ///   - today: The day on which members are counted; a notice is looked at one year back from it.
  /// - Returns: In the order of quorums, notices, classes, bodies, series.
  /// - Throws: `not-founded`, and what is wrong with the log.
  package static func warnings(of rules: Rules, on log: Log, today: Day) throws -> [Warning] {
    var shelf = Shelf(reading: log)
    try shelf.load(
      [
        Network.category, Member.category, Board.category, Meeting.category, Procedure.category,
        Programme.category,
        Election.category, Deliberation.category,
      ].map { .all(category: $0) })
    var finder = RulesInForce()
    let inForce = try finder.find(on: today, in: log).rules
    guard inForce.id == rules.id else { return [] }
    return warnings(of: rules, after: inForce, in: shelf.ledger, today: today)
  }

  /// The same for entities that are loaded, pure.
  package static func warnings(
    of rules: Rules, after inForce: Rules, in ledger: Ledger, today: Day
  ) -> [Warning] {
    let held = ledger.all(Meeting.self)
    return rules.bodies.compactMap { quorum(of: $0, rules, held, ledger) }
      + rules.series.compactMap { notice(of: $0, held, today) }
      + classes(rules, inForce, ledger, today) + removed(rules, inForce, ledger)
  }

  // MARK: - What would not have been met

  private static func quorum(
    of body: Body, _ rules: Rules, _ meetings: [Meeting], _ ledger: Ledger
  ) -> Warning? {
    guard let rule = body.quorum else { return nil }
    let opened = meetings.filter { meeting in
      meeting.opening != nil && meeting.knowsAttendance
        && meeting.series.flatMap(rules.series)?.body == body.id
    }
    let counts = opened.sorted { $0.openedAt < $1.openedAt }.suffix(Self.meetings).compactMap {
      count($0, rule, body, rules, ledger)
    }
    guard !counts.isEmpty, counts.allSatisfy({ !$0.holds }) else { return nil }
    return Warning(
      path: ["governance", "bodies", body.id, "quorum"],
      failure: Failure(
        .quorumNeverMet,
        [
          "body": .text(body.id), "meetings": .int(counts.count),
          "found": .int(counts.map(\.found).max() ?? 0),
          "needed": .int(counts.map(\.needed).min() ?? 0),
        ]))
  }

  private static func count(
    _ meeting: Meeting, _ rule: QuorumRule, _ body: Body, _ rules: Rules, _ ledger: Ledger
  ) -> QuorumCount? {
    guard let opening = meeting.opening else { return nil }
    let stays = meeting.present(at: opening.position)
    let present = body.inQuorum(
      Set(stays.map(\.member)), remote: Set(stays.filter(\.isRemote).map(\.member)))
    return Electorate(of: body, on: opening.mark.effective, in: ledger, under: rules).map {
      rule.count(of: $0, present: present)
    }
  }

  private static func notice(of series: Series, _ meetings: [Meeting], _ today: Day) -> Warning? {
    guard let rule = series.notice else { return nil }
    let year = today - Period(years: 1)
    let given = meetings.compactMap { meeting -> Int? in
      guard meeting.series == series.id, let convocation = meeting.convocation?.facts,
        convocation.on.precision == .day, let from = meeting.from, from.precision == .day,
        year <= convocation.on.first
      else { return nil }
      let isKept =
        rule.earliestMeeting(convenedOn: convocation.on.first, isUrgent: convocation.isUrgent)
        <= from.first
      return isKept ? -1 : convocation.on.first.days(until: from.first)
    }
    guard let longest = given.max(), given.allSatisfy({ $0 >= 0 }) else { return nil }
    return Warning(
      path: ["governance", "series", series.id, "notice", "period"],
      failure: Failure(
        .noticeNeverKept,
        [
          "series": .text(series.id), "meetings": .int(given.count), "longest": .int(longest),
          "period": .period(rule.period),
        ]))
  }

  // MARK: - What is still in use

  private static func classes(
    _ rules: Rules, _ inForce: Rules, _ ledger: Ledger, _ today: Day
  ) -> [Warning] {
    inForce.membership.classes.compactMap { memberClass in
      guard rules.membership.memberClass(memberClass.name) == nil else { return nil }
      let members = ledger.all(Member.self).filter {
        $0.memberClass(on: today) == memberClass.name
      }
      guard !members.isEmpty else { return nil }
      return Warning(
        path: ["governance", "membership", "classes"],
        failure: Failure(
          .classInUse,
          [
            "class": .text(memberClass.name), "members": .list(members.map(\.id.text)),
            "count": .int(members.count),
          ]))
    }
  }

  /// The bodies and series that are gone and have open matters.
  private static func removed(_ rules: Rules, _ inForce: Rules, _ ledger: Ledger) -> [Warning] {
    let open = ledger.openMatters(under: inForce)
    let bodies = inForce.bodies.filter { !$0.isSubgroup }.compactMap { body -> Warning? in
      let matters = open.filter { $0.body == body.id }.map(\.id)
      guard rules.body(body.id) == nil, !matters.isEmpty else { return nil }
      return Warning(
        path: ["governance", "bodies"],
        failure: Failure(.bodyInUse, ["body": .text(body.id), "matters": .list(matters)]))
    }
    let named = inForce.series.filter { inForce.body($0.body)?.isSubgroup != true }
    let series = named.compactMap { series -> Warning? in
      let meetings = ledger.all(Meeting.self).filter { $0.isOpen && $0.series == series.id }
      guard rules.series(series.id) == nil, !meetings.isEmpty else { return nil }
      return Warning(
        path: ["governance", "series"],
        failure: Failure(
          .seriesInUse,
          ["series": .text(series.id), "meetings": .list(meetings.map(\.id.text))]))
    }
    return bodies + series
  }
}

extension Meeting {
  /// By the day of its opening, then in the order of recording.
  fileprivate var openedAt: OpeningOrder {
    OpeningOrder(day: opening?.mark.effective.number ?? 0, position: opening?.position ?? 0)
  }
}

private struct OpeningOrder: Comparable {
  let day: Int
  let position: Int64

  static func < (left: OpeningOrder, right: OpeningOrder) -> Bool {
    (left.day, left.position) < (right.day, right.position)
  }
}

extension Failure.Code {
  /// None of the last meetings had the quorum of the draft: see whether it can be met.
  package static let quorumNeverMet = Failure.Code("quorum-never-met", exit: .checkFailed)
  /// No meeting of the last year was convened with the notice of the draft: see whether it can be kept.
  package static let noticeNeverKept = Failure.Code("notice-never-kept", exit: .checkFailed)
  /// A class that members have is gone: give them another one first.
  package static let classInUse = Failure.Code("class-in-use", exit: .checkFailed)
  /// A body that has open matters is gone: settle them first.
  package static let bodyInUse = Failure.Code("body-in-use", exit: .checkFailed)
  /// A series that has meetings ahead is gone: hold or cancel them first.
  package static let seriesInUse = Failure.Code("series-in-use", exit: .checkFailed)
}
