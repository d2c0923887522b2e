package import Values

extension Extract {
  private static let form = "acta-extract/1"

  /// The whole file, for people and programs; it has this spelling and no other.
  package var text: String {
    let json = JSON.object(compacting: [
      ("form", .text(Self.form)), ("key", .text(key.text)), ("index", .int(index)),
      ("event", event?.json), ("command", command.json), ("leaf", .text(Base64.text(leaf))),
      ("path", .texts(path.map { Base64.text($0.bytes) })), ("checkpoint", .text(signed.whole)),
    ])
    return json.pretty + "\n"
  }

  /// Whether a file says that it is an extract.
  package static func isExtract(_ text: String) -> Bool {
    text.hasPrefix("{") && text.prefix(200).contains("\"acta-extract/")
  }

  /// Reads what `text` gives.
  ///
  /// - Throws: `proof-unreadable` for what has not the form of an extract; `proof-unfit` for another spelling of
  ///   one, since a letter that nothing covers could say what it likes.
  package init(_ text: String) throws {
    guard let json = try? JSON(parsing: text), let read = Extract(json) else {
      throw Failure(.proofUnreadable, ["file": .text("")])
    }
    guard read.text.utf8.elementsEqual(text.utf8) else { throw Self.unfit("spelling") }
    self = read
  }

  private init?(_ json: JSON) {
    guard json["form"]?.text == Self.form, let key = json["key"]?.text.flatMap({ NoteKey($0) }),
      let index = json["index"]?.int, index >= 0, index < .max,
      let command = json["command"].flatMap({ CommandRow($0) }),
      let leaf = json["leaf"]?.text.flatMap({ Base64.bytes($0) }),
      let signed = json["checkpoint"]?.text.flatMap({ SignedCheckpoint($0) }),
      let path = json["path"]?.list?.map({ $0.text.flatMap(Digest.init(base64:)) }),
      !path.contains(nil)
    else { return nil }
    let event = json["event"].map { ProvedEvent($0, ordinal: index + 1, command: command.hash) }
    if let event, event == nil { return nil }
    self.init(
      event: event ?? nil, command: command, index: index, leaf: leaf,
      path: path.compactMap(\.self), signed: signed, key: key)
  }
}

extension Digest {
  fileprivate init?(base64 text: String) {
    guard let digest = Base64.bytes(text).flatMap({ Digest($0) }) else { return nil }
    self = digest
  }
}

extension ProvedEvent {
  fileprivate var json: JSON {
    [
      "position": .int(position), "stream": .text(stream.text), "version": .int(version),
      "type": .text(type), "schema": .int(schema), "recorded": .text(recorded.description),
      "effective": .text(effective.description), "id": .text(id.description),
      "data": data.canonicalOrder,
      "sealed": .list(
        sealed.map { field in
          [
            "slot": .text(field.slot), "subject": .text(field.subject),
            "digest": .text(field.digest.hex),
          ]
        }),
    ]
  }

  fileprivate init?(_ json: JSON, ordinal: Int64, command: Digest) {
    guard let position = json["position"]?.int,
      let stream = json["stream"]?.text.flatMap({ StreamName($0) }),
      let version = json["version"]?.int, let type = json["type"]?.text,
      let schema = json["schema"]?.int,
      let recorded = json["recorded"]?.text.flatMap({ Instant($0) }),
      let effective = json["effective"]?.text.flatMap({ Day($0) }),
      let id = json["id"]?.text.flatMap({ EntryID(uuid: $0) }), let data = json["data"],
      let sealed = json["sealed"]?.list?.map({ Field($0) }), !sealed.contains(nil)
    else { return nil }
    self.init(
      ordinal: ordinal, position: position, stream: stream, version: version, type: type,
      schema: schema, recorded: recorded, effective: effective, id: id, data: data,
      sealed: sealed.compactMap(\.self), command: command)
  }
}

extension ProvedEvent.Field {
  fileprivate init?(_ json: JSON) {
    guard let slot = json["slot"]?.text, let subject = json["subject"]?.text,
      let digest = json["digest"]?.text.flatMap({ Digest(hex: $0) })
    else { return nil }
    self.init(slot: slot, subject: subject, digest: digest)
  }
}

extension JSON {
  /// The same value in the order in which it is hashed.
  package var canonicalOrder: JSON { (try? JSON(parsing: canonical)) ?? self }
}
