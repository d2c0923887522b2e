package import Values

/// An event in the form that other systems read, with what its hash is made of.
///
/// Personal words stay sealed: whose they are, what they are, the hash of the ciphertext, and in a whole
/// export the ciphertext itself.
///
/// Source: CloudEvents 1.0.2, JSON event format; extension names are lower-case letters only.
package struct ExportLine: Equatable, Sendable {
  package let event: ProvedEvent
  package let log: EntryID
  /// When the log was founded; on the first line only, since the chain begins with it.
  package let created: Instant?
  /// The leaves of refused acts between this event and the one before.
  package let before: [Digest]
  package let leaf: Digest
  /// The chain's hash after the event.
  package let hash: Digest
  /// What an import needs beside the event; nil in an export of events alone.
  package let whole: ExportActs?

  package init(
    event: ProvedEvent, log: EntryID, created: Instant?, before: [Digest], leaf: Digest,
    hash: Digest, whole: ExportActs? = nil
  ) {
    (self.event, self.log, self.created) = (event, log, created)
    (self.before, self.leaf, self.hash, self.whole) = (before, leaf, hash, whole)
  }

  package var json: JSON {
    let sealed = event.sealed.map { "\($0.subject)/\($0.slot)" }.joined(separator: " ")
    let digests = event.sealed.map(\.digest.hex).joined(separator: " ")
    let between = before.map(\.hex).joined(separator: " ")
    return .object(
      compacting: [
        ("specversion", "1.0"), ("id", .text(event.id.description)),
        ("source", .text("urn:uuid:\(log.description)")), ("type", .text(event.type)),
        ("subject", .text(event.stream.text)), ("time", .text(event.recorded.description)),
        ("datacontenttype", "application/json"), ("position", .int(event.position)),
        ("version", .int(event.version)), ("schemanumber", .int(event.schema)),
        ("effective", .text(event.effective.description)),
        ("sealed", sealed.isEmpty ? nil : .text(sealed)),
        ("sealedhashes", sealed.isEmpty ? nil : .text(digests)),
        ("logcreated", created.map { .text($0.description) }), ("ordinal", .int(event.ordinal)),
        ("commandhash", .text(event.command.hex)),
        ("refusedbefore", before.isEmpty ? nil : .text(between)), ("leaf", .text(leaf.hex)),
        ("hash", .text(hash.hex)),
      ] + (whole?.attributes ?? []) + [("data", event.data.canonicalOrder)])
  }
}

extension ExportLine {
  /// Reads a line that `json` gives; nil for any other, in its least letter.
  package init?(_ line: [UInt8]) {
    guard let json = try? JSON(parsing: line), let read = ExportLine(json),
      read.json.compact.utf8.elementsEqual(line)
    else { return nil }
    self = read
  }

  private init?(_ json: JSON) {
    guard let source = json["source"]?.text, source.hasPrefix("urn:uuid:"),
      let log = EntryID(uuid: String(source.dropFirst(9))), let event = ProvedEvent(exported: json),
      let leaf = json["leaf"]?.text.flatMap({ Digest(hex: $0) }),
      let hash = json["hash"]?.text.flatMap({ Digest(hex: $0) }),
      let before = [Digest](words: json["refusedbefore"]?.text ?? "")
    else { return nil }
    self.init(
      event: event, log: log, created: json["logcreated"]?.text.flatMap { Instant($0) },
      before: before, leaf: leaf, hash: hash, whole: ExportActs(json))
  }
}

extension ProvedEvent {
  fileprivate init?(exported json: JSON) {
    guard let stream = json["subject"]?.text.flatMap({ StreamName($0) }),
      let type = json["type"]?.text, let id = json["id"]?.text.flatMap({ EntryID(uuid: $0) }),
      let position = json["position"]?.int, let version = json["version"]?.int,
      let schema = json["schemanumber"]?.int, let ordinal = json["ordinal"]?.int,
      let recorded = json["time"]?.text.flatMap({ Instant($0) }),
      let effective = json["effective"]?.text.flatMap({ Day($0) }), let data = json["data"],
      let command = json["commandhash"]?.text.flatMap({ Digest(hex: $0) }),
      let sealed = Self.fields(json["sealed"]?.text ?? "", json["sealedhashes"]?.text ?? "")
    else { return nil }
    self.init(
      ordinal: ordinal, position: position, stream: stream, version: version, type: type,
      schema: schema, recorded: recorded, effective: effective, id: id, data: data, sealed: sealed,
      command: command)
  }

  /// `H-1/name H-1/mail` with as many hashes.
  private static func fields(_ names: String, _ digests: String) -> [Field]? {
    let names = names.split(separator: " ")
    guard let digests = [Digest](words: digests), digests.count == names.count else { return nil }
    let fields = zip(names, digests).map { name, digest -> Field? in
      guard let slash = name.lastIndex(of: "/") else { return nil }
      return Field(
        slot: String(name[name.index(after: slash)...]), subject: String(name[..<slash]),
        digest: digest)
    }
    return fields.contains(nil) ? nil : fields.compactMap(\.self)
  }
}

extension [Digest] {
  /// Digests in hexadecimal with spaces between; nil when a word is none.
  init?(words: String) {
    let digests = words.split(separator: " ").map { Digest(hex: String($0)) }
    guard !digests.contains(nil) else { return nil }
    self = digests.compactMap(\.self)
  }
}
