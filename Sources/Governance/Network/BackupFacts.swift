package import Values

/// A copy of the whole log was made and found whole: what it holds, and whether the keys of persons went along.
///
/// Whoever erases a person sees by these which copies there are.
package struct BackupFacts: EventFacts {
  static let maximumNameBytes = 200

  /// The last part of the path that the copy was made under; it must say nothing about a person.
  package let name: String
  /// The last event that the copy holds, and how many entries and which head its log has.
  package let position: Int
  package let leaves: Int
  package let head: String
  /// Whether a copy of `keys.db` was made with it.
  package let keys: Bool

  package init(name: String, position: Int, leaves: Int, head: String, keys: Bool) {
    (self.name, self.position, self.leaves) = (name, position, leaves)
    (self.head, self.keys) = (head, keys)
  }

  package var data: JSON {
    [
      "name": .text(name), "position": .int(Int64(position)), "leaves": .int(Int64(leaves)),
      "head": .text(head), "keys": .bool(keys),
    ]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    name = try reader.text("name")
    position = try reader.int("position")
    leaves = try reader.int("leaves")
    head = try reader.text("head")
    keys = try reader.bool("keys")
  }
}
