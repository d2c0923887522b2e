import Publishing
import Testing
import Values

@testable import admin

/// What is kept of many rows answers as all of them would.
@Suite struct RowIntakeTests {
  private static let count = 20_000

  private static func row(_ index: Int) -> JSON.Fields {
    JSON.Fields([
      ("place", .int(Int64(index))), ("kind", .text("kind-\(index % 7)")),
      ("weight", .int(Int64(index * 7_919 % 1_009))),
    ])
  }

  private static let empty = Listing(columns: ["place", "kind", "weight"], rows: [])

  @Test(
    arguments: [
      [:], ["limit": .number(20)], ["limit": .number(0)], ["limit": .number(30_000)],
      ["sort": .text("weight"), "limit": .number(20)],
      ["sort": .text("-place"), "limit": .number(20)], ["sort": .text("-weight")],
      ["filter": .list(["kind=kind-3"])], ["filter": .list(["kind=kind-3"]), "limit": .number(20)],
      ["filter": .list(["kind=kind-3", "weight=5"]), "limit": .number(20)],
      ["filter": .list(["kind=kind-3"]), "sort": .text("-weight"), "limit": .number(20)],
      ["filter": .list(["kind=none"]), "limit": .number(20)],
    ] as [[String: Argument]])
  func `The answer is that of all rows`(_ options: [String: Argument]) throws {
    let (globals, catalogue) = (GlobalOptions(options), Catalogue(.english))
    var intake = RowIntake(Self.empty, globals, catalogue)
    var whole = Self.empty
    for index in 0..<Self.count {
      try intake.add(Self.row(index))
      whole.rows.append(Self.row(index))
    }
    let found = try intake.listed().selected(by: globals, in: catalogue)
    let expected = try whole.selected(by: globals, in: catalogue)
    #expect(found.rows == expected.rows)
    #expect(found.all == Self.count)
  }

  @Test(
    arguments: [
      ["limit": .number(20)], ["sort": .text("-weight"), "limit": .number(20)],
      ["filter": .list(["kind=none"])],
    ] as [[String: Argument]])
  func `No more is kept than the answer shows and the next page`(_ options: [String: Argument])
    throws
  {
    var intake = RowIntake(Self.empty, GlobalOptions(options), Catalogue(.english))
    var most = 0
    for index in 0..<Self.count {
      try intake.add(Self.row(index))
      most = max(most, intake.kept)
    }
    #expect(most <= 1_040)
  }

  @Test func `It is full with the last row that is shown, and never under a sort`() throws {
    for (options, expected) in [
      (["limit": Argument.number(2)], [false, true, true]), ([:], [false, false, false]),
      (["limit": .number(2), "sort": .text("place")], [false, false, false]),
    ] {
      var intake = RowIntake(Self.empty, GlobalOptions(options), Catalogue(.english))
      let told = try (0..<3).map { index in
        try intake.add(Self.row(index))
        return intake.isFull
      }
      #expect(told == expected)
    }
  }

  @Test(
    arguments: [["filter": .list(["x=1"])], ["sort": .text("x"), "limit": .number(2)]]
      as [[String: Argument]])
  func `A column that is not there is told by its name`(_ options: [String: Argument]) {
    #expect(throws: Failure.self) {
      let globals = GlobalOptions(options)
      var intake = RowIntake(Self.empty, globals, Catalogue(.english))
      for index in 0..<2_000 { try intake.add(Self.row(index)) }
    }
  }
}
