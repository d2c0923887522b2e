import EventStore
import Foundation
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// What the lists say of somebody who was erased: the number, on whatever day and as known whenever.
@Suite struct ErasedPersonTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    try network.admit("PT")
    try network.record(
      "person add", ["name": ["Ana Dias"], "email": ["ana@example.org"], "languages": ["pt"]],
      on: "2026-01-10")
    try network.addPerson("Rui Gil")
    try network.appoint("H-1", for: "PT", on: "2026-02-01")
    return network
  }

  private func erase(_ network: SampleNetwork) throws {
    try network.record("person erase", ["person": ["H-1"], "basis": ["law"]])
    try Views.rebuild(from: network.log)
  }

  @Test(arguments: ["2026-01-10", "2026-03-01", "2026-11-23", "2027-06-30"])
  func `An erased person has a number and a day of erasure, and no word on any day`(_ day: String)
    throws
  {
    let network = try network()
    try erase(network)
    #expect(
      try network.rows("person", on: day).lines(
        "person", "name", "email", "phone", "languages", "specialities", "erased_on")
        == ["H-1 - - - - - 2026-11-23", "H-2 Rui Gil - - [\"pt\"] [] -"])
  }

  @Test func `The directory keeps the seat and shows nobody's name`() throws {
    let network = try network()
    try erase(network)
    #expect(
      try network.rows("directory", on: "2026-03-01").lines(
        "member", "person", "name", "email", "languages", "since", "state", "erased_on")
        == ["PT H-1 - - - 2026-02-01 held 2026-11-23"])
  }

  @Test func `As it was known before, the name is gone as well`() throws {
    let network = try network()
    let before = try network.log.head().position
    try erase(network)
    let view = try #require(ViewCatalogue.view("person"))
    let views = try Views.open(for: network.log, knownAt: before)
    let rows = try view.rows(views, try #require(Day("2026-03-01")))
    #expect(rows.lines("person", "name", "erased_on").first == "H-1 - 2026-11-23")
  }

  @Test func `Views made anew are equal to those that followed`() throws {
    let network = try network()
    _ = try network.rows("person", on: "2026-03-01")
    try network.record("person erase", ["person": ["H-1"], "basis": ["law"]])
    #expect(try Views.differences(from: network.log) == [])
    try Views.rebuild(from: network.log)
    #expect(try Views.differences(from: network.log) == [])
  }

  @Test func `Seats, members and counts are what they were on every day`() throws {
    let network = try network()
    let nouns = ["seat", "member", "coverage", "obligation", "board", "meeting"]
    let days = ["2026-01-31", "2026-02-01", "2026-11-23", "2030-02-01"]
    let before = try nouns.map { noun in try days.map { try network.rows(noun, on: $0) } }
    try erase(network)
    let after = try nouns.map { noun in try days.map { try network.rows(noun, on: $0) } }
    #expect(before == after)
  }

  @Test func `A person who never was there has no words and no erasure`() throws {
    let network = try network()
    let words = try Views.open(for: network.log).personalWords(on: SampleNetwork.today)
    let known = try words.known(of: "H-9")
    #expect(known.values == [.null, .null, .null] && known.erasedOn == nil)
    #expect(try words.known(of: "").erasedOn == nil)
  }
}
