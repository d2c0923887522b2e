import EventStore
package import Values

/// What a tick recorded: an act that was due, and its answer.
package struct Ticked: Sendable {
  package let due: DueAct
  package let answer: Answer
}

extension Registrar {
  /// Records everything that is due by a moment, in the order in which it takes effect.
  ///
  /// Asking again records nothing again: each act has a command id of its own. One that a rule refuses is
  /// answered so each time, and recorded as refused once.
  ///
  /// - Parameters:
  ///   - moment: What takes effect by then is due.
  ///   - now: The time of the clock.
  ///   - today: Its day in the network's zone.
  ///   - actor: Who asks.
  ///   - mode: Whether it is recorded or only tried.
  /// - Returns: What was due; empty when nothing was.
  /// - Throws: What is wrong with the log.
  package func tick(
    by moment: Instant, now: Instant, today: Day, actor: String, mode: Mode = .recording
  ) throws -> [Ticked] {
    try inTransaction(now: now, mode: mode) { session in
      try session.due(by: moment, on: today).map { due in
        let request = ActRequest(
          id: CommandID("tick:\(due.id)"), input: due.input, actor: actor,
          effective: PartialDay(due.effective ?? today), today: today)
        return Ticked(due: due, answer: try session.answer(request))
      }
    }
  }
}
