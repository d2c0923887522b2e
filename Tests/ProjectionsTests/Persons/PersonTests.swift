import EventStore
import Foundation
import Governance
import TestKit
import Testing
import Values

@testable import Projections

@Suite struct PersonTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    try network.admit("PT")
    try network.record(
      "person add",
      [
        "name": ["Ana Dias"], "email": ["ana@example.org"], "phone": ["+351 1"],
        "languages": ["pt", "en"],
      ], on: "2026-01-10")
    try network.appoint("H-1", for: "PT", on: "2026-02-01")
    return network
  }

  @Test func `A person is listed with words opened from the log`() throws {
    #expect(
      try network().rows("person", on: "2026-03-01").lines("person", "name", "email", "phone") == [
        "H-1 Ana Dias ana@example.org +351 1"
      ])
  }

  @Test func `The file of the views holds none of these words`() throws {
    let network = try network()
    _ = try network.rows("directory", on: "2026-03-01")
    let path = network.log.directory + "/views.db"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for word in ["Ana Dias", "ana@example.org", "+351 1"] {
      #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)")
    }
    #expect(bytes.range(of: Data("H-1".utf8)) != nil)
  }

  @Test func `A person whose key is gone stands without words`() throws {
    let network = try network()
    try network.log.destroyKey(of: "H-1")
    #expect(
      try network.rows("person", on: "2026-03-01").lines("person", "name", "languages") == [
        "H-1 - [\"pt\",\"en\"]"
      ])
  }

  @Test func `A later change of words counts from its day`() throws {
    let network = try network()
    try network.record(
      "person edit", ["person": ["H-1"], "email": ["dias@example.org"]], on: "2026-06-01")
    #expect(
      try network.rows("person", on: "2026-05-31").lines("name", "email") == [
        "Ana Dias ana@example.org"
      ])
    #expect(
      try network.rows("person", on: "2026-06-01").lines("name", "email") == [
        "Ana Dias dias@example.org"
      ])
  }

  @Test func `The directory names each contact point with its seat and languages`() throws {
    let network = try network()
    #expect(
      try network.rows("directory", on: "2026-03-01").lines(
        "member", "seat", "name", "languages", "since", "state") == [
          "PT PT.contact_point.1 Ana Dias [\"pt\",\"en\"] 2026-02-01 held"
        ])
    #expect(try network.rows("directory", on: "2026-01-31") == [])
  }

  @Test func `A replaced contact point changes exactly that row of the directory`() throws {
    let network = try network()
    try network.admit("ES")
    for name in ["Eva Sol", "Rui Gil"] { try network.addPerson(name) }
    try network.appoint("H-2", for: "ES", on: "2026-02-01")
    let before = try network.rows("directory", on: "2026-07-01")
    try network.record(
      "seat replace", ["seat": ["PT.contact_point.1"], "person": ["H-3"]], on: "2026-06-01")
    let after = try network.rows("directory", on: "2026-07-01")
    #expect(before.lines("member", "name") == ["ES Eva Sol", "PT Ana Dias"])
    #expect(after.lines("member", "name") == ["ES Eva Sol", "PT Rui Gil"])
    #expect(before.first == after.first)
  }
}
