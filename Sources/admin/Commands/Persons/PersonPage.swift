internal import EventStore
internal import Governance
internal import Projections
internal import Publishing
internal import Values

/// What is handed to a person who asks what the network holds on it: an object, or a page to read.
///
/// Source: Regulation (EU) 2016/679, article 15.
struct PersonPage {
  private let trace: PersonTrace
  private let appointments: [PersonAppointment]
  private let network: String
  private let day: Day
  private let catalogue: Catalogue
  private let votes: OpenVotes

  /// - Throws: What is wrong with the log.
  init(_ trace: PersonTrace, _ log: Log, _ session: Session) throws {
    self.trace = trace
    appointments = try PersonAppointment.all(of: trace.person, in: log)
    network = try log.streams(in: Network.category).first?.id ?? ""
    day = try Circumstances(session, zone: log.zoneName()).today
    catalogue = session.catalogue
    votes = try OpenVotes(in: log)
  }

  private var isErased: Bool { trace.entries.contains { $0.event.type == PersonErasure.type } }

  var json: JSON {
    [
      "network": .text(network), "person": .text(trace.person.text),
      "language": .text(catalogue.language.rawValue), "made_on": .text(day.description),
      "erased": .bool(isErased), "appointments": .list(appointments.map(\.json)),
      "events": .list(trace.entries.map(json(of:))), "acts": .list(trace.acts.map(json(of:))),
    ]
  }

  private func json(of entry: PersonTrace.Entry) -> JSON {
    let event = entry.event
    let words = entry.words.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.map { JSON.text($0) } ?? .null) }
    return .object(compacting: [
      ("position", .int(event.position)), ("why", .text(entry.reason.rawValue)),
      ("recorded", .text(event.recorded.description)),
      ("effective", .text(event.effective.description)), ("type", .text(event.type)),
      ("subject", .text(event.stream.text)), ("act", entry.command.map { .text($0.name) }),
      ("actor", entry.command.map { .text($0.actor) }), ("data", data(of: entry)),
      ("words", words.isEmpty ? nil : .object(JSON.Fields(words))),
    ])
  }

  /// How members vote is told when the vote has closed, here as elsewhere.
  private func data(of entry: PersonTrace.Entry) -> JSON {
    let stream = entry.event.stream
    return votes.told(entry.data, of: entry.event.type, in: stream.category, stream.id)
  }

  private func json(of act: RecordedCommand) -> JSON {
    [
      "recorded": .text(act.recorded.description), "act": .text(act.name),
      "actor": .text(act.actor), "verdict": .text(act.verdict.rawValue),
      "asked": votes.asked(by: act)["fields"] ?? .null,
    ]
  }

  // MARK: For people

  var markdown: String {
    let values: [String: Failure.Value] = [
      "network": .text(network), "person": .text(trace.person.text), "day": .day(day),
    ]
    var parts = [
      "# " + catalogue.text("person-page.title", values),
      catalogue.text("person-page.about", values),
    ]
    if isErased { parts.append(catalogue.text("person.erased-name", values)) }
    parts += section("words", ["effective", "position", "field", "text"], wordRows)
    parts += section(
      "appointments", ["seat", "member", "since", "until", "act"], appointments.map(\.cells))
    parts += section(
      "events", ["position", "effective", "recorded", "type", "subject", "actor", "data"],
      trace.entries.map(cells(of:)))
    parts += section(
      "acts", ["recorded", "act", "actor", "verdict", "data"], trace.acts.map(cells(of:)))
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func section(_ name: String, _ columns: [String], _ rows: [[String]]) -> [String] {
    let title = "## " + catalogue.text("person-page.\(name)")
    guard !rows.isEmpty else { return [title, catalogue.text("person-page.nothing")] }
    let listing = Listing(
      columns: columns,
      rows: rows.map { row in
        JSON.Fields(zip(columns, row).map { ($0, JSON.text($1)) })
      })
    let table = Table(listing, in: catalogue).markdown
    return [title, table.hasSuffix("\n") ? String(table.dropLast()) : table]
  }

  private var wordRows: [[String]] {
    trace.entries.flatMap { entry in
      entry.words.sorted { $0.key < $1.key }.map { slot, text in
        [
          entry.event.effective.description, String(entry.event.position),
          catalogue.template("column.\(slot)") ?? slot,
          text ?? catalogue.text("person-page.gone"),
        ]
      }
    }
  }

  private func cells(of entry: PersonTrace.Entry) -> [String] {
    let event = entry.event
    return [
      String(event.position), event.effective.description, event.recorded.description, event.type,
      event.stream.text, entry.command?.actor ?? "", data(of: entry).compact,
    ]
  }

  private func cells(of act: RecordedCommand) -> [String] {
    [
      act.recorded.description, act.name, act.actor,
      catalogue.text("verdict.\(act.verdict.rawValue)"),
      (votes.asked(by: act)["fields"] ?? .null).compact,
    ]
  }
}
