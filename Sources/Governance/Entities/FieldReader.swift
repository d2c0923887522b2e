package import Values

/// Reads the members of a stored object by name and type; what does not fit is a failure, never a trap.
package struct FieldReader {
  /// What is being read, such as the stored name of an event; quoted in a failure.
  package let subject: String
  package let fields: JSON.Fields

  package init(_ json: JSON, of subject: String) throws(Failure) {
    guard let fields = json.fields else { throw Self.unreadable(subject, "") }
    self.subject = subject
    self.fields = fields
  }

  /// Whether there is a value under a name.
  package func has(_ name: String) -> Bool { fields[name]?.isNull == false }

  package func text(_ name: String) throws(Failure) -> String {
    try require(fields[name]?.text, name)
  }

  package func int(_ name: String) throws(Failure) -> Int {
    try require(fields[name]?.int.flatMap { Int(exactly: $0) }, name)
  }

  package func position(_ name: String) throws(Failure) -> Int64 {
    try require(fields[name]?.int, name)
  }

  package func bool(_ name: String) throws(Failure) -> Bool {
    try require(fields[name]?.bool, name)
  }

  package func day(_ name: String) throws(Failure) -> Day {
    try require(Day(text(name)), name)
  }

  package func partialDay(_ name: String) throws(Failure) -> PartialDay {
    try require(PartialDay(text(name)), name)
  }

  package func time(_ name: String) throws(Failure) -> TimeOfDay {
    try require(TimeOfDay(text(name)), name)
  }

  package func instant(_ name: String) throws(Failure) -> Instant {
    try require(Instant(text(name)), name)
  }

  package func period(_ name: String) throws(Failure) -> Period {
    try require(Period(text(name)), name)
  }

  package func id<Kind>(_ name: String, of kind: Kind.Type = Kind.self) throws(Failure)
    -> Identifier<Kind>
  {
    try require(Identifier<Kind>(text(name)), name)
  }

  package func texts(_ name: String) throws(Failure) -> [String] {
    let items = try list(name)
    var texts: [String] = []
    texts.reserveCapacity(items.count)
    for item in items { texts.append(try require(item.text, name)) }
    return texts
  }

  package func ids<Kind>(_ name: String, of kind: Kind.Type = Kind.self) throws(Failure)
    -> [Identifier<Kind>]
  {
    var ids: [Identifier<Kind>] = []
    for text in try texts(name) { ids.append(try require(Identifier<Kind>(text), name)) }
    return ids
  }

  package func list(_ name: String) throws(Failure) -> [JSON] {
    try require(fields[name]?.list, name)
  }

  package func choice<Choice: RawRepresentable<String>>(
    _ name: String, of choice: Choice.Type = Choice.self
  ) throws(Failure) -> Choice {
    try require(Choice(rawValue: text(name)), name)
  }

  /// A value that may be absent: nil when the name is missing or null.
  package func optional<Value>(
    _ name: String, _ read: (FieldReader) -> (String) throws(Failure) -> Value
  ) throws(Failure) -> Value? {
    guard let value = fields[name], !value.isNull else { return nil }
    return try read(self)(name)
  }

  private func require<Value>(_ value: Value?, _ name: String) throws(Failure) -> Value {
    guard let value else { throw Self.unreadable(subject, name) }
    return value
  }

  private static func unreadable(_ subject: String, _ name: String) -> Failure {
    Failure(.eventUnreadable, ["subject": .text(subject), "field": .text(name)])
  }
}

extension Failure.Code {
  /// A stored event or state does not have the form that its name promises: verify the log.
  package static let eventUnreadable = Failure.Code("event-unreadable", exit: .checkFailed)
}
