import Plugins
import Values

/// What a reader must know of a matter before its numbers: in which session it was dealt with, and whether
/// it stood on the agenda at all.
extension MinutesRecord {
  func marks(of deliberation: Deliberation) -> [Statement] {
    [session(of: deliberation), unlisted(deliberation)].compactMap(\.self)
  }

  /// In which session an item that is not open was dealt with, and who was there then.
  private func session(of deliberation: Deliberation) -> Statement? {
    guard let item = agenda.item(takenBy: deliberation.id), let line = outline.line(item.id),
      line.session != .open, let position = deliberation.position
    else { return nil }
    let stays = meeting.present(at: position)
    let guests = meeting.guests.filter { $0.holds(at: position) }
    let members = Array(Set(stays.map(\.member))).sorted()
    return Statement(
      "session", at: "\(deliberation.id.text).session",
      [
        "session": .text(line.session.rawValue), "n": .int(members.count),
        "members": .members(members), "g": .int(guests.count),
        "guests": .list(guests.map(\.guest.name)),
      ],
      events: [item.addition.position, position] + stays.map(\.begunBy)
        + guests.map(\.arrival.position))
  }

  /// A matter that stood on no agenda, where the meeting had one.
  ///
  /// Source: Spain, Ley 40/2015, article 17.4, by which such a matter is decided on in urgent cases only; the
  /// rules of other networks ask for the same, so that the reader has to see it.
  private func unlisted(_ deliberation: Deliberation) -> Statement? {
    guard !agenda.items.isEmpty, agenda.item(takenBy: deliberation.id) == nil else { return nil }
    return Statement(
      "unlisted", at: "\(deliberation.id.text).unlisted", events: [deliberation.position])
  }

  /// Which office sat for the head of a delegation that voted; nil where none did, or nobody knows.
  func headed(_ resolution: Recorded<Resolution>, at id: String) -> Statement? {
    guard resolution.facts.tally?.represented ?? 0 > 0 else { return nil }
    let stays = meeting.present(at: resolution.position).filter { stay in
      stay.representedBy != nil && electorate?.contains(stay.member) != false
    }.sorted { $0.member < $1.member }
    guard !stays.isEmpty else { return nil }
    return Statement(
      "headed", at: "\(id).headed",
      [
        "n": .int(stays.count),
        "delegations": .list(stays.map { "\($0.member.text) (\($0.representedBy ?? ""))" }),
      ], events: stays.map(\.begunBy))
  }

  /// What an item of the agenda bears beside its title.
  static func marks(of line: AgendaOutline.Line) -> [String: Failure.Value] {
    [
      "session": .text(line.session.rawValue),
      "late": .text(line.item.addition.facts.isLate ? "yes" : "no"),
    ]
  }
}
