import Governance
import Plugins
import Testing
import Values

@Suite struct ChairTests {
  private func rule(_ members: [String], _ period: Period?) throws -> RotationRule {
    let (from, until) = (try #require(Day("2026-01-31")), try #require(Day("2027-06-30")))
    return RotationRule(
      groups: [.init(members: members, from: from, until: until)], chairPeriod: period,
      clause: Clause(id: "bodies.board.rotation", source: .assumption))
  }

  @Test(arguments: [
    ("2026-01-30", nil), ("2026-01-31", "PT"), ("2026-07-30", "PT"), ("2026-07-31", "ES"),
    ("2027-01-30", "ES"), ("2027-01-31", "PT"), ("2027-06-30", "PT"), ("2027-07-01", nil),
  ])
  func `Each chairs for its period in the order given, and the first again after the last`(
    _ on: String, _ chair: String?
  ) throws {
    #expect(try rule(["PT", "ES"], Period(months: 6)).chair(on: day(on)) == chair)
  }

  @Test func `Without a chair period, or with one of no days, nobody chairs by turn`() throws {
    for period in [nil, Period(months: 0)] {
      let rule = try rule(["PT", "ES"], period)
      #expect(rule.chair(on: day("2026-02-01")) == nil)
      #expect(rule.chairDays(of: rule.groups[0]) == [day("2026-01-31")])
    }
  }

  @Test func `A group of nobody has no chair`() throws {
    #expect(try rule([], Period(months: 6)).chair(on: day("2026-02-01")) == nil)
  }

  @Test(arguments: [("2026-07-30", 1), ("2026-07-31", 2), ("2026-08-01", 2), ("2027-01-31", 3)])
  func `A period that begins on the last day of the group is a turn of that day`(
    _ until: String, _ turns: Int
  ) throws {
    let group = RotationRule.Group(
      members: ["PT", "ES"], from: day("2026-01-31"), until: day(until))
    let rule = RotationRule(
      groups: [group], chairPeriod: Period(months: 6),
      clause: Clause(id: "bodies.board.rotation", source: .assumption))
    #expect(rule.chairDays(of: group).count == turns)
    #expect(rule.chair(on: day(until)) == ["PT", "ES", "PT"][turns - 1])
  }

  @Test func `The chair passes at the end of each period while the group lasts`() throws {
    let rule = try rule(["PT", "ES"], Period(months: 6))
    #expect(
      rule.chairDays(of: rule.groups[0]) == [
        day("2026-01-31"), day("2026-07-31"), day("2027-01-31"),
      ])
  }
}
