import TestKit
import Testing
import Values

@testable import admin

/// `meeting attendance MEETING --at TIME`.
@Suite struct RoomCommandTests {
  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    try MotionNetwork.with { network in
      var network = network
      network.now = "2026-11-23T18:00:00Z"
      for line in [
        "meeting open plenary-1 --present PT,ES --time 10:00",
        "attendance arrive plenary-1 --member FR --time 11:30 --represented-by deputy",
        "attendance leave plenary-1 --member ES --time 11:40",
      ] {
        let told = network.run(line)
        #expect(told.status == .done, "\(line): \(told.talk)")
      }
      try body(network)
    }
  }

  @Test(arguments: [
    ("09:00", []), ("10:00", ["ES", "PT"]), ("11:35", ["ES", "FR", "PT"]), ("11:40", ["FR", "PT"]),
  ])
  func `It gives the list that was valid at that minute`(
    _ row: (time: String, members: [String])
  ) throws {
    try Self.with { network in
      let rows = try network.json("meeting attendance plenary-1 --at \(row.time)").list
      #expect(rows?.map { $0["member"]?.text } == row.members)
    }
  }

  @Test func `A row says who sits for the head, since when, and which event says so`() throws {
    try Self.with { network in
      let rows = try network.json("meeting attendance plenary-1 --at 11:40").list
      let row = try #require(rows?.first)
      #expect(row["represented_by"] == "deputy" && row["time"] == "11:30")
      let position = try #require(row["event"]?.int)
      let answer6 = try network.json("log show \(position)")
      #expect(answer6["type"] == "delegation.arrived")
      #expect(network.run("meeting attendance plenary-1 --at 11:40").output.contains("deputy"))
    }
  }

  @Test(arguments: ["25:00", "noon", "11.40"])
  func `A time that is none is refused with the form of one`(_ time: String) throws {
    try Self.with { network in
      let refused = network.run("meeting attendance plenary-1 --at \(time)")
      #expect(refused.status == .usage && refused.talk.contains("--at"), "\(refused.talk)")
    }
  }

  @Test func `Another day is asked for with its own option, and an unknown meeting is named`()
    throws
  {
    try Self.with { network in
      let next = try network.json("meeting attendance plenary-1 --at 09:00 --on 2026-11-24").list
      #expect(next?.map { $0["member"]?.text } == ["FR", "PT"])
      #expect(network.run("meeting attendance plenary-9 --at 09:00").status == .notFound)
    }
  }
}
