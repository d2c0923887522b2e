import Values

/// One number of a vote, such as `votes.for`, of which the other numbers stay as they are.
struct EventPart {
  /// The values whose parts are corrected one by one.
  private static let parted: Set<String> = ["votes"]
  /// More than any body has members, and few enough that no sum of them is too large.
  private static let counts: ClosedRange<Int64> = 0...1_000_000

  /// Of the whole value, `votes`.
  let key: String
  /// Of the part, `for`.
  private let part: String
  private let old: JSON.Fields

  /// Takes a name with one point; nil where the event has no such value, or one without parts.
  init?(_ name: String, in data: JSON) {
    let names = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard names.count == 2, Self.parted.contains(String(names[0])),
      let old = data[String(names[0])]?.fields
    else { return nil }
    key = String(names[0])
    part = String(names[1])
    self.old = old
  }

  /// The whole value with the part in its new form.
  ///
  /// - Parameters:
  ///   - text: What the part should say, in the form of its old value.
  ///   - begun: The value as another part of it was corrected already; nil for the first part.
  ///   - event: Whose value it is.
  ///   - kind: The entity of the event, which knows its keys.
  /// - Returns: What takes the place of the value under `key`.
  /// - Throws: `key-unknown` with the parts that there are, `correction-unreadable` for another form.
  func corrected(
    to text: String, in begun: JSON?, of event: PastEvent, as kind: any Entity.Type
  ) throws(Refusal) -> JSON {
    guard let former = old[part] else {
      throw Refusal(
        .keyUnknown, ["key": .text("\(key).\(part)"), "type": .text(event.type)],
        ways: [Note("use-one-of", ["known": .list(old.names.map { "\(key).\($0)" })])])
    }
    for form in EventForm.forms(of: text, under: part, like: former) where Self.isCount(form) {
      var fields = begun?.fields ?? old
      fields[part] = form
      let whole = JSON.object(fields)
      if EventForm.isKnown(key, whole, in: event, as: kind) { return whole }
    }
    throw Refusal(
      .correctionUnreadable, ["key": .text("\(key).\(part)"), "type": .text(event.type)],
      ways: [Note("strike-and-record", ["event": .text(String(event.position))])])
  }

  private static func isCount(_ form: JSON) -> Bool {
    form.int.map(counts.contains) ?? true
  }
}
