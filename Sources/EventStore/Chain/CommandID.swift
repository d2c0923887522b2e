/// The name that a caller gives to one request, so that repeating it is safe.
///
/// A UUID stands for its own sixteen bytes; any other text, such as `import:spring:12`, for the
/// first sixteen bytes of its SHA-256 under a prefix. The text itself is not stored, so it must
/// hold nothing about a person.
package struct CommandID: Hashable, Sendable {
  package let identifier: EntryID

  package init(_ identifier: EntryID) { self.identifier = identifier }

  package init(_ text: String) {
    identifier =
      EntryID(uuid: text)
      ?? EntryID(of: .sha256(Array("acta command id\0".utf8) + Array(text.utf8)))
  }

  /// A name nobody has given before.
  package static func random() -> CommandID { CommandID(.random()) }
}

extension CommandID: CustomStringConvertible {
  package var description: String { identifier.description }
}
