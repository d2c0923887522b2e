internal import Values

/// A row of `commands` as it is stored and hashed.
struct CommandRow: Hashable, Sendable {
  var row: Int64
  var id: EntryID
  var requestHash: [UInt8]
  var name: [UInt8]
  var actor: [UInt8]
  var correlation: EntryID?
  var causation: Int64?
  var rules: Digest?
  var verdict: [UInt8]
  var firstPosition: Int64?
  var lastPosition: Int64?
  var recorded: Int64
  var body: [UInt8]
  var answer: [UInt8]

  /// The hash that each event of the command covers.
  var hash: Digest {
    var bytes = CanonicalBytes(capacity: 256 + body.count + answer.count)
    bytes.append(byte: UInt8(ascii: "R"))
    bytes.append(byte: 1)
    bytes.append(row)
    bytes.append(id)
    bytes.append(fixed: requestHash)
    bytes.append(text: name)
    bytes.append(text: actor)
    bytes.append(optionalFixed: correlation?.bytes)
    bytes.append(causation)
    bytes.append(optionalFixed: rules?.bytes)
    bytes.append(text: verdict)
    bytes.append(firstPosition)
    bytes.append(lastPosition)
    bytes.append(recorded)
    bytes.append(text: body)
    bytes.append(text: answer)
    return .sha256(bytes.bytes)
  }
}
