import Governance
import Testing
import Values

/// What a waiver is good for, day by day.
@Suite struct WaiverStateTests {
  private func waiver(
    until: String? = nil, repeats: Bool = false, subject: String? = nil, uses: [String] = []
  ) throws -> Waiver {
    var waiver = Waiver(id: try #require(WaiverID("W-1")))
    let grant = WaiverGrant(
      rule: "members.most", by: "chair", subject: subject,
      from: try #require(PartialDay("2026-05-10")), until: until.flatMap { Day($0) },
      repeats: repeats)
    let first = try #require(Day("2026-05-10"))
    waiver.evolve(with: .given(grant), at: Mark(position: 3, effective: first))
    for (index, text) in uses.enumerated() {
      let day = try #require(Day(text))
      waiver.evolve(
        with: .used(WaiverUse(on: day, event: "member.admitted", subject: "ES")),
        at: Mark(position: Int64(5 + index), effective: day))
    }
    return waiver
  }

  @Test(arguments: [
    ("2026-05-09", Waiver.Standing.coming), ("2026-05-10", .open), ("2026-12-31", .open),
    ("2027-01-01", .ended), ("2999-01-01", .ended),
  ])
  func `It is open from its first day to its last`(_ row: (day: String, standing: Waiver.Standing))
    throws
  {
    let day = try #require(Day(row.day))
    #expect(try waiver(until: "2026-12-31").standing(on: day) == row.standing)
    #expect(
      try waiver(until: "2026-12-31").covers("members.most", for: "ES", on: day)
        == (row.standing == .open))
  }

  @Test func `One without a last day stays open until it is used`() throws {
    let day = try #require(Day("2999-01-01"))
    #expect(try waiver().standing(on: day) == .open)
    #expect(try waiver(uses: ["2026-06-01"]).standing(on: day) == .used)
  }

  @Test func `One for every act is used and stays open until its last day`() throws {
    let waiver = try waiver(
      until: "2026-12-31", repeats: true, uses: ["2026-06-01", "2026-06-02"])
    #expect(waiver.standing(on: try #require(Day("2026-07-01"))) == .open)
    #expect(waiver.standing(on: try #require(Day("2027-01-01"))) == .ended)
    #expect(waiver.uses.map(\.position) == [5, 6])
  }

  @Test func `It covers its guard alone, and its thing alone`() throws {
    let day = try #require(Day("2026-06-01"))
    #expect(!(try waiver().covers("members.least", for: "ES", on: day)))
    #expect(try waiver(subject: "ES").covers("members.most", for: "ES", on: day))
    #expect(!(try waiver(subject: "ES").covers("members.most", for: "FR", on: day)))
  }

  @Test func `One that was struck is good for nothing`() throws {
    let struck = Waiver(id: try #require(WaiverID("W-1")))
    let day = try #require(Day("2026-06-01"))
    #expect(struck.standing(on: day) == nil)
    #expect(!struck.covers("members.most", for: "ES", on: day))
  }

  @Test func `Its state is read back equal`() throws {
    for waiver in [
      try waiver(), try waiver(until: "2026-12-31", repeats: true, subject: "ES"),
      try waiver(uses: ["2026-06-01"]), Waiver(id: try #require(WaiverID("W-1"))),
    ] {
      #expect(try Waiver(id: waiver.id, state: waiver.state) == waiver)
    }
    #expect(throws: Failure.self) {
      try Waiver(id: #require(WaiverID("W-1")), state: ["uses": "none"])
    }
  }
}
