import Foundation
import Testing
import Values

/// Check 2 of the first release for the directory, the board and the seats: a day differs by what happened.
@Suite struct DaysTests {
  /// Rows without what only dates them, so that days can be compared.
  private static func rows(
    _ list: String, _ day: String, _ network: NetworkOnDisk
  ) throws -> Set<JSON> {
    let dating = ["valid_from", "valid_until", "event"]
    return Set(
      try network.rows("\(list) list --as-of \(day)").map { row in
        guard case .object(var fields) = row else { return row }
        for name in dating { fields[name] = nil }
        return .object(fields)
      })
  }

  /// Runs lines that all have to be accepted; a plus sign stands for a space inside a word.
  private static func accepted(_ lines: [String], by network: NetworkOnDisk) throws {
    for line in lines {
      let words = line.split(separator: " ").map { String($0).replacing("+", with: " ") }
      let outcome = try Program.run(["-C", network.folder] + words)
      #expect(outcome.status == 0, "\(line): \(outcome.talk)")
    }
  }

  private static let contactPoint = [
    "person add Ana+Sousa --effective 2026-01-10", "person add Rui+Melo --effective 2026-01-10",
    "seat appoint PT --kind contact_point --person H-1 --effective 2026-02-01",
    "seat replace PT.contact_point.1 --person H-2 --effective 2026-04-01",
    "seat end PT.contact_point.1 --reason retired --effective 2026-06-01",
  ]

  @Test(arguments: [
    ("2026-01-31", nil), ("2026-02-01", "Ana Sousa"), ("2026-03-31", "Ana Sousa"),
    ("2026-04-01", "Rui Melo"), ("2026-05-31", "Rui Melo"), ("2026-06-01", nil),
  ])
  func `The directory of a day differs by exactly the contact point of that day`(
    _ row: (day: String, name: String?)
  ) throws {
    try NetworkOnDisk.with { network in
      let before = try Self.rows("directory", row.day, network)
      try Self.accepted(Self.contactPoint, by: network)
      let difference = try Self.rows("directory", row.day, network).symmetricDifference(before)
      #expect(difference.map { $0["name"] } == (row.name.map { [.text($0)] } ?? []))
      #expect(!difference.contains { $0["member"] != "PT" })
    }
  }

  @Test(arguments: [
    ("2026-01-31", "missing"), ("2026-02-01", "held"), ("2026-05-31", "held"),
    ("2026-06-01", "vacant"),
  ])
  func `The seats of a day differ by exactly the seat that was filled, replaced or left`(
    _ row: (day: String, state: String)
  ) throws {
    try NetworkOnDisk.with { network in
      let before = try Self.rows("seat", row.day, network)
      try Self.accepted(Self.contactPoint, by: network)
      let after = try Self.rows("seat", row.day, network)
      #expect(after.count == before.count)
      #expect(after.first { $0["member"] == "PT" }?["state"] == .text(row.state))
      #expect(!after.symmetricDifference(before).contains { $0["member"] != "PT" })
    }
  }

  @Test func `An appointment recorded late fills the earlier days, and only for those who know it`()
    throws
  {
    try NetworkOnDisk.with { network in
      try Self.accepted(Self.contactPoint, by: network)
      let known = try network.rows("log list").count
      let before = try Self.rows("directory", "2025-06-01", network)
      try Self.accepted(
        ["seat appoint PT --kind contact_point --person H-2 --effective 2025-01-01"], by: network)
      let added = try Self.rows("directory", "2025-06-01", network).subtracting(before)
      #expect(added.map { $0["person"] } == ["H-2"])
      #expect(added.map { $0["seat"] } == ["PT.contact_point.1"])
      #expect(try Self.rows("directory", "2024-12-31", network) == before)
      #expect(try network.rows("directory list --as-of 2025-06-01 --known-at \(known)").isEmpty)
      #expect(try network.rows("directory list --as-of 2026-02-01").first?["person"] == "H-1")
    }
  }

  @Test func `A board that rotates is shown from that day to the last day of its group`() throws {
    try NetworkOnDisk.with { network in
      let days = ["2026-01-31", "2026-02-01", "2026-06-30", "2026-07-01"]
      let before = try days.map { try Self.rows("board", $0, network) }
      try Self.accepted(["board rotate board --effective 2026-02-01"], by: network)
      let after = try days.map { try Self.rows("board", $0, network) }
      for (day, pair) in zip(days, zip(before, after)) {
        let members = Set(pair.1.subtracting(pair.0).compactMap { $0["member"]?.text })
        let isSeated = "2026-02-01" <= day && day < "2026-07-01"
        #expect(members == (isSeated ? ["PL", "DK", "CY"] : []), "\(day)")
      }
      #expect(!before.contains { !$0.isEmpty })
    }
  }

  @Test(arguments: ["directory", "seat", "board"])
  func `Each row of a day is explained by its event`(_ list: String) throws {
    try NetworkOnDisk.with { network in
      try Self.accepted(
        Self.contactPoint + ["board rotate board --effective 2026-02-01"],
        by: network)
      let rows = try network.rows("\(list) list --as-of 2026-05-01")
        .filter { $0["event"] != .null }
      #expect(!rows.isEmpty)
      for row in rows {
        let position = try #require(row["event"]?.int)
        let explained = try network.run("explain \(position) --json").json
        #expect(explained["events"]?.list?.first?["position"] == .int(position))
      }
    }
  }

  @Test func `The last day of the calendar can be given as the end of anything`() throws {
    try NetworkOnDisk.with { network in
      try Self.accepted(
        [
          "programme draft Next --from 2030-01-01",
          "programme add programme-2 --title Guide --due 9999-12-31",
        ], by: network)
      for list in ["action", "programme", "obligation", "timeline"] {
        #expect(try network.run("\(list) list --json").status == 0, "\(list)")
      }
      #expect(try network.run("verify").status == 0)
    }
  }

  @Test func `A name is readable through the program and in no byte of its files`() throws {
    try NetworkOnDisk.with { network in
      try Self.accepted(["person add Zebulon+Quixote --email zq@example.org"], by: network)
      #expect(try network.run("person list").output.contains("Zebulon Quixote"))
      let files = try FileManager.default.contentsOfDirectory(atPath: network.folder)
      #expect(files.count >= 4)
      for file in files {
        let bytes = try Data(contentsOf: network.file(file))
        for word in ["Zebulon", "Quixote", "zq@example"] {
          #expect(bytes.range(of: Data(word.utf8)) == nil, "\(file)")
        }
      }
    }
  }
}
