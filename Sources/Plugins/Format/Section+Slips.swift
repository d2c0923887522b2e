internal import Values

/// What can be read and is most likely a slip: a warning, since rules that say it are in force somewhere.
extension Section {
  /// Warns of a notice for urgent meetings that is not shorter than the usual one.
  mutating func lookAtUrgent(_ urgent: Period?, beside usual: Period?) {
    guard let urgent, let usual, urgent.meanLength >= usual.meanLength else { return }
    warnOfUrgent(.period(urgent), .period(usual))
  }

  /// Warns of a number of days for urgent matters that is not smaller than the usual one.
  mutating func lookAtUrgent(_ urgent: Int?, beside usual: Int?) {
    guard let urgent, let usual, urgent >= usual else { return }
    warnOfUrgent(.int(urgent), .int(usual))
  }

  private mutating func warnOfUrgent(_ urgent: Failure.Value, _ usual: Failure.Value) {
    let place = place(of: "urgent")
    context.findings.add(
      Failure(.urgentNotShorter, ["urgent": urgent, "usual": usual], at: place), as: .warning)
  }

  /// Warns of each text that stands in a list again.
  func lookForRepeats(in nodes: [Node]) {
    var seen: Set<String> = []
    for node in nodes {
      guard case .scalar(let scalar) = node.kind, !seen.insert(scalar.text).inserted
      else { continue }
      context.findings.add(
        Failure(.valueRepeated, ["found": .text(scalar.text)], at: node.place), as: .warning)
    }
  }
}
