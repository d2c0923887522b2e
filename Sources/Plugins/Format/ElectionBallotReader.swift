package import Values

/// Reads how candidates are voted on, and refuses quotas that no election could keep.
enum ElectionBallotReader {
  /// - Parameters:
  ///   - section: What stands under `ballot`.
  ///   - maximum: The most seats of the body; nil where they could not be read.
  /// - Returns: The rule; nil and findings for one that cannot be read.
  static func ballot(_ section: inout Section, of maximum: Int?) -> BallotRule? {
    let threshold = section.threshold()
    let base = section.required("of", Form<DecisionRule.Base>.choice)
    let abstentions = section.required("abstentions", Form<DecisionRule.Abstentions>.choice)
    let tie = section.required("tie", Form<DecisionRule.Tie>.choice)
    let relativeAfter = section.optional("relative_after", .number(1...20))
    let rounds = section.optional("rounds", .number(1...20))
    let marks = section.optional("marks", .number(1...99))
    let next = section.optional("next", Form<BallotRule.Next>.choice) ?? .all
    let isContestedOnly = section.optional("contested", .boolean) ?? false
    let isOpen = section.optional("open", .boolean) ?? false
    let quotas = quotas(&section, of: maximum)
    guard let clause = section.clause(), let threshold, let base, let abstentions, let tie
    else { return nil }
    return BallotRule(
      threshold: threshold, base: base, abstentions: abstentions, relativeAfter: relativeAfter,
      rounds: rounds, marks: marks, next: next, tie: tie, isContestedOnly: isContestedOnly,
      isOpen: isOpen, quotas: quotas, clause: clause)
  }

  // MARK: - Quotas

  private static func quotas(_ section: inout Section, of maximum: Int?) -> [SeatQuota] {
    let quotas = section.each("quotas") { quota($0, &$1) }
    let place = section.place(of: "quotas")
    var owners: [String: String] = [:]
    for quota in quotas {
      for member in quota.members {
        if let other = owners[member], other != quota.name {
          section.note(
            Failure(
              .quotaMemberTwice,
              ["member": .text(member), "one": .text(other), "other": .text(quota.name)],
              at: place))
        }
        owners[member] = quota.name
      }
    }
    let least = quotas.reduce(0) { $0 + $1.minimum }
    if let maximum, least > maximum {
      section.note(
        Failure(.quotasOverSeats, ["least": .int(least), "most": .int(maximum)], at: place))
    }
    return quotas
  }

  private static func quota(_ name: String, _ section: inout Section) -> SeatQuota? {
    let members = section.list("members", section.context.memberCode)
    let minimum = section.optional("min", .number(1...99))
    let maximum = section.optional("max", .number(1...99))
    section.checkOrder(minimum, maximum)
    if !section.has("min"), !section.has("max") {
      section.note(
        Failure(.keysNeither, ["one": .text("min"), "other": .text("max")], at: section.place))
    }
    if let members, let minimum, Set(members).count < minimum {
      section.note(
        Failure(
          .quotaOutOfReach, ["least": .int(minimum), "members": .int(Set(members).count)],
          at: section.place(of: "min")))
    }
    guard let clause = section.clause(), let members else { return nil }
    return SeatQuota(
      name: name, members: Set(members).sorted(), minimum: minimum ?? 0, maximum: maximum,
      clause: clause)
  }
}

extension Failure.Code {
  package static let quotaMemberTwice = Self("quota-member-twice", exit: .badData)
  package static let quotaOutOfReach = Self("quota-out-of-reach", exit: .badData)
  package static let quotasOverSeats = Self("quotas-over-seats", exit: .badData)
}
