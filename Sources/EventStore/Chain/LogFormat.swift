internal import Values

/// The form of what is hashed: fixed before the first event was written, and never changed.
///
/// docs/log-format.md describes it and holds the test vectors.
enum LogFormat {
  /// The hash before the first leaf: it ties a chain to its log.
  static func genesis(log: EntryID, created: Instant) -> Digest {
    var bytes = CanonicalBytes()
    bytes.append(byte: 0x02)
    bytes.append(text: Array("acta/1".utf8))
    bytes.append(log)
    bytes.append(created.microseconds)
    return .sha256(bytes.bytes)
  }

  /// The hash after one more leaf.
  static func chain(_ previous: Digest, _ leaf: Digest) -> Digest {
    Sodium.sha256Node(previous, leaf)
  }

  /// What an event's leaf covers.
  struct EventLeaf {
    var ordinal: Int64
    var position: Int64
    var stream: [UInt8]
    var version: Int64
    var type: [UInt8]
    var schema: Int64
    var recorded: Int64
    var effective: Int64
    var id: EntryID
    var data: [UInt8]
    var command: Digest
    /// In the order of the slots' bytes.
    var sealed: [SealedLeaf]

    /// The leaf's hash, by RFC 6962 section 2.1: a zero byte, then the leaf.
    var hash: Digest { .sha256(bytes) }

    var bytes: [UInt8] {
      var bytes = CanonicalBytes(capacity: 320)
      bytes.append(byte: 0x00)
      bytes.append(byte: UInt8(ascii: "E"))
      bytes.append(byte: 1)
      bytes.append(ordinal)
      bytes.append(position)
      bytes.append(text: stream)
      bytes.append(version)
      bytes.append(text: type)
      bytes.append(schema)
      bytes.append(recorded)
      bytes.append(effective)
      bytes.append(id)
      bytes.append(Sodium.sha256(data))
      bytes.append(command)
      bytes.append(count: sealed.count)
      for field in sealed {
        bytes.append(text: field.slot)
        bytes.append(text: field.subject)
        bytes.append(field.digest)
      }
      return bytes.bytes
    }
  }

  /// What a leaf covers of a sealed field: all but the words themselves.
  struct SealedLeaf {
    var slot: [UInt8]
    var subject: [UInt8]
    /// SHA-256 of nonce and ciphertext, kept when both are scrubbed.
    var digest: Digest
  }

  /// The leaf of a command that brought no events, such as a refused one.
  static func commandLeaf(ordinal: Int64, command: Digest) -> Digest {
    .sha256(commandLeafBytes(ordinal: ordinal, command: command))
  }

  static func commandLeafBytes(ordinal: Int64, command: Digest) -> [UInt8] {
    var bytes = CanonicalBytes()
    bytes.append(byte: 0x00)
    bytes.append(byte: UInt8(ascii: "C"))
    bytes.append(byte: 1)
    bytes.append(ordinal)
    bytes.append(command)
    return bytes.bytes
  }

  /// The name of an event: the same for the same request on the same log.
  static func eventID(log: EntryID, command: CommandID, index: Int) -> EntryID {
    var bytes = CanonicalBytes()
    bytes.append(fixed: Array("acta event id\0".utf8))
    bytes.append(log)
    bytes.append(command.identifier)
    bytes.append(Int64(index))
    return EntryID(of: .sha256(bytes.bytes))
  }

  /// The event's name and bytes of its log's file, as associated data of a sealed field.
  static func sealContext(log: EntryID, position: Int64, slot: String) -> [UInt8] {
    var bytes = CanonicalBytes()
    bytes.append(log)
    bytes.append(position)
    bytes.append(text: Array(slot.utf8))
    return bytes.bytes
  }
}
