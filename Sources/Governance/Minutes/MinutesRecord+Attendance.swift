import Plugins
import Values

/// What is to be said of those who attended in another way than in the room, or not at all.
extension MinutesRecord {
  /// After those present at the opening: who of them attended over a link, who excused itself, and who was absent.
  var attendance: [Statement] { [remote, excused, absent, guests].compactMap(\.self) }

  private var remote: Statement? {
    guard let opening = meeting.opening, !opening.facts.remote.isEmpty else { return nil }
    let members = opening.facts.remote.sorted()
    return Statement(
      "remote", at: "remote", ["n": .int(members.count), "members": .members(members)],
      events: [opening.position])
  }

  private var excused: Statement? {
    let excuses = meeting.excused
    guard !excuses.isEmpty else { return nil }
    return Statement(
      "excused", at: "excused",
      ["n": .int(excuses.count), "members": .members(excuses.map(\.facts.member))],
      events: excuses.map(\.position))
  }

  /// Those who neither came nor excused themselves; only where excuses were recorded at all.
  ///
  /// Where nobody recorded one, nobody knows which absence had none.
  private var absent: Statement? {
    guard let opening = meeting.opening, meeting.knowsAttendance, !meeting.excused.isEmpty else {
      return nil
    }
    let known = Set(meeting.stays.map(\.member) + meeting.excused.map(\.facts.member))
    let members = awaited.filter { !known.contains($0) }
    guard !members.isEmpty else { return nil }
    return Statement(
      "absent", at: "absent", ["n": .int(members.count), "members": .members(members)],
      events: [opening.position])
  }

  /// A guest that came twice stands once.
  private var guests: Statement? {
    guard !meeting.guests.isEmpty else { return nil }
    var names: [String] = []
    for stay in meeting.guests where !names.contains(stay.guest.name) {
      names.append(stay.guest.name)
    }
    return Statement(
      "guests", at: "guests", ["n": .int(names.count), "guests": .list(names)],
      events: meeting.guests.map(\.arrival.position))
  }

  /// A delegation went from the room to the link, or came back.
  func movedRoom(_ stay: Stay) -> Statement {
    Statement(
      "moved-room", at: "moved.\(stay.member.text).\(stay.begunBy)",
      [
        "member": .text(stay.member.text), "to": .text(stay.isRemote ? "remote" : "room"),
        "time": .text(stay.time?.description ?? ""),
        "timed": .text(stay.time == nil ? "no" : "yes"), "on": .day(stay.day),
      ], events: [stay.begunBy])
  }

  /// A delegation that joins over a link says so.
  func arrivedRemotely(_ stay: Stay) -> Statement {
    Statement(
      "arrived-remotely", at: "arrived.\(stay.member.text).\(stay.begunBy)",
      [
        "member": .text(stay.member.text), "time": .text(stay.time?.description ?? ""),
        "timed": .text(stay.time == nil ? "no" : "yes"), "on": .day(stay.day),
        "office": .text(stay.representedBy ?? ""),
        "headed": .text(stay.representedBy == nil ? "yes" : "no"),
      ], events: [stay.begunBy])
  }
}
