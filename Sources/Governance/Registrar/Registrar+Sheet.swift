import EventStore
package import Values

/// What the rows of a sheet have in common.
package struct SheetHeader: Sendable {
  package let actor: String
  package let today: Day
  /// From when a row counts that does not say so itself; nil for today.
  package let effective: PartialDay?
  /// The note of each row that has none of its own.
  package let note: String?

  package init(actor: String, today: Day, effective: PartialDay? = nil, note: String? = nil) {
    self.actor = actor
    self.today = today
    self.effective = effective
    self.note = note
  }
}

extension Registrar {
  /// Records the rows of a sheet, all or none; a row that the log knows already is passed over.
  ///
  /// A row is known when the log says on its day what it says, and when the same row was imported before:
  /// the ids of its acts follow from what stands in it.
  ///
  /// - Parameters:
  ///   - rows: In the order of the file.
  ///   - header: By whom, and from when.
  ///   - now: The time of the clock.
  ///   - mode: Whether the rows are recorded or only tried.
  /// - Returns: One answer for each row, in their order.
  /// - Throws: `SheetRefused` with every row that is refused; what the log throws.
  package func record(
    _ rows: [SheetRow], under header: SheetHeader, now: Instant, mode: Mode = .recording
  ) throws -> [SheetAnswer] {
    try inTransaction(now: now, mode: mode) { session in
      var answers: [SheetAnswer] = []
      var refused: [SheetRefused.Row] = []
      let desk = SheetDesk(log: log, header: header)
      for row in rows {
        do {
          answers.append(try desk.answer(row, in: &session))
        } catch let refusal as SheetRefused {
          refused += refusal.rows
        }
      }
      guard refused.isEmpty else {
        throw SheetRefused(findings: [], isCut: false, rows: refused)
      }
      return answers
    }
  }
}

/// Asks for the acts of rows, one row after the other.
private struct SheetDesk {
  let log: Log
  let header: SheetHeader

  /// - Throws: `SheetRefused` with this row alone.
  func answer(_ row: SheetRow, in session: inout Session) throws -> SheetAnswer {
    var answers: [Answer] = []
    if let person = row.person { answers.append(try ask(person, row, in: &session)) }
    let person = answers.first?.events.first?.subject
    try session.load(row.needs)
    if let subject = row.known(person: person, on: effective(row).first, in: session.ledger) {
      return SheetAnswer(place: row.place, state: .already, subject: subject, answers: answers)
    }
    answers.append(try ask(row.act(for: person), row, in: &session))
    let isNew = answers.contains { !$0.isRepeated }
    return SheetAnswer(
      place: row.place, state: isNew ? .new : .already,
      subject: answers.last?.events.first?.subject ?? "", answers: answers)
  }

  private func effective(_ row: SheetRow) -> PartialDay {
    row.effective ?? header.effective ?? PartialDay(header.today)
  }

  private func ask(_ input: ActInput, _ row: SheetRow, in session: inout Session) throws -> Answer {
    let request = ActRequest(
      id: try id(of: input, row), input: input, actor: header.actor, effective: effective(row),
      today: header.today, note: row.note ?? header.note, place: row.place)
    if let earlier = try log.command(request.id) { return try session.repeated(earlier) }
    do {
      return try Registrar.accept(request, at: 0, in: &session)
    } catch let refused as ImportRefused {
      let place = refused.refusals.first.map(row.place(of:)) ?? row.place
      throw SheetRefused(
        findings: [], isCut: false,
        rows: [SheetRefused.Row(place: place, refusals: refused.refusals)])
    }
  }

  /// What a person is told of says who it is, on whatever day; any other act is one of its day.
  private func id(of input: ActInput, _ row: SheetRow) throws -> CommandID {
    var content = input.request.canonical
    if input.kind.name != AddPerson.kind.name {
      content += Array(effective(row).description.utf8)
    }
    return CommandID("sheet:\(input.kind.name):\(try log.keyedDigest(of: content))")
  }
}
