import Governance
import TestKit
import Testing
import Values

/// The versions of a programme, and what differs between two of them.
@Suite struct ProgrammeVersionTests {
  /// Three actions adopted by D-1; D-2 adds a fourth, drops the second and moves the first; D-3 changes the third.
  private func programme() throws -> Programme {
    let id = try #require(ProgrammeID("programme-1"))
    let by = { (text: String) in try #require(DeliberationID(text)) }
    let on = PartialDay(day("2026-03-01"))
    let events: [ProgrammeEvent] = [
      .drafted(
        ProgrammeDraft(
          title: "W", from: day("2026-01-01"), until: day("2027-12-31"), topics: [])),
      .objective(ObjectiveAddition(number: 1, title: "Training")),
      .added(ActionAddition(number: 1, title: "Guide", objective: 1)),
      .added(ActionAddition(number: 2, title: "Course", owner: "ES")),
      .added(ActionAddition(number: 3, title: "Study")),
      .adopted(ProgrammeAdoption(on: on, deliberation: try by("D-1"))),
      .amended(
        ProgrammeAmendment(
          on: on, deliberation: try by("D-2"), version: 2,
          objectives: [ObjectiveAddition(number: 2, title: "Evidence")],
          added: [ActionAddition(number: 4, title: "Retention", owner: "PT")], dropped: [2],
          changed: [ActionChange(number: 1, objective: 2)])),
      .amended(
        ProgrammeAmendment(
          on: on, deliberation: try by("D-3"), version: 3,
          changed: [
            ActionChange(number: 3, title: "Survey", owner: "FR", due: day("2027-01-31"))
          ])),
    ]
    var state = Programme(id: id)
    for (index, event) in events.enumerated() {
      #expect(try ProgrammeEvent(type: event.type, data: event.data) == event)
      state.evolve(with: event, at: Mark(position: Int64(index + 1), effective: on.first))
      #expect(try Programme(id: id, state: state.state) == state)
    }
    return state
  }

  private func lines(_ comparison: ProgrammeComparison) -> [String] {
    comparison.changes.map { change in
      [
        change.subject == .objective ? "O\(change.number)" : "\(change.number)",
        change.kind.rawValue, change.field ?? "-", change.before ?? "-",
        change.after ?? "-",
      ].joined(separator: " ")
    }
  }

  @Test(arguments: [
    (1, ["1 Guide", "2 Course", "3 Study"]), (2, ["1 Guide", "3 Study", "4 Retention"]),
    (3, ["1 Guide", "3 Survey", "4 Retention"]),
  ])
  func `Each version has the actions that it was decided with`(
    _ row: (version: Int, actions: [String])
  ) throws {
    let actions = try programme().actions(inVersion: row.version)
    #expect(actions.map { "\($0.number) \($0.title)" } == row.actions)
  }

  @Test func `The newest state keeps what was dropped, with the decision behind each`() throws {
    let state = try programme()
    #expect(state.version == 3)
    let actions = state.actions()
    #expect(actions.map(\.number) == [1, 2, 3, 4])
    #expect(actions.map { $0.orderedBy?.text } == ["D-1", "D-1", "D-1", "D-2"])
    #expect(actions.map(\.objective) == [2, nil, nil, nil])
    #expect(actions.map(\.changes) == [[7], [], [8], []])
    #expect(state.closing(of: 2)?.facts.outcome == .dropped)
    #expect(state.closing(of: 2)?.position == 7)
    #expect(state.nextAction == 5)
    #expect(state.nextObjective == 3)
    #expect(state.deliberations.map(\.text) == ["D-1", "D-2", "D-3"])
  }

  @Test(arguments: [(1, [1]), (2, [1, 2]), (3, [1, 2])])
  func `Each version has the objectives that were set before the next one`(
    _ row: (version: Int, numbers: [Int])
  ) throws {
    #expect(try programme().objectives(inVersion: row.version).map(\.number) == row.numbers)
  }

  @Test func `An objective that an amendment adds is told once, whatever serves it`() throws {
    var state = try programme()
    let on = PartialDay(day("2026-04-01"))
    let fourth = ProgrammeAmendment(
      on: on, deliberation: try #require(DeliberationID("D-4")), version: 4,
      objectives: [ObjectiveAddition(number: 3, title: "Outreach")])
    state.evolve(with: .amended(fourth), at: Mark(position: 9, effective: on.first))
    let comparison = ProgrammeComparison(of: state, from: 3, to: 4)
    #expect(lines(comparison) == ["O3 added - - Outreach"])
    #expect(comparison.deliberations.map(\.text) == ["D-4"])
    #expect(lines(ProgrammeComparison(of: state, from: 2, to: 3)).allSatisfy { $0.hasPrefix("3 ") })
  }

  @Test func `Two versions differ by what was added, dropped, moved and changed`() throws {
    let comparison = ProgrammeComparison(of: try programme(), from: 1, to: 3)
    #expect(
      lines(comparison) == [
        "O2 added - - Evidence", "1 moved objective 1 2", "2 dropped - Course -",
        "3 changed title Study Survey",
        "3 changed owner - FR", "3 changed due - 2027-01-31", "4 added - - Retention",
      ])
    #expect(comparison.deliberations.map(\.text) == ["D-2", "D-3"])
  }

  @Test func `Compared the other way round, what was added is dropped`() throws {
    let comparison = ProgrammeComparison(of: try programme(), from: 2, to: 1)
    #expect(
      lines(comparison) == [
        "O2 dropped - Evidence -", "1 moved objective 2 1", "2 added - - Course",
        "4 dropped - Retention -",
      ])
    #expect(comparison.deliberations.map(\.text) == ["D-2"])
  }

  @Test(arguments: 1...3) func `A version differs from itself in nothing`(_ version: Int) throws {
    let comparison = ProgrammeComparison(of: try programme(), from: version, to: version)
    #expect(comparison.changes == [])
    #expect(comparison.deliberations == [])
  }

  @Test func `A draft has no version`() throws {
    var state = Programme(id: try #require(ProgrammeID("programme-1")))
    state.evolve(
      with: .added(ActionAddition(number: 1, title: "Guide")),
      at: Mark(position: 1, effective: day("2026-03-01")))
    #expect(state.version == 0)
    #expect(state.actions().map(\.orderedBy) == [nil])
    #expect(state.deliberations == [])
  }
}
