package import Plugins
package import Values

/// A list of attendance: each delegation once, in the way in which it attends or not, then the guests.
///
/// ```swift
/// RoomList(meeting, on: day, at: time, awaiting: Meeting.awaited(members, on: day, under: rules)).lines
/// ```
package struct RoomList: Sendable {
  /// How somebody attends; the raw value stands in tables.
  package enum Way: String, CaseIterable, Sendable {
    case room, remote, guest, excused, absent
  }

  package struct Line: Hashable, Sendable {
    package let way: Way
    /// Nil for a guest.
    package let member: MemberID?
    package let guest: Guest?
    /// The stay that is told of; nil for whoever is not there.
    package let stay: Stay?
    /// When a guest came, and left.
    package let guestStay: GuestStay?
    /// Why a delegation is excused, where it said so.
    package let reason: Excuse.Reason?
    /// The position of the event that says so; nil for an absence, which nobody records.
    package let event: Int64?
  }

  package let lines: [Line]

  /// Who is there at a minute of a day.
  ///
  /// - Parameters:
  ///   - meeting: As it was recorded.
  ///   - day: Of the meeting.
  ///   - time: To the minute.
  ///   - awaited: Members that are told of as excused or absent where they are not there; none by default.
  package init(
    _ meeting: Meeting, on day: Day, at time: TimeOfDay, awaiting awaited: [MemberID] = []
  ) {
    self.init(
      meeting, meeting.present(on: day, at: time), meeting.guests(on: day, at: time), awaited)
  }

  /// Who was there when the event at a position was recorded, such as the vote on a matter.
  package init(_ meeting: Meeting, at position: Int64, awaiting awaited: [MemberID] = []) {
    self.init(
      meeting, meeting.present(at: position), meeting.guests.filter { $0.holds(at: position) },
      awaited)
  }

  private init(
    _ meeting: Meeting, _ stays: [Stay], _ guests: [GuestStay], _ awaited: [MemberID]
  ) {
    let there = Set(stays.map(\.member))
    let present = stays.sorted { $0.member < $1.member }.map { stay in
      Line(
        way: stay.isRemote ? .remote : .room, member: stay.member, guest: nil, stay: stay,
        guestStay: nil, reason: nil, event: stay.begunBy)
    }
    let away = awaited.filter { !there.contains($0) }.sorted().map { member in
      let excuse = meeting.excused.first { $0.facts.member == member }
      return Line(
        way: excuse == nil ? .absent : .excused, member: member, guest: nil, stay: nil,
        guestStay: nil, reason: excuse?.facts.reason, event: excuse?.position)
    }
    lines =
      present + away
      + guests.map { stay in
        Line(
          way: .guest, member: nil, guest: stay.guest, stay: nil, guestStay: stay, reason: nil,
          event: stay.arrival.position)
      }
  }
}

extension Meeting {
  /// The members whose delegations are expected: those of a class that may attend, on a day, by id.
  package static func awaited(
    _ members: [Member], on day: Day, under rules: Rules
  ) -> [MemberID] {
    members.filter { member in
      member.memberClass(on: day).flatMap(rules.membership.memberClass)?.rights.contains(.attend)
        == true
    }.map(\.id).sorted()
  }

  /// The excuse that a delegation gave; nil for none.
  func excuse(of member: MemberID) -> Recorded<Excuse>? {
    excuses.last { $0.facts.member == member }
  }

  /// The excuses that still hold: whoever came all the same is excused no more.
  package var excused: [Recorded<Excuse>] {
    let came = Set(stays.map(\.member))
    return excuses.filter { !came.contains($0.facts.member) }
      .sorted { $0.facts.member < $1.facts.member }
  }

  /// Whether a stay goes on from another one of the same delegation, from the room to the link or back.
  func continues(_ stay: Stay) -> Bool {
    stays.contains { $0.member == stay.member && $0.endedBy == stay.begunBy }
  }
}
