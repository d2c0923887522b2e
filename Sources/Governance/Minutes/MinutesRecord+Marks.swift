import Plugins
import Values

/// What a reader must know of a matter before its numbers: in which session it was dealt with, and whether
/// it stood on the agenda at all.
extension MinutesRecord {
  func marks(of deliberation: Deliberation) -> [Statement] {
    [session(of: deliberation), unlisted(deliberation)].compactMap(\.self)
  }

  /// In which session an item that was not open then was dealt with, and who was there.
  ///
  /// A marking that was corrected afterwards changes who may read of it, and not who was in the room.
  private func session(of deliberation: Deliberation) -> Statement? {
    guard let item = agenda.item(takenBy: deliberation.id), outline.line(item.id) != nil,
      let position = deliberation.position
    else { return nil }
    let marking = agenda.marking(of: item, at: position)
    guard marking.session != .open else { return nil }
    let stays = meeting.present(at: position)
    let guests = meeting.guests.filter { $0.holds(at: position) }
    let members = Array(Set(stays.map(\.member))).sorted()
    return Statement(
      "session", at: "\(deliberation.id.text).session",
      [
        "session": .text(marking.session.rawValue), "n": .int(members.count),
        "members": .members(members), "g": .int(guests.count),
        "guests": .list(guests.map(\.guest.name)),
      ],
      events: [marking.event, position] + stays.map(\.begunBy)
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

  /// Corrections of who hears an item, made after the members were called with the agenda.
  func marked(_ lines: [AgendaOutline.Line]) -> [Statement] {
    guard let called = meeting.convocation?.position else { return [] }
    return lines.flatMap { line in
      line.item.markings.filter { called < $0.position }.map { marking in
        let former = line.item.marking(at: marking.position - 1)
        return Statement(
          "marked", at: "marked.\(line.item.id.text).\(marking.position)",
          [
            "number": .text(line.number), "on": .known(marking.facts.on),
            "from": .text(former.session.rawValue),
            "session": .text(marking.facts.session.rawValue),
            "reason": .text(marking.facts.reason),
          ], events: [former.event, marking.position])
      }
    }
  }

  /// What an item of the agenda bears beside its title.
  static func marks(of line: AgendaOutline.Line) -> [String: Failure.Value] {
    [
      "session": .text(line.session.rawValue),
      "late": .text(line.item.addition.facts.isLate ? "yes" : "no"),
    ]
  }
}
