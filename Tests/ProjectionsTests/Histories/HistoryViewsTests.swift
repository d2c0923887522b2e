import EventStore
import Foundation
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// The views over the public past of the three networks, against what is known of them.
@Suite struct HistoryViewsTests {
  @Test func `CiberRed is overdue since 27 June 2020 when asked at the beginning of 2024`() throws {
    let owed = try ImportedNetwork("ciberred").rows("obligation", on: "2024-01-01")
    let meetings = owed.filter { $0.text("what") == "meetings" }
    #expect(
      meetings.lines("due", "overdue_since", "state") == ["2020-06-26 2020-06-27 overdue"])
  }

  @Test func `CiberRed met three times and Spain is not among its members`() throws {
    let network = try ImportedNetwork("ciberred")
    #expect(
      try network.rows("meeting", on: "2026-01-01").lines("from", "until") == [
        "2018-02-05 2018-02-05", "2019-06-25 2019-06-26", "2025-11-17 2025-11-18",
      ])
    #expect(
      try !network.rows("member", on: "2018-02-05").lines("member").contains("ES"))
  }

  @Test func `The last known plenary of the EJCN is number 18`() throws {
    let meetings = try ImportedNetwork("ejcn").rows("meeting", on: "2026-01-01")
    #expect(
      meetings.lines("number", "from") == [
        "1 2016-11-24", "2 2017-04-06", "6 2019-04-04", "7 2019-11-14", "14 2023-06-15",
        "18 2025-04-28",
      ])
  }

  @Test(arguments: ["ejcn", "ciberred", "forum-cibercrime"])
  func `Every list of a network has the same bytes without the file and after a rebuild`(
    _ name: String
  ) throws {
    let network = try ImportedNetwork(name)
    let live = try answers(network)
    try FileManager.default.removeItem(atPath: network.log.directory + "/views.db")
    #expect(try answers(network) == live)
    try Views.rebuild(from: network.log)
    #expect(try answers(network) == live)
  }

  private func answers(_ network: ImportedNetwork) throws -> [String] {
    try ViewCatalogue.all.flatMap { view in
      try ["2017-06-01", "2024-01-01", "2026-11-23"].flatMap { day in
        try [view.noun] + network.rows(view.noun, on: day).map(\.json.compact)
      }
    }
  }
}
