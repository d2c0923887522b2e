internal import Values

/// Reads a quorum that has a step for each number of those entitled.
///
/// Steps are told by their upper ends, so that no number can stand between two of them: the ends rise, and the last
/// step has none.
enum QuorumStepReader {
  private typealias Placed = (step: QuorumStep, place: Place?)

  /// More steps than any table in use has.
  private static let most = 12

  /// No parameter stands in a step, which has no path of its own.
  private static var number: Form<Int> {
    Form { node throws(Failure) in try node.integer(in: 1...500) }
  }
  private static var fraction: Form<Fraction> {
    Form { node throws(Failure) in try node.fraction() }
  }

  static func quorum(
    _ section: inout Section, of composition: Composition?, counting: QuorumCounting?
  ) -> QuorumRule? {
    for key in ["more_than", "at_least", "members", "of"] where section.has(key) {
      section.note(
        Failure(
          .keysExclusive, ["one": .text("steps"), "other": .text(key)],
          at: section.place(of: key)))
    }
    let steps = steps(&section, most: composition.flatMap(\.mostMembers))
    let secondCall = section.optionalSection("second_call") { SecondCallReader.secondCall(&$0) }
    guard let clause = section.clause(), let steps else { return nil }
    return QuorumRule(
      .steps(steps), counting: counting, secondCall: secondCall, clause: clause)
  }

  /// The steps in the order of their ends; nil, and findings, for what is no table.
  private static func steps(_ section: inout Section, most sitting: Int?) -> [QuorumStep]? {
    let (path, context) = ("\(section.path).steps", section.context)
    guard let nodes = section.list("steps", .any) else { return nil }
    section.checkLength(of: "steps", nodes.count, most: most)
    if nodes.isEmpty { section.note(Failure(.listEmpty, at: section.place(of: "steps"))) }
    let placed = nodes.compactMap { node in
      Section.read(node, path: path, in: context) { Self.step(&$0) }
    }
    guard placed.count == nodes.count, let last = placed.last else { return nil }
    let isOrdered = checkOrder(placed, context)
    if let end = last.step.upTo {
      context.findings.add(
        Failure(.quorumStepsGap, ["upto": .int(end)], at: last.place))
    }
    guard isOrdered, last.step.upTo == nil else { return nil }
    checkReach(placed, most: sitting, context)
    return placed.map(\.step)
  }

  private static func step(_ section: inout Section) -> Placed? {
    let upTo = section.has("up_to") ? section.required("up_to", number) : nil
    let isEnded = section.has("up_to")
    let measure: QuorumRule.Measure?
    if section.has("members") {
      measure = section.required("members", number).map { .number($0) }
      for key in ["more_than", "at_least"] where section.has(key) {
        section.note(
          Failure(
            .keysExclusive, ["one": .text("members"), "other": .text(key)],
            at: section.place(of: key)))
      }
    } else {
      measure = section.threshold(fraction).map { .share($0) }
    }
    guard let measure, !isEnded || upTo != nil else { return nil }
    return (QuorumStep(upTo: upTo, measure), section.place)
  }

  /// Notes each step that covers nothing which an earlier one does not.
  private static func checkOrder(_ steps: [Placed], _ context: RulesContext) -> Bool {
    var isOrdered = true
    for (former, next) in zip(steps, steps.dropFirst()) {
      guard let end = former.step.upTo, next.step.upTo.map({ $0 > end }) ?? true else {
        isOrdered = false
        context.findings.add(
          Failure(
            .quorumStepsOverlap,
            ["former": .text(former.step.upTo.map { String($0) } ?? "none")], at: next.place))
        continue
      }
    }
    return isOrdered
  }

  /// Notes each number that its own step, or the size of the body, puts out of reach.
  private static func checkReach(
    _ steps: [Placed], most sitting: Int?, _ context: RulesContext
  ) {
    var lowest = 1
    for (step, place) in steps {
      defer { lowest = (step.upTo ?? lowest) + 1 }
      guard case .number(let number) = step.measure else { continue }
      let ends = [step.upTo, sitting].compactMap(\.self)
      let never = ends.min().map { lowest <= $0 && number > $0 } ?? false
      // The first step begins at one, where a body that is being founded has no quorum yet.
      guard never || (lowest > 1 && number > lowest) else { continue }
      context.findings.add(
        Failure(
          .quorumStepOutOfReach,
          ["members": .int(number), "entitled": .int(never ? ends.min() ?? lowest : lowest)],
          at: place), as: never ? .error : .warning)
    }
  }
}
