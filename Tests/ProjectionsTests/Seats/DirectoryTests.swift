import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// Who is a contact point on a day, by name, whenever the person was registered and the state left.
@Suite struct DirectoryTests {
  /// PT and ES, members since 10 January; Ana Dias registered only in June, her appointment counts from February.
  private func late() throws -> SampleNetwork {
    let network = try SampleNetwork()
    for state in ["PT", "ES"] { try network.admit(state) }
    try network.addPerson("Ana Dias", languages: ["pt", "en"], on: "2026-06-01")
    try network.appoint("H-1", for: "PT", on: "2026-02-01")
    return network
  }

  private func lines(_ network: SampleNetwork, on day: String) throws -> [String] {
    try network.rows("directory", on: day).lines("member", "person", "name", "languages")
  }

  @Test(arguments: ["2026-02-01", "2026-05-31", "2026-06-01", "2027-01-01"])
  func `A person has its name and languages on every day on which it holds the seat`(_ day: String)
    throws
  {
    #expect(try lines(late(), on: day) == ["PT H-1 Ana Dias [\"pt\",\"en\"]"])
    #expect(try lines(late(), on: "2026-01-31") == [])
  }

  @Test func `The list of persons has nobody before the registration`() throws {
    #expect(try late().rows("person", on: "2026-05-31") == [])
    #expect(try late().rows("person", on: "2026-06-01").lines("name") == ["Ana Dias"])
  }

  @Test func `A later name counts from its day, and the days before keep the registered one`()
    throws
  {
    let network = try late()
    try network.record(
      "person edit", ["person": ["H-1"], "name": ["Ana Dias Melo"], "languages": ["fr"]],
      on: "2026-09-01")
    for (day, line) in [
      ("2026-03-01", "PT H-1 Ana Dias [\"pt\",\"en\"]"),
      ("2026-08-31", "PT H-1 Ana Dias [\"pt\",\"en\"]"),
      ("2026-09-01", "PT H-1 Ana Dias Melo [\"fr\"]"),
    ] {
      #expect(try lines(network, on: day) == [line], "\(day)")
    }
  }

  @Test func `What was added after the registration is not told of the time before it`() throws {
    let network = try late()
    try network.record(
      "person edit", ["person": ["H-1"], "phone": ["+351 1"]], on: "2026-09-01")
    #expect(
      try network.rows("directory", on: "2026-03-01").lines("name", "phone") == ["Ana Dias -"])
    #expect(
      try network.rows("directory", on: "2026-09-01").lines("name", "phone") == ["Ana Dias +351 1"])
  }

  @Test func `Without the person's key there is no name, before the registration neither`() throws {
    let network = try late()
    try network.log.destroyKey(of: "H-1")
    for day in ["2026-03-01", "2026-07-01"] {
      #expect(try network.rows("directory", on: day).lines("person", "name") == ["H-1 -"], "\(day)")
    }
  }

  @Test func `As known before the registration nobody has a name`() throws {
    let network = try late()
    let view = try #require(ViewCatalogue.view("directory"))
    let day = try #require(Day("2026-03-01"))
    let head = try network.log.head().position
    let rows = { (end: Int64) in try view.rows(try Views.open(for: network.log, knownAt: end), day)
    }
    #expect(try rows(head).lines("name") == ["Ana Dias"])
    #expect(try rows(head - 2) == [], "the appointment was not known yet")
  }

  @Test func `A state that left has no contact point from that day, though nobody ended the seat`()
    throws
  {
    let network = try late()
    try network.record("member end", ["member": ["PT"], "reason": ["withdrew"]], on: "2026-07-01")
    #expect(try lines(network, on: "2026-06-30").count == 1)
    for day in ["2026-07-01", "2026-12-31"] {
      #expect(try lines(network, on: day) == [], "\(day)")
      #expect(
        try network.rows("seat", on: day).filter { $0.text("member") == "PT" }
          .lines("person", "state") == ["H-1 held"], "\(day)")
    }
  }

  @Test func `A state that comes back has its contact point again`() throws {
    let network = try late()
    try network.record("member end", ["member": ["PT"]], on: "2026-07-01")
    try network.admit("PT", on: "2026-09-01")
    #expect(try lines(network, on: "2026-08-31") == [])
    #expect(try lines(network, on: "2026-09-01").count == 1)
  }

  @Test func `A leaving that was struck brings the contact point back on all days`() throws {
    let network = try late()
    try network.record("member end", ["member": ["PT"]], on: "2026-07-01")
    let event = try #require(network.log.events(ofType: "member.ended", after: 0, limit: 1).first)
    try network.record(
      "event correct",
      ["event": ["\(event.position)"], "strike": ["true"], "reason": ["It stayed"]])
    for day in ["2026-07-01", "2026-12-31"] { #expect(try lines(network, on: day).count == 1) }
  }

  @Test func `A successor of the same day is not shown as confirmed`() throws {
    let network = try late()
    try network.addPerson("Rui Gil")
    let seat = ["seat": ["PT.contact_point.1"]]
    try network.record("seat confirm", seat, on: "2026-08-01")
    #expect(try network.rows("directory", on: "2026-08-01").lines("confirmed_on") == ["2026-08-01"])
    try network.record("seat replace", seat.merging(["person": ["H-2"]]) { $1 }, on: "2026-08-01")
    for day in ["2026-08-01", "2026-10-01"] {
      #expect(
        try network.rows("directory", on: day).lines("name", "confirmed_on") == ["Rui Gil -"])
    }
    try network.record("seat confirm", seat, on: "2026-10-01")
    #expect(
      try network.rows("directory", on: "2026-10-01").lines("name", "confirmed_on")
        == ["Rui Gil 2026-10-01"])
  }
}
