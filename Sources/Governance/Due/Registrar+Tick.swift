import EventStore
package import Values

/// What a tick recorded: an act that was due, and its answer.
package struct Ticked: Sendable {
  package let due: DueAct
  package let answer: Answer
}

extension Registrar {
  /// Records everything that is due by a moment, in the order in which it takes effect, then the letters of the day.
  ///
  /// Asking again records nothing again: each act has a command id of its own. One that a rule refuses is
  /// answered so each time, and recorded as refused once for each actor and day.
  ///
  /// - Parameters:
  ///   - moment: What takes effect by then is due.
  ///   - now: The time of the clock.
  ///   - today: Its day in the network's zone.
  ///   - actor: Who asks.
  ///   - mode: Whether it is recorded or only tried.
  ///   - post: Where letters go; nil for a tick that writes none.
  /// - Returns: What was due; empty when nothing was.
  /// - Throws: What is wrong with the log, and what `post` throws; nothing is recorded then, but for what it
  ///   throws when it hands letters over, which the next tick does.
  package func tick(
    by moment: Instant, now: Instant, today: Day, actor: String, mode: Mode = .recording,
    post: Post? = nil
  ) throws -> [Ticked] {
    try handingOver(to: mode == .recording ? post : nil, now: now, mode: mode) { session in
      let acts = try session.due(by: moment, on: today).map { due in
        try session.ticked(due, actor: actor, today: today)
      }
      guard let post else { return acts }
      return try acts + session.writeLetters(at: moment, on: today, actor: actor, by: post)
    }
  }

  /// Writes the letters that are due on a day, and records nothing else.
  ///
  /// - Parameters:
  ///   - now: The time of the clock.
  ///   - today: Its day in the network's zone.
  ///   - actor: Who asks.
  ///   - mode: Whether they are recorded or only tried.
  ///   - post: Where they go.
  /// - Returns: The letters; empty when none was due.
  /// - Throws: As `tick`.
  package func writeLetters(
    now: Instant, today: Day, actor: String, mode: Mode = .recording, post: Post
  ) throws -> [Ticked] {
    try handingOver(to: mode == .recording ? post : nil, now: now, mode: mode) { session in
      try session.writeLetters(at: now, on: today, actor: actor, by: post)
    }
  }

  /// Puts the letters that were recorded away before they are durable on record, and hands them over after that.
  private func handingOver(
    to post: Post?, now: Instant, mode: Mode, _ body: (inout Session) throws -> [Ticked]
  ) throws -> [Ticked] {
    var letters: [Letter] = []
    let ticked = try inTransaction(now: now, mode: mode) { session in
      try post?.mend(session.log)
      let ticked = try body(&session)
      letters = ticked.compactMap(\.letter).compactMap { session.ledger[$0] }
        .filter { $0.writing != nil }
      if !letters.isEmpty { try post?.put(letters, session.log) }
      return ticked
    }
    try post?.deliver(letters)
    return ticked
  }
}

extension Ticked {
  /// The letter that was recorded by it; nil for another act, and for one that was refused.
  package var letter: LetterID? {
    guard due.input.kind.name == WriteLetter.kind.name, answer.verdict != .refused,
      let stream = answer.events.first.flatMap({ StreamName($0.stream) })
    else { return nil }
    return LetterID(stream.id)
  }
}

extension Session {
  /// Asks for an act whose moment has come.
  ///
  /// What was done is due no more, so that its id matters only for what was refused: who asks and for which day
  /// are part of the request, and another actor, or the next day, asks anew.
  fileprivate mutating func ticked(_ due: DueAct, actor: String, today: Day) throws -> Ticked {
    let effective = PartialDay(due.effective ?? today)
    let request = ActRequest(
      id: CommandID("tick:\(actor):\(effective):\(due.id)"), input: due.input, actor: actor,
      effective: effective, today: today)
    return Ticked(due: due, answer: try answer(request))
  }

  /// Asks for each letter that is due.
  ///
  /// One that a rule refuses is asked for again by the same actor with the same id, so that it is recorded as
  /// refused once a day.
  fileprivate mutating func writeLetters(
    at moment: Instant, on day: Day, actor: String, by post: Post
  ) throws -> [Ticked] {
    try letters(on: day, by: post).map { facts in
      let text = facts.data.canonicalText
      let due = DueAct(
        id: "letter:\(text)",
        input: try ActInput(WriteLetter.kind, ["letter": [text]]), at: moment)
      return try ticked(due, actor: actor, today: day)
    }
  }
}
