import EventStore
import Governance
import TestKit
import Testing
import Values

/// What minutes say of those over a link, excused, absent, and of guests.
@Suite struct MinutesAttendanceTests {
  private func network(_ acts: [(String, [String: [String]], String)]) throws -> SampleNetwork {
    let network = try SampleNetwork()
    for member in ["ES", "FR", "HU", "MT", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.convene("plenary-1", for: "2026-03-20", on: "2026-02-02")
    for (act, fields, day) in acts {
      let answer = try network.record(
        act, fields.merging(["meeting": ["plenary-1"]]) { $1 }, on: day)
      #expect(answer.verdict == .accepted, "\(act): \(answer.reasons.refusals)")
    }
    return network
  }

  private let opening: (String, [String: [String]], String) = (
    "meeting open",
    ["present": ["ES", "MT"], "remote": ["PT"], "time": ["09:00"]], "2026-03-20"
  )

  private func statements(
    _ acts: [(String, [String: [String]], String)]
  ) throws -> [Governance.Statement] {
    try SampleSitting.file(network(acts)).record.statements
  }

  private func values(
    _ place: String, _ statements: [Governance.Statement]
  ) throws -> [String: Failure.Value] {
    try #require(statements.first { $0.place == place }, "\(place)").values
  }

  @Test func `Those over the link stand after those present, of whom they are`() throws {
    let statements = try statements([opening])
    let places = statements.map(\.place)
    #expect(places.prefix(5) == ["opening", "convened", "opened", "present", "remote"])
    #expect(try values("present", statements)["n"] == .int(3))
    #expect(try values("remote", statements)["members"] == .list(["PT"]))
  }

  @Test func `Excused stand apart from absent`() throws {
    let excuse = ("attendance excuse", ["member": ["FR"], "reason": ["travel"]], "2026-03-19")
    let statements = try statements([excuse, opening])
    #expect(try values("excused", statements)["members"] == .list(["FR"]))
    #expect(try values("absent", statements)["members"] == .list(["HU"]))
    #expect(statements.allSatisfy { !$0.events.isEmpty || $0.form == .heading })
    #expect(!statements.contains { "\($0.values)".contains("travel") })
  }

  @Test func `Where nobody recorded an excuse, no absence is told of`() throws {
    let places = try statements([opening]).map(\.place)
    #expect(!places.contains("absent") && !places.contains("excused"))
  }

  @Test func `Whoever excused itself and came is neither`() throws {
    let excuse = ("attendance excuse", ["member": ["FR"]], "2026-03-19")
    let arrival = ("attendance arrive", ["member": ["FR"]], "2026-03-20")
    let places = try statements([excuse, opening, arrival]).map(\.place)
    #expect(!places.contains("excused") && !places.contains("absent"))
    #expect(places.contains { $0.hasPrefix("arrived.FR.") })
  }

  @Test func `Guests are told of once each, in the order in which they came`() throws {
    let statements = try statements([
      opening, ("guest arrive", ["state": ["US"]], "2026-03-20"),
      ("guest arrive", ["organisation": ["Council of Europe"]], "2026-03-20"),
      ("guest leave", ["number": ["1"]], "2026-03-20"),
      ("guest arrive", ["state": ["US"]], "2026-03-20"),
    ])
    let guests = try values("guests", statements)
    #expect(guests["n"] == .int(2) && guests["guests"] == .list(["US", "Council of Europe"]))
  }

  @Test func `A change of place is one sentence, and no departure with an arrival`() throws {
    let statements = try statements([
      opening,
      ("attendance move", ["member": ["MT"], "to": ["remote"], "time": ["10:00"]], "2026-03-20"),
      ("attendance move", ["member": ["MT"], "to": ["room"]], "2026-03-20"),
      ("attendance leave", ["member": ["MT"], "time": ["12:00"]], "2026-03-20"),
    ])
    let course = statements.filter { $0.place.contains(".MT.") }
    #expect(course.map(\.code) == ["moved-room", "moved-room", "left"])
    #expect(course[0].values["to"] == .text("remote") && course[0].values["time"] == .text("10:00"))
    #expect(course[1].values["to"] == .text("room") && course[1].values["timed"] == .text("no"))
  }

  @Test func `Who joins over the link is told so, and goes like anybody else`() throws {
    let statements = try statements([
      opening,
      (
        "attendance arrive",
        ["member": ["FR"], "remote": ["true"], "time": ["09:30"], "represented-by": ["deputy"]],
        "2026-03-20"
      ),
      ("attendance leave", ["member": ["FR"], "time": ["10:00"]], "2026-03-20"),
    ])
    let course = statements.filter { $0.place.contains(".FR.") }
    #expect(course.map(\.code) == ["arrived-remotely", "left"])
    #expect(course[0].values["office"] == .text("deputy"))
  }

  @Test func `Minutes that are drawn up in the log are those that a reader is shown`() throws {
    let network = try network([
      ("attendance excuse", ["member": ["FR"]], "2026-03-19"), opening,
      ("guest arrive", ["state": ["US"]], "2026-03-20"),
      ("minutes draft", [:], "2026-03-21"),
    ])
    let file = try SampleSitting.file(network)
    let drafted = try #require(file.minutes?.drafts.last?.facts.statements)
    #expect(drafted == file.record.statements)
    #expect(drafted.contains { $0.code == "absent" } && drafted.contains { $0.code == "guests" })
  }
}
