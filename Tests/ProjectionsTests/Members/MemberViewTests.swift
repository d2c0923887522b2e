import Governance
import Testing
import Values

@testable import Projections

@Suite struct MemberViewTests {
  @Test func `An admission begins a row that nothing ends`() throws {
    let lines = try MemberStory().admitted("member", "2016-11-24").lines()
    #expect(lines == ["member 2016-11-24 - 1"])
  }

  @Test func `A change of class ends one row and begins another`() throws {
    let lines = try MemberStory().admitted("observer", "2016-11-24")
      .reclassified("member", "2020-01-01").lines()
    #expect(lines == ["observer 2016-11-24 2020-01-01 1", "member 2020-01-01 - 2"])
  }

  @Test func `An end leaves no row from its day on`() throws {
    let lines = try MemberStory().admitted("member", "2016-11-24").ended("2020-02-01").lines()
    #expect(lines == ["member 2016-11-24 2020-02-01 1"])
  }

  @Test func `A retroactive change of class counts from its own day`() throws {
    let lines = try MemberStory().admitted("member", "2016-11-24").ended("2020-02-01")
      .reclassified("observer", "2018-01-01").lines()
    #expect(
      lines == ["member 2016-11-24 2018-01-01 1", "observer 2018-01-01 2020-02-01 3"])
  }

  @Test func `A retroactive admission before another one gives the earlier days`() throws {
    let lines = try MemberStory().admitted("member", "2020-01-01").admitted(
      "observer", "2017-01-01"
    )
    .lines()
    #expect(lines == ["observer 2017-01-01 2020-01-01 2", "member 2020-01-01 - 1"])
  }

  @Test func `A corrected class shows from the first day, explained by the event corrected`() throws
  {
    let lines = try MemberStory().admitted("member", "2016-11-24")
      .corrected(1, on: "2024-05-01", changes: .init([("class", "observer")])).lines()
    #expect(lines == ["observer 2016-11-24 - 1"])
  }

  @Test func `A corrected day moves the row`() throws {
    let lines = try MemberStory().admitted("member", "2016-11-24")
      .corrected(
        1, on: "2024-05-01", changes: .init([("from", "2017-01-01")]), effective: "2017-01-01"
      ).lines()
    #expect(lines == ["member 2017-01-01 - 1"])
  }

  @Test func `A first day that was corrected without its effective day is waited for`() throws {
    let lines = try MemberStory().admitted("member", "2016-11-24")
      .corrected(1, on: "2024-05-01", changes: .init([("from", "2017-01-01")])).lines()
    #expect(lines == ["member 2017-01-01 - 1"])
  }

  @Test func `An admission that was struck leaves no row`() throws {
    let lines = try MemberStory().admitted("member", "2016-11-24")
      .corrected(1, on: "2024-05-01", strikes: true).lines()
    #expect(lines == [])
  }

  @Test func `An end that was struck lets the membership go on`() throws {
    let lines = try MemberStory().admitted("member", "2016-11-24").ended("2020-02-01")
      .corrected(2, on: "2024-05-01", strikes: true).lines()
    #expect(lines == ["member 2016-11-24 - 1"])
  }

  @Test func `The last of two corrections counts`() throws {
    let lines = try MemberStory().admitted("member", "2016-11-24")
      .corrected(1, on: "2024-05-01", strikes: true)
      .corrected(1, on: "2024-06-01", changes: .init([("class", "observer")])).lines()
    #expect(lines == ["observer 2016-11-24 - 1"])
  }

  @Test func `A month as first day begins on the first day that it may mean`() throws {
    let lines = try MemberStory().then(
      "member.admitted", "2016-10-01", ["class": "member", "from": "2016-10"]
    ).lines()
    #expect(lines == ["member 2016-10-01 - 1"])
  }

  @Test func `Two events of one day give the row after the second`() throws {
    let lines = try MemberStory().admitted("observer", "2016-11-24")
      .reclassified("member", "2016-11-24").lines()
    #expect(lines == ["member 2016-11-24 - 2"])
  }

  @Test func `An event of an unknown name stops the rendering`() throws {
    let story = try MemberStory().then("member.knighted", "2016-11-24")
    #expect(throws: Failure(.eventUnknown, ["type": .text("member.knighted")])) {
      try story.lines()
    }
  }

  @Test(arguments: 1...40) func `The rows of a day are those of a fold of the events until it`(
    _ seed: UInt64
  ) throws {
    let story = try RandomMember(seed: seed).story()
    let inForce = try EventsInForce(story.events).events
    let intervals = try StreamRenderer<Member>([MemberView.self]).render(inForce)[0]
    for number in stride(from: 17_000, to: 17_420, by: 7) {
      let day = Day(number: number)
      var member = Member(id: try #require(MemberID("PT")))
      for event in inForce where event.effective <= day {
        member.evolve(with: try MemberEvent(type: event.type, data: event.data), at: event.mark)
      }
      let folded = MemberView.rows(of: member, on: day).map(\.values)
      #expect(intervals.filter { $0.holds(on: day) }.map(\.values) == folded, "\(day)")
    }
  }
}
