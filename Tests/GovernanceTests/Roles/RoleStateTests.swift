import Governance
import Testing
import Values

/// Who was named for a role, day by day, in whatever order it was recorded.
@Suite struct RoleStateTests {
  private typealias Step = (from: String, person: String, until: String?, isEnd: Bool)

  private func role(_ steps: [Step]) throws -> Role {
    var role = Role(id: try #require(RoleID("clerk")))
    for (index, step) in steps.enumerated() {
      let person = try #require(PersonID(step.person))
      let day = try #require(PartialDay(step.from))
      let mark = Mark(position: Int64(index + 3), effective: day.first)
      let until = step.until.flatMap { Day($0) }
      role.evolve(
        with: step.isEnd
          ? .ended(RoleEnding(person: person, until: day))
          : .assigned(RoleAssignment(person: person, from: day, until: until)), at: mark)
    }
    return role
  }

  private func persons(_ role: Role, _ day: String) throws -> [String] {
    try role.assignments(on: #require(Day(day))).map(\.facts.person.text)
  }

  @Test(
    arguments: [
      ("2026-04-30", []), ("2026-05-01", ["H-1"]), ("2026-06-30", ["H-1"]), ("2026-07-01", []),
    ] as [(String, [String])])
  func `Somebody is in it from the first day to the one before the last word`(
    _ row: (day: String, persons: [String])
  ) throws {
    let bounded = try role([("2026-05-01", "H-1", "2026-07-01", false)])
    #expect(try persons(bounded, row.day) == row.persons)
    let ended = try role([
      ("2026-05-01", "H-1", nil, false), ("2026-07-01", "H-1", nil, true),
    ])
    #expect(try persons(ended, row.day) == row.persons)
  }

  @Test func `An end that was recorded first ends only what had begun by its day`() throws {
    let role = try role([
      ("2026-07-01", "H-1", nil, true), ("2026-05-01", "H-1", nil, false),
    ])
    #expect(try persons(role, "2026-06-01") == ["H-1"])
    #expect(try persons(role, "2026-08-01") == [])
  }

  @Test func `Whoever was named again after an end is in it again, once`() throws {
    let role = try role([
      ("2026-05-01", "H-1", nil, false), ("2026-07-01", "H-1", nil, true),
      ("2026-09-01", "H-1", nil, false), ("2026-10-01", "H-1", nil, false),
    ])
    #expect(try persons(role, "2026-08-01") == [])
    #expect(try persons(role, "2026-09-01") == ["H-1"])
    #expect(try persons(role, "2026-11-01") == ["H-1"])
    let day = try #require(Day("2026-11-01"))
    #expect(role.assignment(of: try #require(PersonID("H-1")), on: day)?.position == 6)
  }

  @Test func `The end of one leaves the others`() throws {
    let role = try role([
      ("2026-05-01", "H-1", nil, false), ("2026-05-01", "H-2", nil, false),
      ("2026-06-01", "H-1", nil, true),
    ])
    #expect(try persons(role, "2026-05-15") == ["H-1", "H-2"])
    #expect(try persons(role, "2026-06-01") == ["H-2"])
    let day = try #require(Day("2026-06-01"))
    #expect(role.assignment(of: try #require(PersonID("H-1")), on: day) == nil)
  }

  @Test func `Its state is read back equal, and anything else is refused`() throws {
    let id = try #require(RoleID("clerk"))
    let role = try role([
      ("2026-05-01", "H-1", "2026-12-01", false), ("2026-07-01", "H-1", nil, true),
    ])
    #expect(try Role(id: id, state: role.state) == role)
    for state in ["none", ["assignments": "none"], ["assignments": []]] as [JSON] {
      #expect(throws: Failure.self) { try Role(id: id, state: state) }
    }
  }
}
