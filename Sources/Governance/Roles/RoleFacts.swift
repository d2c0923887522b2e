import Plugins
package import Values

/// What the log knows on a day that tells who is in a role; the registrar and the views put it together.
package struct RoleFacts: Hashable, Sendable {
  /// A member that belongs to the network on the day.
  package struct Membership: Hashable, Sendable {
    package let member: String
    package let memberClass: String
    package let since: Day?
    package let event: Int64?

    package init(member: String, memberClass: String, since: Day?, event: Int64?) {
      (self.member, self.memberClass) = (member, memberClass)
      (self.since, self.event) = (since, event)
    }
  }

  /// A person in a seat on the day.
  package struct Holding: Hashable, Sendable {
    package let seat: String
    package let kind: String
    package let member: String
    package let person: String
    package let since: Day?
    package let until: Day?
    package let event: Int64?

    package init(
      seat: String, kind: String, member: String, person: String, since: Day?, until: Day?,
      event: Int64?
    ) {
      (self.seat, self.kind, self.member, self.person) = (seat, kind, member, person)
      (self.since, self.until, self.event) = (since, until, event)
    }
  }

  /// A member that sits in a body which is no plenary.
  package struct Sitting: Hashable, Sendable {
    package let body: String
    package let member: String
    package let isChair: Bool
    package let since: Day?
    package let until: Day?
    package let event: Int64?

    package init(
      body: String, member: String, isChair: Bool, since: Day?, until: Day?, event: Int64?
    ) {
      (self.body, self.member, self.isChair) = (body, member, isChair)
      (self.since, self.until, self.event) = (since, until, event)
    }
  }

  /// A person whom an act named for a role.
  package struct Naming: Hashable, Sendable {
    package let role: String
    package let person: String
    package let member: String?
    package let since: Day?
    package let until: Day?
    package let event: Int64?

    package init(
      role: String, person: String, member: String?, since: Day?, until: Day?, event: Int64?
    ) {
      (self.role, self.person, self.member) = (role, person, member)
      (self.since, self.until, self.event) = (since, until, event)
    }
  }

  package var memberships: [Membership] = []
  package var holdings: [Holding] = []
  package var sittings: [Sitting] = []
  package var namings: [Naming] = []

  package init() {}
}

extension RoleFacts {
  /// What has to be loaded before it can be told who is in some roles.
  static let needs: [Need] = [Member.category, Seat.category, Board.category, Role.category]
    .map { .all(category: $0) }

  /// What a ledger knows of a day, with `needs` loaded.
  init(_ ledger: Ledger, under rules: Rules, on day: Day) {
    memberships = ledger.all(Member.self).compactMap { member in
      member.tenure(on: day).map {
        Membership(
          member: member.id.text, memberClass: $0.memberClass, since: $0.from.first,
          event: $0.begunBy)
      }
    }
    holdings = ledger.all(Seat.self).compactMap { Self.holding($0, rules, day) }
    sittings = ledger.all(Board.self).flatMap { Self.sittings($0, rules, day) }
    namings = ledger.all(Role.self).flatMap { role in
      role.assignments(on: day).map {
        Naming(
          role: role.id.text, person: $0.facts.person.text, member: $0.facts.member?.text,
          since: $0.facts.from.first, until: $0.facts.until, event: $0.position)
      }
    }
  }

  private static func holding(_ seat: Seat, _ rules: Rules, _ day: Day) -> Holding? {
    guard let member = seat.member, let appointment = seat.appointment(on: day),
      let person = seat.holder(on: day, under: rules.seat(seat.kind))
    else { return nil }
    return Holding(
      seat: seat.id.text, kind: seat.kind, member: member.text, person: person.text,
      since: appointment.from.first, until: appointment.term, event: appointment.begunBy)
  }

  private static func sittings(_ board: Board, _ rules: Rules, _ day: Day) -> [Sitting] {
    guard let composition = board.composition(on: day) else { return [] }
    let chair = board.chair(on: day, in: rules.body(board.id.text))
    return composition.members.map { member in
      Sitting(
        body: board.id.text, member: member.text, isChair: member == chair,
        since: composition.seating.from.first, until: composition.seating.until,
        event: composition.position)
    }
  }
}
