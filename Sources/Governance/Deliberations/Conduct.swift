import Values

extension Resolution {
  /// How a vote went beside its numbers: what a reader needs to see why they are as they are.
  ///
  /// Each part is left out of the log where there is none of it.
  package struct Conduct: Hashable, Sendable {
    /// Declarations of those who stood aside, in the order in which they were given.
    package var recusals: [Recusal]

    package init(recusals: [Recusal] = []) {
      self.recusals = recusals
    }
  }

  /// A member declares that it stands aside from one matter, and why.
  package struct Recusal: Hashable, Sendable {
    package let member: MemberID
    package let reason: String

    package init(member: MemberID, reason: String) {
      self.member = member
      self.reason = reason
    }

    var json: JSON { ["member": .text(member.text), "reason": .text(reason)] }

    init(_ reader: FieldReader) throws(Failure) {
      member = try reader.id("member")
      reason = try reader.text("reason")
    }
  }
}

extension Resolution.Conduct {
  var data: [(String, JSON?)] {
    [("recusals", recusals.isEmpty ? nil : .list(recusals.map(\.json)))]
  }

  init(_ reader: FieldReader) throws(Failure) {
    self.init(recusals: try reader.records("recusals", Resolution.Recusal.init))
  }
}

extension FieldReader {
  /// The records of a list that may be left out; empty when it was.
  func records<Value>(
    _ name: String, _ read: (FieldReader) throws(Failure) -> Value
  ) throws(Failure) -> [Value] {
    guard has(name) else { return [] }
    var values: [Value] = []
    for json in try list(name) { values.append(try read(FieldReader(json, of: subject))) }
    return values
  }
}
