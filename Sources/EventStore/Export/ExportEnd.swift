package import Values

/// The last line of an export that carries a signed checkpoint.
package struct ExportEnd: Equatable, Sendable {
  package static let type = "checkpoint.signed"

  package let log: EntryID
  package let signed: SignedCheckpoint
  /// The leaves of refused acts after the last event.
  package let after: [Digest]

  package var json: JSON {
    [
      "specversion": "1.0", "id": .text("checkpoint-\(signed.checkpoint.size)"),
      "source": .text("urn:uuid:\(log.description)"), "type": .text(Self.type),
      "datacontenttype": "application/json",
      "data": [
        "checkpoint": .text(signed.whole), "refusedafter": .texts(after.map(\.hex)),
      ],
    ]
  }

  package init(log: EntryID, signed: SignedCheckpoint, after: [Digest]) {
    (self.log, self.signed, self.after) = (log, signed, after)
  }

  /// Reads a line that `json` gives; nil for any other, in its least letter.
  package init?(_ line: [UInt8]) {
    guard let json = try? JSON(parsing: line), json["type"]?.text == Self.type,
      let source = json["source"]?.text, source.hasPrefix("urn:uuid:"),
      let log = EntryID(uuid: String(source.dropFirst(9))), let data = json["data"],
      let signed = data["checkpoint"]?.text.flatMap({ SignedCheckpoint($0) }),
      let after = data["refusedafter"]?.list?.map({ $0.text.flatMap(Digest.init(hex:)) }),
      !after.contains(nil)
    else { return nil }
    self.init(log: log, signed: signed, after: after.compactMap(\.self))
    guard self.json.compact.utf8.elementsEqual(line) else { return nil }
  }
}
