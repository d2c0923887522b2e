import Plugins
import Values

/// What the rules of a series, and the limits set at a meeting, say to one more turn of a delegation.
struct SpeakingLimits {
  let rule: SpeakingRule?
  let set: Recorded<FloorLimit>?

  /// The narrower of both limits; nil where there is none.
  var minutes: Int? { [rule?.minutes, set?.facts.minutes].compactMap(\.self).min() }
  var times: Int? { [rule?.times, set?.facts.times].compactMap(\.self).min() }

  /// How the rule comes to its answer; nil where the rules limit nothing.
  func derivation(of request: FloorRequest) -> Derivation? {
    guard let rule, rule.minutes != nil || rule.times != nil else { return nil }
    let limits: [(String, JSON)?] = [
      rule.times.map { ("most_turns", .count($0)) },
      rule.minutes.map { ("most_minutes", .count($0)) },
    ]
    return Derivation(
      rule.clause, "speaking",
      JSON.Fields(
        [
          ("member", .text(request.member.text)), ("turns", .count(request.turns)),
          ("spoken", .count(request.spoken)),
        ] + limits.compactMap(\.self)), holds: holds(request, rule.minutes, rule.times))
  }

  private func holds(_ request: FloorRequest, _ minutes: Int?, _ times: Int?) -> Bool {
    minutes.map { request.spoken < $0 } != false && times.map { request.turns <= $0 } != false
  }

  /// What stands against a request; nothing against a point of order.
  ///
  /// A limit of the rules is cited by its clause, one that was set at the meeting by its event.
  func objections(to request: FloorRequest) -> [Refusal] {
    guard !request.isOrder else { return [] }
    let derivation = derivation(of: request)
    let byRule = rule.map { rule in
      refusals(request, rule.minutes, rule.times, rule.clause, derivation)
    }
    if let byRule, !byRule.isEmpty { return byRule }
    return set.map { refusals(request, $0.facts.minutes, $0.facts.times, nil, nil) } ?? []
  }

  private func refusals(
    _ request: FloorRequest, _ minutes: Int?, _ times: Int?, _ clause: Clause?,
    _ derivation: Derivation?
  ) -> [Refusal] {
    let way =
      clause == nil
      ? Note("set-other-limit", MeetingChecks.at(set?.position)) : Note("let-others-speak")
    func refusal(_ code: RefusalCode, _ used: Int, _ most: Int) -> Refusal {
      Refusal(
        code, ["member": .text(request.member.text), "used": .int(used), "most": .int(most)],
        clause: clause, derivation: derivation, ways: [way, Note("raise-point-of-order")])
    }
    let time = minutes.flatMap { most in
      request.spoken < most ? nil : refusal(.speakingTimeUsed, request.spoken, most)
    }
    let turns = times.flatMap { most in
      request.turns <= most ? nil : refusal(.speakingTurnsUsed, request.turns - 1, most)
    }
    return [time, turns].compactMap(\.self)
  }
}

extension RefusalCode {
  static let speakingTimeUsed = RefusalCode("speaking-time-used")
  static let speakingTurnsUsed = RefusalCode("speaking-turns-used")
}
