import Plugins
import Values

/// Seats that a member should fill and does not; owed by the member from the day of the vacancy.
enum SeatObligations {
  static func all(_ coverage: [Coverage]) -> [Obligation] {
    coverage.compactMap { coverage in
      guard let since = coverage.missingSince else { return nil }
      return Obligation(
        kind: .seat, clause: coverage.rule.clause, subject: coverage.member,
        owedBy: coverage.member, since: since, due: nil,
        basis: JSON.Fields([
          ("kind", .text(coverage.rule.kind)), ("needed", .orNull(coverage.rule.minimum)),
          ("held", .orNull(coverage.held)), ("missing", .orNull(coverage.missing)),
          ("since", .orNull(since)),
        ]))
    }
  }
}
