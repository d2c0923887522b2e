internal import Values

/// What a line of a whole export carries beside its event, so that the log can be made again from the file.
///
/// CloudEvents allows only simple values beside `data`, so that the rows of acts stand as texts of JSON.
package struct ExportActs: Equatable, Sendable {
  /// Where the log ended when it was exported; on the first line, so that a file that was cut off shows.
  package struct End: Equatable, Sendable {
    package let leaves: Int64
    package let head: Digest

    package init(leaves: Int64, head: Digest) { (self.leaves, self.head) = (leaves, head) }
  }

  let end: End?
  /// The act that brought the event; on the first of its events.
  let act: CommandRow?
  /// The refused acts whose leaves are `before`.
  let before: [CommandRow]
  /// The refused acts after the last event; on the last line.
  let after: [CommandRow]
  /// Nonce and ciphertext of each sealed field, in the order of the slots' bytes; nil for one that was scrubbed.
  let words: [[UInt8]?]

  init(
    end: End? = nil, act: CommandRow? = nil, before: [CommandRow] = [], after: [CommandRow] = [],
    words: [[UInt8]?] = []
  ) {
    (self.end, self.act, self.before) = (end, act, before)
    (self.after, self.words) = (after, words)
  }

  var isEmpty: Bool {
    end == nil && act == nil && before.isEmpty && after.isEmpty && words.isEmpty
  }

  var attributes: [(String, JSON?)] {
    [
      ("loghead", end.map { .text($0.head.hex) }), ("logleaves", end.map { .int($0.leaves) }),
      ("act", act.map { .text($0.json.compact) }),
      ("refusedacts", Self.text(of: before)), ("refusedafter", Self.text(of: after)),
      ("sealedwords", words.isEmpty ? nil : .text(words.map(Self.word).joined(separator: " "))),
    ]
  }

  private static func text(of rows: [CommandRow]) -> JSON? {
    rows.isEmpty ? nil : .text(JSON.list(rows.map(\.json)).compact)
  }

  private static func word(_ bytes: [UInt8]?) -> String { bytes.map { Base64.text($0) } ?? "-" }
}

extension ExportActs {
  /// The attributes of a line; nil where it carries none of them.
  init?(_ json: JSON) {
    let names = ["loghead", "act", "refusedacts", "refusedafter", "sealedwords"]
    guard names.contains(where: { json[$0] != nil }) else { return nil }
    guard let before = Self.rows(json["refusedacts"]), let after = Self.rows(json["refusedafter"]),
      let words = Self.words(json["sealedwords"]?.text ?? "")
    else { return nil }
    let head = json["loghead"]?.text.flatMap { Digest(hex: $0) }
    let end = head.flatMap { head in json["logleaves"]?.int.map { End(leaves: $0, head: head) } }
    self.init(
      end: end, act: json["act"].flatMap { Self.row($0) }, before: before, after: after,
      words: words)
  }

  private static func row(_ text: JSON) -> CommandRow? {
    text.text.flatMap { try? JSON(parsing: $0) }.flatMap { CommandRow($0) }
  }

  private static func rows(_ text: JSON?) -> [CommandRow]? {
    guard let text else { return [] }
    let rows = text.text.flatMap { try? JSON(parsing: $0).list?.map { CommandRow($0) } }
    guard let rows, !rows.contains(nil) else { return nil }
    return rows.compactMap(\.self)
  }

  private static func words(_ text: String) -> [[UInt8]?]? {
    var words: [[UInt8]?] = []
    for word in text.split(separator: " ") {
      if word == "-" {
        words.append(nil)
      } else {
        guard let bytes = Base64.bytes(word) else { return nil }
        words.append(bytes)
      }
    }
    return words
  }
}

extension ExportLine {
  /// Whether the acts and sealed words that the line carries are those that its hashes speak of.
  package var holdsItsActs: Bool {
    guard let whole else { return true }
    if let act = whole.act {
      guard act.hash == event.command, act.firstPosition == event.position else { return false }
    }
    let start = event.ordinal - Int64(before.count)
    let digests = zip(whole.words, event.sealed).allSatisfy { words, field in
      words.map { Digest.sha256($0) == field.digest } ?? true
    }
    return digests && whole.words.count == event.sealed.count
      && Self.leaves(of: whole.before, from: start) == before
  }

  /// The leaves of what was refused after the event, on the last line of a whole export.
  package var trailing: [Digest] {
    Self.leaves(of: whole?.after ?? [], from: event.ordinal + 1)
  }

  /// Where the log ended, as the first line of a whole export says.
  package var end: ExportActs.End? { whole?.end }

  private static func leaves(of refused: [CommandRow], from ordinal: Int64) -> [Digest] {
    refused.enumerated().map { index, row in
      LogFormat.commandLeaf(ordinal: ordinal + Int64(index), command: row.hash)
    }
  }
}
