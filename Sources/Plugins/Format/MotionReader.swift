package import Values

/// Reads the cycle of motions, and refuses one in which a motion could get lost.
enum MotionReader {
  /// More states than any procedure on record has.
  private static let mostStates = 50
  private static let mostTransitions = 200

  static func motions(_ section: inout Section) -> MotionRule? {
    let states = Self.states(&section)
    let names = states.map(\.id)
    let first = section.required("first", .reference("state", to: names))
    let transitions = Self.transitions(among: names, &section)
    guard let clause = section.clause(), let first else { return nil }
    let rule = MotionRule(first: first, states: states, transitions: transitions, clause: clause)
    check(rule, &section)
    return rule
  }

  // MARK: - States

  private static func states(_ section: inout Section) -> [MotionRule.State] {
    if !section.has("states") {
      section.note(Failure(.keyMissing, ["key": .text("states")], at: section.place))
    }
    let context = section.context
    let path = "\(section.path).states"
    let entries = section.entries("states", expected: "short-name") { name in
      Names.isSlug(name) || Names.isName(name)
    }
    checkLength(entries.count, Self.mostStates, of: "states", &section)
    return entries.compactMap { entry in
      Section.read(entry.value, path: "\(path).\(entry.name)", in: context) { section in
        state(entry.name, &section)
      }
    }
  }

  private static func state(_ id: String, _ section: inout Section) -> MotionRule.State? {
    let title = section.localText("title")
    let isFinal = section.optional("final", .boolean) ?? false
    let isAmendable = section.optional("amendable", .boolean) ?? false
    if isFinal, isAmendable {
      section.note(
        Failure(
          .keysExclusive, ["one": .text("final: true"), "other": .text("amendable: true")],
          at: section.place(of: "amendable")))
    }
    return title.map {
      MotionRule.State(id: id, title: $0, isFinal: isFinal, isAmendable: isAmendable)
    }
  }

  // MARK: - Transitions

  private static func transitions(
    among states: [String], _ section: inout Section
  ) -> [MotionRule.Transition] {
    if !section.has("transitions") {
      section.note(Failure(.keyMissing, ["key": .text("transitions")], at: section.place))
    }
    let found = section.each("transitions") { transition($0, among: states, &$1) }
    checkLength(found.count, Self.mostTransitions, of: "transitions", &section)
    return found
  }

  private static func transition(
    _ id: String, among states: [String], _ section: inout Section
  ) -> MotionRule.Transition? {
    let from = section.list("from", .reference("state", to: states))
    if from?.isEmpty == true {
      section.note(Failure(.listEmpty, at: section.place(of: "from")))
    }
    let to = section.required("to", .reference("state", to: states))
    let on = section.required("on", Form<MotionRule.Trigger>.choice)
    let by = section.has("by") ? section.list("by", .text) : []
    let supporters = section.optional("supporters", .number(1...99))
    if let on, on.isVote { refuseBeside(on, &section) }
    guard let clause = section.clause(), let from, let to, let on, let by else { return nil }
    return MotionRule.Transition(
      id: id, from: Set(from).sorted(), to: to, on: on, by: by, supporters: supporters ?? 0,
      clause: clause)
  }

  /// What a vote decides is nobody's to allow.
  private static func refuseBeside(_ on: MotionRule.Trigger, _ section: inout Section) {
    for key in ["by", "supporters"] where section.has(key) {
      section.note(
        Failure(
          .keysExclusive, ["one": .text("on: \(on.rawValue)"), "other": .text(key)],
          at: section.place(of: key)))
    }
  }

  // MARK: - The whole

  private static func check(_ rule: MotionRule, _ section: inout Section) {
    let place = section.place(of: "states")
    for transition in rule.transitions { check(transition, of: rule, &section) }
    let cycle = MotionCycle(rule)
    for state in cycle.unreached {
      section.note(Failure(.motionStateUnreached, ["state": .text(state)], at: place))
    }
    for state in cycle.stuck {
      section.note(Failure(.motionStateStuck, ["state": .text(state)], at: place))
    }
    for pair in cycle.twins {
      section.note(
        Failure(
          .motionWayRepeated, ["state": .text(pair.state), "transition": .text(pair.transition)],
          at: section.place(of: "transitions")))
    }
  }

  /// What ends a motion leads to an end, and an end is left by nothing.
  private static func check(
    _ transition: MotionRule.Transition, of rule: MotionRule, _ section: inout Section
  ) {
    let place = section.place(of: "transitions")
    let values: [String: Failure.Value] = ["transition": .text(transition.id)]
    if transition.on != .move, rule.state(transition.to)?.isFinal == false {
      section.note(
        Failure(.motionEndOpen, values.merging(["state": .text(transition.to)]) { $1 }, at: place))
    }
    for state in transition.from where rule.state(state)?.isFinal == true {
      section.note(
        Failure(.motionEndLeft, values.merging(["state": .text(state)]) { $1 }, at: place))
    }
  }

  private static func checkLength(
    _ count: Int, _ most: Int, of key: String, _ section: inout Section
  ) {
    guard count > most else { return }
    section.note(
      Failure(
        .motionsTooMany, ["key": .text(key), "found": .int(count), "most": .int(most)],
        at: section.place(of: key)))
  }
}

/// The states of a cycle as places on a map, with the ways between them.
private struct MotionCycle {
  private let rule: MotionRule

  init(_ rule: MotionRule) { self.rule = rule }

  /// The states that no motion comes to.
  var unreached: [String] {
    let reached = reached
    return rule.states.map(\.id).filter { !reached.contains($0) }
  }

  /// The states that motions come to and never leave, and that are no end.
  var stuck: [String] {
    let left = Set(rule.transitions.flatMap(\.from))
    let reached = reached
    return rule.states.filter { !$0.isFinal && !left.contains($0.id) }.map(\.id)
      .filter(reached.contains)
  }

  private var reached: Set<String> {
    var reached: Set = [rule.first]
    var open = [rule.first]
    while let state = open.popLast() {
      for transition in rule.transitions
      where transition.from.contains(state) && reached.insert(transition.to).inserted {
        open.append(transition.to)
      }
    }
    return reached
  }

  /// A way from a state that an act cannot tell from another one.
  struct Twin {
    let state: String
    let transition: String
  }

  /// A move names where it leads, anything else only what it is.
  var twins: [Twin] {
    var seen: Set<[String]> = []
    var twins: [Twin] = []
    for transition in rule.transitions {
      let target = transition.on == .move ? transition.to : ""
      for state in transition.from
      where !seen.insert([state, transition.on.rawValue, target]).inserted {
        twins.append(Twin(state: state, transition: transition.id))
      }
    }
    return twins
  }
}

extension Failure.Code {
  package static let motionEndLeft = Self("motion-end-left", exit: .badData)
  package static let motionEndOpen = Self("motion-end-open", exit: .badData)
  package static let motionStateStuck = Self("motion-state-stuck", exit: .badData)
  package static let motionStateUnreached = Self("motion-state-unreached", exit: .badData)
  package static let motionWayRepeated = Self("motion-way-repeated", exit: .badData)
  package static let motionsTooMany = Self("motions-too-many", exit: .badData)
}
