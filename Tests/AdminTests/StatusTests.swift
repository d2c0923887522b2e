import Foundation
import Testing
import Values

@testable import admin

@Suite struct StatusTests {
  /// The EJCN with the admission of one member, whose seat is vacant from then on.
  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    try SampleNetwork.with { network in
      let admitted = network.run("member admit PT --class member --effective 2016-11-24 -q")
      try #require(admitted.status == .done, "\(admitted.talk)")
      try body(network)
    }
  }

  @Test(arguments: [
    ("en", "seats.contact_point: 1, since 2016-11-24"),
    ("pt", "seats.contact_point: 1, desde 2016-11-24"),
    ("es", "seats.contact_point: 1, desde 2016-11-24"),
  ])
  func `A person reads which clause is overdue, how often and since when`(
    _ row: (language: String, words: String)
  ) throws {
    try Self.with { network in
      let output = network.run("status --lang \(row.language)").output
      #expect(output.contains(row.words), "\(output)")
      #expect(!output.contains("{"))
    }
  }

  @Test func `A program gets the overdue clauses as objects`() throws {
    try Self.with { network in
      let overdue = try #require(try network.json("status")["overdue"]?.list)
      let seats = overdue.filter { $0["clause"] == "seats.contact_point" }
      #expect(
        seats == [["clause": "seats.contact_point", "count": 1, "since": "2016-11-24"]])
    }
  }

  @Test func `Where nothing is overdue, nothing is said of it`() throws {
    try SampleNetwork.with { network in
      let rows = try network.json("obligation list --as-of 2016-06-09").list ?? []
      try #require(rows.allSatisfy { $0["state"] != "overdue" })
      #expect(!network.run("status --as-of 2016-06-09").output.contains("overdue"))
      #expect(try network.json("status --as-of 2016-06-09")["overdue"] == [])
    }
  }
}

/// The next meeting, which is one still to come or going on.
@Suite struct NextMeetingTests {
  private static func with(_ body: (inout SampleNetwork) throws -> Void) throws {
    try SampleNetwork.with { network in
      var network = network
      network.now = "2026-11-01T09:00:00Z"
      for state in ["BE", "ES", "PT"] {
        try #require(network.run("member admit \(state) --class member").status == .done)
      }
      for (number, from) in [(1, "2026-11-23"), (2, "2026-12-14")] {
        try #require(network.run("meeting plan plenary --from \(from)").status == .done)
        try #require(
          network.run("meeting convene plenary-\(number) --agenda Opening").status == .done)
      }
      network.now = "2026-11-23T09:00:00Z"
      try body(&network)
    }
  }

  @Test func `A meeting that is open is the next one, and one that is closed is not`() throws {
    try Self.with { network in
      #expect(try network.json("status")["next_meeting"] == "plenary-1")
      let opened = network.run("meeting open plenary-1 --present BE,ES,PT")
      try #require(opened.status == .done, "\(opened.talk)")
      #expect(try network.json("status")["next_meeting"] == "plenary-1")
      try #require(network.run("meeting close plenary-1").status == .done)
      #expect(try network.json("status")["next_meeting"] == "plenary-2")
    }
  }

  @Test func `Without a meeting ahead there is none to show`() throws {
    try Self.with { network in
      try #require(network.run("meeting cancel plenary-2 --reason late").status == .done)
      try #require(network.run("meeting open plenary-1 --present BE,ES,PT").status == .done)
      try #require(network.run("meeting close plenary-1").status == .done)
      #expect(try network.json("status")["next_meeting"] == nil)
    }
  }

  @Test(arguments: ["pt", "es"])
  func `No two rows of the status have one name`(_ language: String) throws {
    try Self.with { network in
      let lines = network.run("status --lang \(language)").output.split(separator: "\n")
      let names = lines.map { $0.components(separatedBy: "  ")[0] }
      #expect(Set(names).count == names.count, "\(names)")
    }
  }
}
