package import Values

/// An event that is to be recorded.
package struct NewEvent: Hashable, Sendable {
  package var stream: StreamName
  /// The stored name, such as `member.admitted`: printable ASCII, 100 bytes at most.
  package var type: String
  /// The shape of the data, counted from 1.
  package var schema: Int
  package var effective: Day
  /// Facts without personal words; up to 16 MiB as canonical JSON.
  package var data: JSON
  /// Personal words, stored under the key of their person; one for each slot.
  package var sealed: [SealedField]

  package init(
    stream: StreamName, type: String, schema: Int = 1, effective: Day, data: JSON,
    sealed: [SealedField] = []
  ) {
    self.stream = stream
    self.type = type
    self.schema = schema
    self.effective = effective
    self.data = data
    self.sealed = sealed
  }
}
