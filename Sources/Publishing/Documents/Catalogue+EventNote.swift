package import Values

extension Catalogue {
  /// What stands at the end of a document for an event: its place in the log, what happened, and from when it counts.
  ///
  /// - Parameters:
  ///   - event: Its position.
  ///   - type: As stored; one that the network wrote itself is told as it is written.
  ///   - day: From which it counts.
  ///   - corrections: The positions of the events that corrected it since.
  /// - Returns: One sentence, and another one where it was corrected.
  package func note(
    _ event: Int64, type: String, on day: Day, corrections: [Int64] = []
  ) -> String {
    let note = text(
      "document.event",
      [
        "position": .text("\(event)"),
        "type": .text(template("event-type.\(type)") ?? type), "day": .day(day),
      ])
    guard !corrections.isEmpty else { return note }
    let corrected = text(
      "document.event-corrected",
      ["n": .int(corrections.count), "by": .list(corrections.map { "\($0)" })])
    return note + " " + corrected
  }
}
