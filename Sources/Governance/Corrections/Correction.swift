package import Values

/// What is said later about an event that was recorded wrongly.
package struct Correction: EntityEvent {
  /// The stored name, the same in every stream.
  package static let type = "event.corrected"
  package static let schemas = [type: 1]

  /// The position of the event that is corrected.
  package let corrects: Int64
  /// The new values by name; empty when the event is struck.
  package let changes: JSON.Fields
  /// The right effective day, when that was wrong.
  package let effective: Day?
  /// Whether the event is taken as not having happened.
  package let strikes: Bool
  package let reason: String

  package init(
    corrects: Int64, changes: JSON.Fields, effective: Day?, strikes: Bool, reason: String
  ) {
    self.corrects = corrects
    self.changes = changes
    self.effective = effective
    self.strikes = strikes
    self.reason = reason
  }

  package func corrected(_ data: JSON) -> JSON {
    guard var fields = data.fields else { return data }
    for change in changes.members { fields[change.name] = change.value }
    return .object(fields)
  }

  /// The same with what an earlier correction of the event said, as far as this one does not say otherwise.
  ///
  /// A correction stands for itself in the log, so that the last one alone tells how an event reads: it holds all
  /// that is put right. One that strikes holds nothing else, and nothing is taken over from one that struck.
  func adding(to former: Correction) -> Correction {
    guard !strikes, !former.strikes else { return self }
    var changes = former.changes
    for change in self.changes.members { changes[change.name] = change.value }
    return Correction(
      corrects: corrects, changes: changes, effective: effective ?? former.effective,
      strikes: false, reason: reason)
  }

  package var data: JSON {
    .object(compacting: [
      ("corrects", .int(corrects)), ("changes", .object(changes)),
      ("effective", effective.map { .text($0.description) }), ("strikes", .bool(strikes)),
      ("reason", .text(reason)),
    ])
  }

  package var type: String { Self.type }

  package init(type: String, data: JSON) throws(Failure) {
    guard type == Self.type else { throw Failure(.eventUnknown, ["type": .text(type)]) }
    try self.init(data: data)
  }

  package init(data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: Self.type)
    corrects = try reader.position("corrects")
    changes = reader.fields["changes"]?.fields ?? JSON.Fields()
    effective = try reader.optional("effective", FieldReader.day)
    strikes = try reader.bool("strikes")
    reason = try reader.text("reason")
  }
}
