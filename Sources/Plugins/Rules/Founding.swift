package import Values

/// When and by which act the network came into being; its first rules count from that day.
package struct Founding: Hashable, Sendable {
  package var on: PartialDay
  /// The founding act in the network's own words, such as `Council conclusions 10025/16`.
  package var instrument: String
  package var clause: Clause

  package init(on: PartialDay, instrument: String, clause: Clause) {
    self.on = on
    self.instrument = instrument
    self.clause = clause
  }
}
