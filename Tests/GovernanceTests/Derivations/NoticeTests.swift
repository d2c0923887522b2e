import Governance
import Plugins
import Testing
import Values

@Suite struct NoticeTests {
  private func rule(_ period: Period, urgent: Period? = nil) -> NoticeRule {
    NoticeRule(
      period: period, urgent: urgent, documents: nil, clause: Clause(id: "n", source: .assumption))
  }

  @Test(arguments: ["P0D", "P1D", "P14D", "P1M", "P1Y", "P1M3D"])
  func `The latest convocation is the last day that gives enough notice`(_ text: String) throws {
    let rule = rule(try #require(Period(text)))
    for number in day("2023-12-25").number...day("2024-04-05").number {
      let opening = Day(number: number)
      let latest = rule.latestConvocation(for: opening, isUrgent: false)
      #expect(rule.derivation(convenedOn: latest, opening: opening, isUrgent: false).holds)
      for later in 1...5 {
        let tooLate = Day(number: latest.number + later)
        #expect(!rule.derivation(convenedOn: tooLate, opening: opening, isUrgent: false).holds)
      }
    }
  }

  @Test func `Days are counted over the end of a year and over a leap day`() throws {
    let rule = rule(.days(14), urgent: .days(4))
    #expect(
      rule.earliestMeeting(convenedOn: day("2026-12-24"), isUrgent: false) == day("2027-01-07"))
    #expect(
      rule.earliestMeeting(convenedOn: day("2028-02-20"), isUrgent: false) == day("2028-03-05"))
    #expect(
      rule.earliestMeeting(convenedOn: day("2026-12-29"), isUrgent: true) == day("2027-01-02"))
  }

  @Test func `Urgency without a rule for it leaves the full notice`() {
    #expect(rule(.days(14)).period(isUrgent: true) == .days(14))
  }
}
