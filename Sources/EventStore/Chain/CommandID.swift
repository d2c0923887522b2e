/// The name that a caller gives to one request, so that repeating it is safe.
///
/// A UUID stands for its own sixteen bytes; any other text, such as `import:spring:12`, for the
/// first sixteen bytes of its SHA-256 under a prefix. The text itself is not stored, so it must
/// hold nothing about a person.
package struct CommandID: Hashable, Sendable {
  package let identifier: Identifier

  package init(_ identifier: Identifier) { self.identifier = identifier }

  package init(_ text: String) {
    identifier =
      Identifier(uuid: text)
      ?? Identifier(of: .sha256(Array("acta command id\0".utf8) + Array(text.utf8)))
  }

  /// A name nobody has given before.
  package static func random() -> CommandID {
    CommandID(Identifier(of: .sha256(Sodium.randomBytes(32))))
  }
}

extension CommandID: CustomStringConvertible {
  package var description: String { identifier.description }
}
