import Values

/// How the members were called, and what changed before and after, in the order of recording.
extension MinutesRecord {
  var invitation: [Statement] {
    let moves = meeting.moves.map { move in (move.position, changed(move)) }
    let called = convened.map { [(meeting.convocation?.position ?? 0, $0)] } ?? []
    return (moves + called).sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The day for which the members were called at first, with the event that gave it.
  private var firstCall: (day: PartialDay, event: Int64?)? {
    guard let convocation = meeting.convocation else { return nil }
    let moves = meeting.moves.filter { $0.position < convocation.position }
    if let move = moves.last(where: { $0.facts.from != nil }), let from = move.facts.from {
      return (from, move.position)
    }
    return meeting.plan.flatMap { plan in plan.facts.from.map { ($0, plan.position) } }
  }

  private var convened: Statement? {
    guard let convocation = meeting.convocation, let call = firstCall else { return nil }
    let (told, from) = (convocation.facts.on, call.day)
    let days =
      told.precision == .day && from.precision == .day
      ? told.first.days(until: from.first) : nil
    return Statement(
      "convened", at: "convened",
      convocation.facts.urgency.merging([
        "on": .known(told), "from": .known(from),
        "known": .text(days == nil ? "no" : "yes"), "days": .int(days ?? 0),
      ]) { mine, _ in mine }, events: [call.event, convocation.position])
  }

  /// What a move gave, with the day on which the members were told.
  private func changed(_ move: Recorded<Move>) -> Statement {
    Statement(
      "changed", at: "changed.\(move.position)",
      move.facts.particulars.merging(["on": .known(move.facts.on)]) { $1 },
      events: [move.position])
  }
}
