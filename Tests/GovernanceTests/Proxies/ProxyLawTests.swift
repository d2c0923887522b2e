import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// The number of proxies in one hand, held to a count of every day.
@Suite struct ProxyLawTests {
  private func grant(_ random: inout Seeded) throws -> ProxyGrant {
    let first = try #require(Day("2026-01-01"))
    let from = Day(number: first.number + Int.random(in: 0...20, using: &random))
    let length = Int.random(in: 0...12, using: &random)
    let words = [nil, nil, "rules", "programme"]
    let meetings = [nil, nil, "plenary-1", "plenary-2"]
    return ProxyGrant(
      giver: try #require(MemberID("ES")), holder: try #require(MemberID("PT")), body: "plenary",
      meeting: meetings.randomElement(using: &random).flatMap { $0 }.flatMap { MeetingID($0) },
      matter: words.randomElement(using: &random).flatMap { $0 }, from: from,
      until: length == 12 ? nil : Day(number: from.number + length))
  }

  @Test(arguments: UInt64(1)...12)
  func `The most at one time is what a count of each day finds`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    for _ in 1...40 {
      let new = try grant(&random)
      let others = try (0..<Int.random(in: 0...7, using: &random)).map { _ in
        try grant(&random)
      }
      func agree(_ other: ProxyGrant) -> Bool {
        let (mine, theirs) = (new.meeting?.text, other.meeting?.text)
        let isSameMeeting = mine == nil || theirs == nil || mine == theirs
        let isSameMatter = new.matter == nil || other.matter == nil || new.matter == other.matter
        return isSameMeeting && isSameMatter
      }
      let days = (new.from.number - 30)...(new.from.number + 60)
      let counts = days.map { Day(number: $0) }.filter { new.isOpen(on: $0) }.map { day in
        1 + others.count { agree($0) && $0.isOpen(on: day) }
      }
      #expect(new.most(of: others) == counts.max())
    }
  }

  @Test func `Two proxies meet when there is a day and a matter on which both count`() throws {
    let base = try SampleProxies.grant("ES", to: "PT", from: "2026-05-01", until: "2026-05-10")
    for (from, until, matter, meets) in [
      ("2026-05-10", "2026-05-20", nil, true), ("2026-05-11", "2026-05-20", nil, false),
      ("2026-04-01", "2026-04-30", nil, false), ("2026-04-01", "2026-05-01", "rules", true),
      ("2026-04-01", nil, nil, true),
    ] as [(String, String?, String?, Bool)] {
      let other = try SampleProxies.grant(
        "ES", to: "PT", matter: matter, from: from, until: until)
      #expect(base.meets(other) == meets && other.meets(base) == meets, "\(from)")
    }
    let rules = try SampleProxies.grant("ES", to: "PT", matter: "rules")
    #expect(try !rules.meets(SampleProxies.grant("ES", to: "PT", matter: "programme")))
  }

  @Test(arguments: UInt64(21)...26)
  func `The six counts sum to those entitled, with proxies too`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 1...100 {
      let counts = (0..<5).map { _ in Int.random(in: 0...9, using: &random) }
      let proxied = Int.random(in: 0...counts[0], using: &random)
      let away = Int.random(in: 0...9, using: &random)
      let there = counts.reduce(0, +) - proxied
      let tally = Tally(
        entitled: there + proxied + away, present: there, proxied: proxied, recused: counts[3],
        inFavour: counts[0], against: counts[1], abstaining: counts[2])
      #expect(tally.notVoting == counts[4] && tally.absent == away)
      let sum = tally.cast + tally.recused + (tally.notVoting ?? 0) + (tally.absent ?? 0)
      #expect(sum == tally.entitled)
      for fraction in [Fraction.half, .twoThirds] {
        let majority = Majority(
          tally, threshold: Threshold(.moreThan, fraction), base: .present, abstentions: .counted)
        #expect(majority.base == there + proxied)
        #expect(
          majority.holds
            == (fraction.denominator * counts[0] > fraction.numerator * (there + proxied)))
      }
    }
  }
}
