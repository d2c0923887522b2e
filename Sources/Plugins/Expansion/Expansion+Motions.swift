internal import Values

/// The ways of a motion: between which states, by whom, with how many behind it.
extension Expansion {
  func guards(of rule: MotionRule) -> [ExpandedGuard] {
    rule.transitions.flatMap { guards(of: $0) }
  }

  private func guards(of transition: MotionRule.Transition) -> [ExpandedGuard] {
    let part = Part(path: "motions.transitions.\(transition.id)", clause: transition.clause)
    let isTaken = "payload.transition == \(Self.quoted(transition.id))"
    // A vote that changed nothing took no way.
    let when = transition.on.isVote ? "has(payload.transition) && \(isTaken)" : isTaken
    func asking(_ keys: [String], _ require: String) -> ExpandedGuard {
      part.guarding(keys, on: [Self.event(of: transition.on)], when: when, require)
    }
    let ends =
      "payload.from in \(Self.list(transition.from)) && payload.to == \(Self.quoted(transition.to))"
    var guards = [asking(["from", "to"], ends)]
    if !transition.by.isEmpty {
      guards.append(asking(["by"], "actor.id in \(Self.list(transition.by))"))
    }
    if transition.supporters > 0 {
      let needed = value(transition.supporters, at: "\(part.path).supporters")
      guards.append(asking(["supporters"], "payload.supporters >= \(needed)"))
    }
    return guards
  }

  private static func event(of trigger: MotionRule.Trigger) -> String {
    switch trigger {
    case .move: "motion.moved"
    case .withdrawal: "motion.withdrawn"
    case .adoption, .rejection: "motion.decided"
    }
  }
}
