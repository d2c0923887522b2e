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
