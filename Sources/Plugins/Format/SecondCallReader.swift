internal import Values

/// Reads what holds at a second meeting after one without a quorum.
enum SecondCallReader {
  private enum Quorum: String, CaseIterable {
    case none
  }

  static func secondCall(_ section: inout Section) -> SecondCallRule? {
    let after = section.required("after", .period)
    let isFree = section.has("quorum")
    let threshold = isFree ? nil : section.threshold()
    if isFree { checkFree(&section) }
    guard let clause = section.clause(), let after, isFree || threshold != nil else { return nil }
    return SecondCallRule(threshold: threshold, after: after, clause: clause)
  }

  /// A meeting without a quorum has no threshold beside it.
  private static func checkFree(_ section: inout Section) {
    _ = section.required("quorum", Form<Quorum>.choice)
    for key in ["more_than", "at_least"] where section.has(key) {
      section.note(
        Failure(
          .keysExclusive, ["one": .text("quorum: none"), "other": .text(key)],
          at: section.place(of: key)))
    }
  }
}
