import Plugins
import Values

/// How many seats of a kind a member should fill, and how many it fills.
///
/// The rules in force on the day say which classes have the seat and how many are the least. A seat
/// is filled when somebody was appointed and neither an act nor, where the rule knows no holding
/// over, the end of the term has emptied it. To recompute `missing_since`: take the days on which an
/// appointment of the member began or ended, and the day on which its present class began; the
/// answer is the first of them from which the number stayed below the least until the day asked about.
struct Coverage: Hashable {
  let member: String
  let rule: SeatRule
  let held: Int
  /// Nil when nothing is missing.
  let missingSince: Day?
  /// The last day on which somebody in one of the seats was confirmed; nil when nobody was.
  let confirmedOn: Day?
  /// How many of those in the seats were confirmed, or appointed, too long ago.
  let stale: Int

  var missing: Int { max(0, rule.minimum - held) }

  /// The coverage of each member of the day, in the order of members and then of the rules.
  ///
  /// - Parameters:
  ///   - members: The rows of the members on the day.
  ///   - history: The rows of the seats that have begun by the day, ended ones included.
  ///   - rules: Those in force on the day.
  ///   - day: The day that is asked about.
  /// - Returns: One for each member and each kind of seat that its class has.
  static func all(members: [Row], history: [Row], under rules: Rules, on day: Day) -> [Coverage] {
    let seats = Dictionary(grouping: history.map { SeatHolding($0) }, by: \.member)
    return members.flatMap { row -> [Coverage] in
      guard let member = row.text("member"), let memberClass = row.text("class") else { return [] }
      return rules.seats.filter { $0.classes.contains(memberClass) }.map { rule in
        let own = seats[member, default: []].filter { $0.kind == rule.kind }
        return Coverage(
          member, rule, own, since: row.validFrom, on: day,
          confirmedEvery: rules.reminder(of: .confirmations).every)
      }
    }
  }

  private init(
    _ member: String, _ rule: SeatRule, _ seats: [SeatHolding], since: Day, on day: Day,
    confirmedEvery every: Period?
  ) {
    self.member = member
    self.rule = rule
    held = Self.count(seats, rule, on: day)
    missingSince =
      held < rule.minimum ? Self.firstDay(below: rule, seats, since: since, until: day) : nil
    let filled = seats.filter { $0.isFilled(on: day, under: rule) }
    confirmedOn = filled.compactMap(\.confirmedOn).max()
    stale = every.map { every in filled.count { $0.freshSince + every <= day } } ?? 0
  }

  private static func count(_ seats: [SeatHolding], _ rule: SeatRule, on day: Day) -> Int {
    seats.count { $0.isFilled(on: day, under: rule) }
  }

  private static func firstDay(
    below rule: SeatRule, _ seats: [SeatHolding], since: Day, until day: Day
  ) -> Day {
    let turns = seats.flatMap { [$0.from, $0.until, $0.term].compactMap(\.self) }
    let days = Set(turns.filter { since < $0 && $0 <= day }).union([since]).sorted()
    var first = since
    for (index, turn) in days.enumerated().reversed() {
      guard count(seats, rule, on: turn) < rule.minimum else { break }
      first = days[index]
    }
    return first
  }

  static let columns: [Column] = [
    .text("member"), .text("kind"), .int("needed"), .int("held"), .int("missing"),
    .day("missing_since"), .day("confirmed_on"), .int("stale"), .text("clause"),
  ]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    try views.coverage(on: day).map { coverage in
      let values: [JSON] = [
        .text(coverage.member), .text(coverage.rule.kind), .orNull(coverage.rule.minimum),
        .orNull(coverage.held), .orNull(coverage.missing), .orNull(coverage.missingSince),
        .orNull(coverage.confirmedOn), .orNull(coverage.stale), .text(coverage.rule.clause.id),
      ]
      return Row(
        columns: columns, values: values, validFrom: coverage.missingSince ?? day,
        validUntil: nil, event: nil)
    }
  }
}

extension Views {
  /// The coverage of all members on a day; empty before the first rules.
  func coverage(on day: Day) throws -> [Coverage] {
    guard let rules = try rules(on: day) else { return [] }
    return Coverage.all(
      members: try rows("member", on: day), history: try history("seat", until: day),
      under: rules, on: day)
  }
}
