import Plugins
import Values

/// A row of the seats read under a rule: who is in the seat on a day, lapsed terms included.
struct SeatHolding: Hashable {
  enum State: String, CaseIterable {
    case held
    /// The term is over; the rule lets the holder stay until somebody is appointed.
    case heldOver = "held_over"
    case vacant
    /// A seat that the rules ask for and that nobody was ever appointed to.
    case missing
  }

  let member: String
  let kind: String
  let from: Day
  let until: Day?
  let person: String?
  /// The first day after the term.
  let term: Day?
  /// The last day on which the holder was confirmed; nil when it never was.
  let confirmedOn: Day?
  private let since: Day?
  private let vacantSince: Day?

  init(_ row: Row) {
    member = row.text("member") ?? ""
    kind = row.text("kind") ?? ""
    from = row.validFrom
    until = row.validUntil
    person = row.text("person")
    term = row.day("until")
    confirmedOn = row.day("confirmed_on")
    since = row.partialDay("since")?.first
    vacantSince = row.partialDay("vacant_since")?.first
  }

  /// The day on which the record of the holder was last found right, or made.
  var freshSince: Day { max(since ?? from, confirmedOn ?? since ?? from) }

  func state(on day: Day, under rule: SeatRule?) -> State {
    guard person != nil else { return .vacant }
    guard let term, term <= day else { return .held }
    return rule?.holdsOver == false ? .vacant : .heldOver
  }

  /// The day since which nobody sits in it; nil when somebody does, or nobody ever did.
  func vacantSince(on day: Day, under rule: SeatRule?) -> Day? {
    guard state(on: day, under: rule) == .vacant else { return nil }
    return person == nil ? vacantSince : term
  }

  /// Whether this row, of all rows of its seat, is the one of a day, with somebody in the seat.
  func isFilled(on day: Day, under rule: SeatRule) -> Bool {
    from <= day && until.map { day < $0 } != false && state(on: day, under: rule) != .vacant
  }
}
