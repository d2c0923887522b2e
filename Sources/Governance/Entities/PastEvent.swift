package import Values

/// An event as it stands in the log, of an entity that need not be known here.
package struct PastEvent: Hashable, Sendable {
  package let key: EntityKey
  package let position: Int64
  package let type: String
  /// The schema number of `data`.
  package let schema: Int
  package let effective: Day
  package let data: JSON

  package init(
    key: EntityKey, position: Int64, type: String, schema: Int = 1, effective: Day, data: JSON
  ) {
    self.key = key
    self.position = position
    self.type = type
    self.schema = schema
    self.effective = effective
    self.data = data
  }

  package var mark: Mark { Mark(position: position, effective: effective) }
}
