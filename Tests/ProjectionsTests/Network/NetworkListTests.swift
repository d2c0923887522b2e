import EventStore
import Foundation
import Governance
import TestKit
import Testing
import Values

@testable import Projections

@Suite struct NetworkListTests {
  @Test func `The network shows its founding and the rules in force`() throws {
    let rows = try SampleNetwork().rows("network", on: "2026-03-01")
    #expect(
      rows.lines("network", "founded", "version", "rules_from", "title", "zone") == [
        "sample 2016-06-09 1.0.0 2016-06-09 Sample network UTC"
      ])
    #expect(rows.first?.text("digest") == Digest.sha256(SampleRules.document.canonical).hex)
  }

  @Test func `Before the founding there is no network`() throws {
    #expect(try SampleNetwork().rows("network", on: "2016-06-08") == [])
  }

  @Test func `Members have the rights of their class`() throws {
    let network = try SampleNetwork()
    try network.admit("PT")
    try network.admit("NO", as: "observer")
    #expect(
      try network.rows("member", on: "2026-03-01").lines("member", "class", "rights") == [
        "NO observer [\"attend\",\"speak\",\"receive\"]",
        "PT member [\"attend\",\"speak\",\"propose\",\"vote\",\"stand\",\"receive\",\"host\"]",
      ])
  }

  @Test func `Each act changes exactly the rows it is about, on its days`() throws {
    let network = try SampleNetwork()
    try network.admit("PT")
    try network.admit("ES")
    let before = try network.rows("member", on: "2026-05-01")
    try network.record("member edit", ["member": ["PT"], "class": ["observer"]], on: "2026-04-01")
    let edited = try network.rows("member", on: "2026-05-01")
    try network.record("member end", ["member": ["PT"], "reason": ["left"]], on: "2026-05-01")
    let ended = try network.rows("member", on: "2026-05-01")
    #expect(before.lines("member", "class") == ["ES member", "PT member"])
    #expect(edited.lines("member", "class") == ["ES member", "PT observer"])
    #expect(ended == [before[0]])
    #expect(edited[0] == before[0])
    #expect(try network.rows("member", on: "2026-03-01").lines("class") == ["member", "member"])
  }

  /// Check 7 of the spine: without the file, and after a rebuild, every list has the same bytes.
  @Test func `Every list has the same bytes without the file and after a rebuild`() throws {
    let network = try SampleNetwork()
    try network.admit("PT")
    try network.admit("ES")
    try network.addPerson("Ana Dias")
    try network.appoint("H-1", for: "PT", on: "2026-02-01")
    try network.record("board rotate", ["body": ["board"]], on: "2026-02-01")
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-12-20"]], on: "2026-11-01")
    try network.record(
      "event correct", ["event": ["4"], "set": ["class=observer"], "reason": ["typing error"]],
      on: "2026-11-02")
    let live = try answers(network)
    try FileManager.default.removeItem(atPath: network.log.directory + "/views.db")
    #expect(try answers(network) == live)
    try Views.rebuild(from: network.log)
    #expect(try answers(network) == live)
  }

  private func answers(_ network: SampleNetwork) throws -> [String] {
    try ViewCatalogue.all.flatMap { view in
      try ["2026-01-15", "2026-03-01", "2026-12-31", "2031-01-01"].flatMap { day in
        try [view.noun] + network.rows(view.noun, on: day).map(\.json.compact)
      }
    }
  }

  @Test func `Every view has a noun of its own and columns that differ`() {
    #expect(Set(ViewCatalogue.all.map(\.noun)).count == ViewCatalogue.all.count)
    for view in ViewCatalogue.all {
      let names = view.columns.map(\.name)
      #expect(Set(names).count == names.count, "\(view.noun)")
      #expect(view.id.map { names.contains($0) } != false, "\(view.noun)")
    }
  }

  @Test func `Every table has its key and its order among its columns`() {
    for table in TableCatalogue.standard.tables {
      let names = Set(table.definition.columns.map(\.name))
      #expect(names.isSuperset(of: table.definition.key), "\(table.definition.name)")
      #expect(
        names.isSuperset(of: table.definition.order.map(\.column)), "\(table.definition.name)")
    }
  }
}
