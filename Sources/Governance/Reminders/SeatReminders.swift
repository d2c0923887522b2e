import Plugins
import Values

/// The terms of those in seats: each lapses by its date alone, and the holder is told before.
enum TermReminders: ReminderSource {
  static let needs: [Need] = [.all(category: Seat.category)]

  static func open(in scene: ReminderScene) -> [DueMatter] {
    scene.ledger.all(Seat.self).compactMap { seat in
      guard let held = seat.appointment(on: scene.day), let term = held.term else { return nil }
      return DueMatter(
        about: .terms, subject: seat.id.text, since: held.from.first, due: term,
        recipients: [Recipient(person: held.person, member: seat.member)])
    }
  }
}

/// Seats whose holder was last confirmed, or appointed, too long ago.
enum ConfirmationReminders: ReminderSource {
  static let needs: [Need] = [.all(category: Seat.category)]

  static func open(in scene: ReminderScene) -> [DueMatter] {
    guard let every = scene.rules.reminder(of: .confirmations).every else { return [] }
    return scene.ledger.all(Seat.self).compactMap { seat in
      guard let holder = seat.holder(on: scene.day, under: scene.rules.seat(seat.kind)),
        let fresh = seat.freshSince(on: scene.day)
      else { return nil }
      return DueMatter(
        about: .confirmations, subject: seat.id.text, since: fresh, due: fresh + every,
        recipients: [Recipient(person: holder, member: seat.member)])
    }
  }
}

extension Seat {
  /// The day on which the record of the holder was last found right, or made; nil for a vacant seat.
  func freshSince(on day: Day) -> Day? {
    guard let held = appointment(on: day) else { return nil }
    return max(held.from.first, confirmation(on: day)?.effective ?? held.from.first)
  }
}

/// What an open census asks of each seat that has not answered, until its last day.
enum CensusReminders: ReminderSource {
  static let needs: [Need] = [.all(category: Census.category), .all(category: Seat.category)]

  static func open(in scene: ReminderScene) -> [DueMatter] {
    let seats = scene.ledger.all(Seat.self)
    return scene.ledger.all(Census.self).flatMap { census -> [DueMatter] in
      guard census.isOpen, let opening = census.opening, opening.facts.until >= scene.day else {
        return []
      }
      let figures = CensusFigures(opening, seats, under: scene.rules, on: scene.day)
      return figures.waiting.compactMap { scene.ledger[$0] }.compactMap { seat in
        matter(census, opening.facts, seat, in: scene)
      }
    }
  }

  private static func matter(
    _ census: Census, _ opening: CensusOpening, _ seat: Seat, in scene: ReminderScene
  ) -> DueMatter? {
    guard let holder = seat.holder(on: scene.day, under: scene.rules.seat(seat.kind)) else {
      return nil
    }
    return DueMatter(
      about: .census, subject: "\(census.id):\(seat.id)", since: opening.on.first,
      due: opening.until,
      recipients: [Recipient(person: holder, member: seat.member)])
  }
}
