import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct DeliberationStateTests {
  private func events() throws -> [DeliberationEvent] {
    let meeting = try #require(MeetingID("plenary-19"))
    let portugal = try #require(MemberID("PT"))
    let full = Resolution(
      meeting: meeting, body: "plenary", title: "Rules", matter: "rules", text: "Text",
      method: .names,
      tally: Tally(
        entitled: 25, present: 20, represented: 1, recused: 1, inFavour: 9, against: 9,
        abstaining: 0), entitled: 25, present: 20,
      names: [
        Resolution.Cast(member: portugal, vote: .for)
      ], chairVote: .against, dissent: [Resolution.Dissent(member: portugal, text: "No.")],
      digest: String(repeating: "0", count: 64))
    return [
      .deferred(
        Deferral(
          meeting: meeting, body: "plenary", title: "Rules", matter: "rules", reason: "time")),
      .rejected(full),
      .adopted(
        Resolution(meeting: meeting, body: "plenary", title: "Rules", method: .consensus)),
    ]
  }

  @Test func `Every event and every state reads back equal`() throws {
    let id = try #require(DeliberationID("D-1"))
    for event in try events() {
      #expect(try DeliberationEvent(type: event.type, data: event.data) == event)
      #expect(DeliberationEvent.schemas[event.type] == 1)
      var deliberation = Deliberation(id: id)
      #expect(try Deliberation(id: id, state: deliberation.state) == deliberation)
      deliberation.evolve(with: event, at: Mark(position: 7, effective: day("2026-11-23")))
      #expect(try Deliberation(id: id, state: deliberation.state) == deliberation)
    }
    #expect(throws: Failure.self) { try DeliberationEvent(type: "deliberation.lost", data: [:]) }
  }

  @Test func `A vote of which nobody knows who was entitled reads back with none`() throws {
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-19")), body: "bureau", title: "Budget",
      method: .counts, tally: Tally(entitled: 0, present: nil, inFavour: 2, against: 1))
    let event = DeliberationEvent.adopted(resolution)
    #expect(try DeliberationEvent(type: event.type, data: event.data) == event)
  }

  @Test func `What others ask of a deliberation`() throws {
    let id = try #require(DeliberationID("D-1"))
    var asked: [Deliberation] = []
    for event in try events() {
      var deliberation = Deliberation(id: id)
      deliberation.evolve(with: event, at: Mark(position: 7, effective: day("2026-11-23")))
      asked.append(deliberation)
    }
    #expect(asked.map(\.outcome) == [.deferred, .rejected, .adopted])
    #expect(asked.map(\.matter) == ["rules", "rules", "default"])
    #expect(asked.map(\.body) == ["plenary", "plenary", "plenary"])
    #expect(asked.map(\.title) == ["Rules", "Rules", "Rules"])
    #expect(asked.map { $0.meeting?.text } == ["plenary-19", "plenary-19", "plenary-19"])
    #expect(asked.map { $0.digest?.count } == [nil, 64, nil])
    #expect(asked.allSatisfy { $0.day == Day("2026-11-23") && $0.position == 7 })
  }
}
