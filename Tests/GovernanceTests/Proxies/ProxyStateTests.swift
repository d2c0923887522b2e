import Governance
import TestKit
import Testing
import Values

/// A proxy as its events made it.
@Suite struct ProxyStateTests {
  private func proxy(
    from: String = "2026-05-01", until: String? = "2026-05-10", revoked: String? = nil
  ) throws -> Proxy {
    var proxy = Proxy(id: try #require(ProxyID("X-1")))
    let grant = try SampleProxies.grant(
      "ES", to: "PT", meeting: "plenary-1", matter: "rules", from: from, until: until)
    let day = try #require(Day("2026-04-01"))
    proxy.evolve(with: .given(grant), at: Mark(position: 4, effective: day))
    if let revoked {
      let revocation = ProxyRevocation(
        on: try #require(Day(revoked)), time: TimeOfDay("11:30"), reason: "Came")
      proxy.evolve(with: .revoked(revocation), at: Mark(position: 7, effective: revocation.on))
    }
    return proxy
  }

  @Test(arguments: [
    ("2026-04-30", Proxy.Standing.coming), ("2026-05-01", .open), ("2026-05-10", .open),
    ("2026-05-11", .ended),
  ])
  func `A proxy is open from its first day to its last`(
    _ row: (day: String, standing: Proxy.Standing)
  ) throws {
    let day = try #require(Day(row.day))
    #expect(try proxy().standing(on: day) == row.standing)
    #expect(
      try proxy(until: nil).standing(on: day) == (row.standing == .ended ? .open : row.standing))
  }

  @Test(arguments: [
    ("2026-05-04", Proxy.Standing.open), ("2026-05-05", .revoked), ("2026-06-01", .revoked),
  ])
  func `From the day of its revocation it is revoked`(
    _ row: (day: String, standing: Proxy.Standing)
  ) throws {
    #expect(try proxy(revoked: "2026-05-05").standing(on: #require(Day(row.day))) == row.standing)
  }

  @Test func `What is kept of it is read back equal`() throws {
    for proxy in [try proxy(), try proxy(until: nil), try proxy(revoked: "2026-05-05")] {
      #expect(try Proxy(id: proxy.id, state: proxy.state) == proxy)
    }
    #expect(try proxy(revoked: "2026-05-05").state["revocation"]?["facts"]?["time"] == "11:30")
  }

  @Test func `A proxy that was struck stands nowhere`() throws {
    let proxy = Proxy(id: try #require(ProxyID("X-1")))
    #expect(proxy.standing(on: try #require(Day("2026-05-05"))) == nil)
  }

  @Test func `A meeting and a vote keep the proxies that counted in them`() throws {
    let vote = Resolution.ProxyVote(
      proxy: try #require(ProxyID("X-1")), giver: try #require(MemberID("ES")),
      holder: try #require(MemberID("PT")), presence: true)
    let opening = Opening(
      on: try #require(PartialDay("2026-11-23")), present: [vote.holder], proxies: [vote])
    let again = try MeetingEvent(type: "meeting.opened", data: opening.data)
    #expect(again == .opened(opening))
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "T", method: .names,
      tally: Tally(entitled: 2, present: 1, proxied: 1, inFavour: 2, against: 0), entitled: 2,
      present: 1, names: [.init(member: vote.giver, vote: .for, by: vote.holder)],
      conduct: .init(proxies: [vote], time: TimeOfDay("10:15")))
    #expect(
      try DeliberationEvent(type: "deliberation.adopted", data: resolution.data)
        == .adopted(resolution))
  }
}
