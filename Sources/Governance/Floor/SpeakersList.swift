package import Plugins
package import Values

/// The list of speakers at a minute: who has the floor, who waits in which order, and who has spoken.
///
/// Whatever was recorded without a time counts from the beginning of its day.
package struct SpeakersList: Sendable {
  package struct Line: Hashable, Sendable {
    package let turn: Floor.Turn
    package let stage: Floor.Turn.Stage
    /// From 1 among those who wait; nil for all others.
    package let place: Int?
    /// The minutes of this turn so far; nil where they are not known.
    package let minutes: Int?
    /// Those of the delegation on the item so far, points of order apart.
    package let total: Int
    /// What the limits leave it on the item; nil without a limit of minutes.
    package let left: Int?
  }

  package let lines: [Line]

  /// - Parameters:
  ///   - floor: As it was recorded.
  ///   - day: Of the meeting.
  ///   - time: To the minute.
  ///   - rule: Of the series; nil where the rules limit nothing.
  package init(_ floor: Floor, on day: Day, at time: TimeOfDay, under rule: SpeakingRule?) {
    let moment = LocalMoment(day, time)
    let known = floor.turns.compactMap { turn in
      Self.stage(of: turn, at: moment).map { (turn: turn, stage: $0) }
    }
    let waiting = known.filter { $0.stage == .waiting }.map(\.turn)
    let queue =
      (waiting.filter(\.request.facts.isOrder) + waiting.filter { !$0.request.facts.isOrder })
      .map(\.number)
    let minutes = Dictionary(
      known.compactMap { turn, stage in
        Self.minutes(of: turn, stage, at: moment).map { (turn.number, $0) }
      }, uniquingKeysWith: { first, _ in first })
    lines = known.map { turn, stage in
      let facts = turn.request.facts
      let total = known.filter { $0.turn.counts(for: facts.member, on: facts.item) }
        .reduce(0) { $0.addingReportingOverflow(minutes[$1.turn.number] ?? 0).partialValue }
      let most = SpeakingLimits(rule: rule, set: floor.limit(on: facts.item)).minutes
      return Line(
        turn: turn, stage: stage, place: queue.firstIndex(of: turn.number).map { $0 + 1 },
        minutes: minutes[turn.number], total: total,
        left: most.map { total < $0 ? $0 - max(0, total) : 0 })
    }
  }

  /// How far a request had come at a moment; nil before it was made.
  private static func stage(of turn: Floor.Turn, at moment: LocalMoment) -> Floor.Turn.Stage? {
    let asked = LocalMoment(turn.request.mark.effective, turn.request.facts.time)
    guard !moment.isBefore(asked) else { return nil }
    func isPast(_ step: Recorded<FloorStep>?) -> Bool {
      step.map { !moment.isBefore(LocalMoment($0)) } ?? false
    }
    if isPast(turn.end) { return .spoken }
    if isPast(turn.giving) { return .speaking }
    return isPast(turn.withdrawal) ? .withdrawn : .waiting
  }

  private static func minutes(
    of turn: Floor.Turn, _ stage: Floor.Turn.Stage, at moment: LocalMoment
  ) -> Int? {
    switch stage {
    case .spoken: turn.minutes
    case .speaking: turn.minutes(until: moment)
    case .waiting, .withdrawn: nil
    }
  }
}
