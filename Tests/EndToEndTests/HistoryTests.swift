import Foundation
import Testing
import Values

/// Checks 1, 2 and 7 of the first release: the past is there, days differ by what happened, views come back.
@Suite struct HistoryTests {
  @Test(arguments: [
    ("ejcn", ["plenary-1", "plenary-2", "plenary-6", "plenary-7", "plenary-14", "plenary-18"], 18),
    ("ciberred", ["annual-1", "annual-2", "annual-2025-11-17"], nil),
    ("forum-cibercrime", ["annual-1", "annual-2", "annual-3", "annual-4"], 4),
  ])
  func `Each network has every meeting that is publicly known`(
    _ row: (network: String, meetings: [String], last: Int64?)
  ) throws {
    try NetworkOnDisk.with(row.network) { network in
      let meetings = try network.rows("meeting list")
      #expect(meetings.compactMap { $0["meeting"]?.text }.sorted() == row.meetings.sorted())
      let numbers = meetings.compactMap { $0["number"]?.int }
      if let last = row.last { #expect(numbers.max() == last) }
      let verified = try network.run("verify")
      #expect(verified.status == 0)
      #expect(verified.output.hasPrefix("verified "))
    }
  }

  @Test func `A member admitted, reclassified and ended changes exactly those rows of each day`()
    throws
  {
    try NetworkOnDisk.with { network in
      func members(_ day: String) throws -> Set<JSON> {
        Set(
          try network.rows("member list --as-of \(day)").map { row in
            ["member": row["member"] ?? .null, "class": row["class"] ?? .null]
          })
      }
      let before = try members("2026-03-01")
      #expect(
        try network.run("member admit IS --class observer --effective 2026-02-01").status == 0)
      #expect(try network.run("member edit IS --class member --effective 2026-04-01").status == 0)
      #expect(try network.run("member end IS --effective 2026-06-01").status == 0)
      let observer: JSON = ["member": "IS", "class": "observer"]
      let member: JSON = ["member": "IS", "class": "member"]
      #expect(try members("2026-01-31") == before)
      #expect(try members("2026-02-01").symmetricDifference(before) == [observer])
      #expect(try members("2026-03-31").symmetricDifference(before) == [observer])
      #expect(try members("2026-04-01").symmetricDifference(before) == [member])
      #expect(try members("2026-05-31").symmetricDifference(before) == [member])
      #expect(try members("2026-06-01") == before)
    }
  }

  @Test(arguments: ["member", "meeting", "deliberation", "programme"])
  func `Each row names the event that explains it`(_ noun: String) throws {
    try NetworkOnDisk.with { network in
      let rows = try network.rows("\(noun) list")
      #expect(!rows.isEmpty)
      for row in rows {
        let position = try #require(row["event"]?.int)
        let explained = try network.run("explain \(position) --json").json
        #expect(explained["events"]?.list?.first?["position"] == .int(position))
      }
    }
  }

  @Test(arguments: ["ejcn", "ciberred", "forum-cibercrime"])
  func `Views that were deleted give the same answers to every list`(_ name: String) throws {
    try NetworkOnDisk.with(name) { network in
      let lists = try Self.lists()
      #expect(lists.count > 10)
      let before = try lists.map { try network.run("\($0) --json").output }
      try FileManager.default.removeItem(at: network.file("views.db"))
      #expect(try network.run("rebuild").status == 0)
      let after = try lists.map { try network.run("\($0) --json").output }
      for (list, pair) in zip(lists, zip(before, after)) {
        #expect(pair.0 == pair.1, "\(list)")
      }
    }
  }

  /// Every `NOUN list` of the program's own overview.
  private static func lists() throws -> [String] {
    let page = try Program.run(["help", "markdown"]).output
    return page.split(separator: "\n").filter { $0.hasPrefix("### ") && $0.hasSuffix(" list") }
      .map { String($0.dropFirst(4)) }.filter { !$0.hasPrefix("template") }
  }
}
