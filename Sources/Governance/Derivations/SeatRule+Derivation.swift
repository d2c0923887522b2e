package import Plugins
package import Values

extension SeatRule {
  /// The first day after a term that begins on a day; nil when the rule knows no term.
  package func end(ofTermFrom day: Day) -> Day? { term.map { day + $0 } }

  /// Whether the members of a class have seats of this kind.
  package func derivation(class memberClass: String) -> Derivation {
    Derivation(
      clause, "seat-class",
      JSON.Fields([
        ("kind", .text(kind)), ("class", .text(memberClass)), ("classes", .texts(classes)),
      ]), holds: classes.contains(memberClass))
  }

  /// Whether a member may have one seat more of this kind; nil when the rule knows no greatest number.
  package func derivation(seatNumber number: Int, of member: MemberID) -> Derivation? {
    maximum.map { maximum in
      Derivation(
        clause, "seat-maximum",
        JSON.Fields([
          ("kind", .text(kind)), ("member", .text(member.text)), ("number", .count(number)),
          ("maximum", .count(maximum)),
        ]), holds: number <= maximum)
    }
  }

  /// Whether an appointment ends within the term; nil when the rule knows no term.
  package func derivation(from day: Day, until: Day) -> Derivation? {
    term.map { term in
      Derivation.term(clause, term, from: day, until: until)
    }
  }
}

extension Derivation {
  /// Whether something that lasts from a day until another keeps within a term.
  static func term(_ clause: Clause, _ term: Period, from day: Day, until: Day) -> Derivation {
    Derivation(
      clause, "term",
      JSON.Fields([
        ("from", .text(day.description)), ("term", .text(term.description)),
        ("latest", .text((day + term).description)), ("until", .text(until.description)),
      ]), holds: until <= day + term)
  }
}
