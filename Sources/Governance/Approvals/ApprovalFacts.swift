package import Values

/// What the first person asked for, whole, so that the second one confirms that and nothing else.
package struct ApprovalAsking: EventFacts {
  /// Such as `person erase`.
  package let act: String
  /// By name; no act that needs two persons has a personal field.
  package let fields: [String: [String]]
  /// Whole documents, such as the rules, by the name of their field.
  package let documents: [String: [String]]
  /// From when the act was to count.
  package let effective: PartialDay
  package let note: String?
  /// Who asked.
  package let by: String
  /// The last day on which somebody else may confirm it.
  package let until: Day

  package var data: JSON {
    .object(compacting: [
      ("act", .text(act)), ("fields", Self.json(fields)),
      ("documents", documents.isEmpty ? nil : Self.json(documents)),
      ("effective", .day(effective)), ("note", note.map { .text($0) }), ("by", .text(by)),
      ("until", .text(until.description)),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    act = try reader.text("act")
    fields = try Self.values(reader.fields["fields"] ?? .null, of: reader.subject)
    documents = try Self.values(reader.fields["documents"] ?? [:], of: reader.subject)
    effective = try reader.partialDay("effective")
    note = try reader.optional("note", FieldReader.text)
    by = try reader.text("by")
    until = try reader.day("until")
  }

  init(_ request: ActRequest, until: Day) {
    act = request.input.kind.name
    let isDocument = Set(request.input.kind.fields.filter { $0.kind == .document }.map(\.name))
    fields = request.input.values.filter { !isDocument.contains($0.key) }
    documents = request.input.values.filter { isDocument.contains($0.key) }
    effective = request.effective
    note = request.note
    by = request.actor
    self.until = until
  }

  private static func json(_ values: [String: [String]]) -> JSON {
    .object(JSON.Fields(values.sorted { $0.key < $1.key }.map { ($0.key, .texts($0.value)) }))
  }

  private static func values(_ json: JSON, of subject: String) throws(Failure)
    -> [String: [String]]
  {
    let reader = try FieldReader(json, of: subject)
    var values: [String: [String]] = [:]
    for name in reader.fields.names { values[name] = try reader.texts(name) }
    return values
  }
}

extension ApprovalAsking {
  /// What the act is about, such as `H-1`; nil for one that is about the network.
  package var subject: String? {
    let kind = ActCatalogue.command(named: act)?.kind
    return kind?.fields.first { $0.isPositional }.flatMap { fields[$0.name]?.first }
  }

  private var everything: [String: [String]] { fields.merging(documents) { first, _ in first } }

  /// Whether somebody asks for the very same thing.
  func isSame(as request: ActRequest) -> Bool {
    act == request.input.kind.name && everything == request.input.values
  }

  /// The act as it is recorded once it is confirmed: a day that has gone by meanwhile is that of the confirmation.
  ///
  /// - Throws: `act-unknown` for an act that this program does not have.
  func request(confirmedBy request: ActRequest) throws(Failure) -> ActRequest {
    guard let command = ActCatalogue.command(named: act) else {
      throw Failure(.actUnknown, ["act": .text(act)])
    }
    return ActRequest(
      id: request.id, input: try ActInput(command.kind, everything), actor: request.actor,
      effective: effective.first < request.today ? PartialDay(request.today) : effective,
      today: request.today, note: note)
  }
}

/// Another person confirmed it.
package struct ApprovalConfirmation: EventFacts {
  package let by: String

  package init(by: String) { self.by = by }

  package var data: JSON { ["by": .text(by)] }

  package init(_ reader: FieldReader) throws(Failure) { by = try reader.text("by") }
}

/// Somebody, the first person or another one, took it back.
package struct ApprovalWithdrawal: EventFacts {
  package let by: String
  package let reason: String?

  package init(by: String, reason: String?) { (self.by, self.reason) = (by, reason) }

  package var data: JSON {
    .object(compacting: [("by", .text(by)), ("reason", reason.map { .text($0) })])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    by = try reader.text("by")
    reason = try reader.optional("reason", FieldReader.text)
  }
}
