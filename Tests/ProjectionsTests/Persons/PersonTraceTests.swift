import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// Everything that a log says of one person, and nothing that it says of another.
@Suite struct PersonTraceTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    try network.admit("PT")
    try network.record("person add", ["name": ["Ana Dias"], "email": ["ana@example.org"]])
    try network.addPerson("Rui Gil", on: "2026-02-01")
    try network.appoint("H-1", for: "PT", on: "2026-02-01")
    return network
  }

  private func trace(_ network: SampleNetwork, _ person: String = "H-1") throws -> PersonTrace {
    try PersonTrace(of: try #require(PersonID(person)), in: network.log)
  }

  @Test func `Own events come with their words, and events that name the person without`() throws {
    let trace = try trace(network())
    #expect(trace.entries.map(\.reason) == [.own, .named])
    #expect(trace.entries.map(\.event.type) == ["person.registered", "appointment.made"])
    #expect(trace.entries[0].words == ["name": "Ana Dias", "email": "ana@example.org"])
    #expect(trace.entries[1].words == [:])
    #expect(trace.entries[1].command?.name == "seat appoint")
    #expect(trace.words == ["Ana Dias", "ana@example.org"])
  }

  @Test func `Nothing of another person is told`() throws {
    let network = try network()
    try network.record("seat replace", ["seat": ["PT.contact_point.1"], "person": ["H-2"]])
    for (person, other) in [("H-1", "H-2"), ("H-2", "H-1")] {
      for entry in try trace(network, person).entries {
        #expect(!entry.data.canonicalText.contains("\"\(other)\""))
        #expect(entry.event.stream.id != other)
      }
    }
  }

  @Test func `A word in clear is found where somebody wrote it`() throws {
    let network = try network()
    try network.record(
      "member end", ["member": ["PT"], "reason": ["as Ana Dias asked"]], on: "2026-03-01")
    try network.record("member admit", ["member": ["ES"], "class": ["member"]])
    let trace = try trace(network)
    #expect(trace.entries.last?.reason == .clear)
    #expect(trace.positionsInClear == [trace.entries.last?.event.position])
    #expect(try self.trace(network, "H-2").positionsInClear == [])
  }

  @Test func `Words that can no longer be opened are looked for when they are given`() throws {
    let network = try network()
    try network.record("member end", ["member": ["PT"], "reason": ["for Ana Dias"]])
    try network.record("person erase", ["person": ["H-1"], "basis": ["law"]])
    let person = try #require(PersonID("H-1"))
    #expect(try PersonTrace(of: person, in: network.log).positionsInClear == [])
    let given = try PersonTrace(of: person, in: network.log, words: ["Ana Dias"])
    #expect(given.positionsInClear.count == 1)
  }

  @Test func `A short word is not looked for, since it stands in many a text by chance`() throws {
    let network = try SampleNetwork()
    try network.addPerson("Eva")
    try network.admit("PT")
    try network.record("member end", ["member": ["PT"], "reason": ["Evaluation by Eva"]])
    #expect(try trace(network).positionsInClear == [])
  }

  @Test func `Refused acts about the person are told, and all that the person asked for`() throws {
    let network = try network()
    let again = ["member": ["PT"], "kind": ["contact_point"], "person": ["H-1"]]
    for _ in 1...2 { try network.record("seat appoint", again) }
    try network.record("member admit", ["member": ["PT"], "class": ["member"]], as: "H-1")
    try network.record("member admit", ["member": ["ES"], "class": ["member"]], as: "H-2")
    let acts = try trace(network).acts
    #expect(acts.contains { $0.actor == "H-1" && $0.name == "member admit" })
    #expect(acts.allSatisfy { $0.actor == "H-1" || $0.verdict == .refused })
    #expect(acts.allSatisfy { $0.actor != "H-2" })
  }

  @Test func `Of an erased person the words are gone and the places stay`() throws {
    let network = try network()
    let before = try trace(network).entries.map(\.event.position)
    try network.record("person erase", ["person": ["H-1"], "basis": ["law"]])
    let after = try trace(network)
    #expect(after.entries.map(\.event.position).starts(with: before))
    #expect(after.entries[0].words == ["name": nil, "email": nil] && after.words == [])
  }

  @Test func `A person without history has no trace`() throws {
    let trace = try trace(network(), "H-9")
    #expect(trace.entries.isEmpty && trace.acts.isEmpty && trace.words.isEmpty)
  }

  private static let values: [(json: JSON, found: Bool)] = [
    ("H-1", true), (["a": ["b": "H-1"]], true), (["H-1": 1], true), (["H-10", "xH-1"], false),
    (.null, false), (1, false), ([:], false),
  ]

  @Test(arguments: values)
  func `An id is found as a whole value or name, however deep`(_ row: (json: JSON, found: Bool)) {
    #expect(row.json.holds { $0 == "H-1" } == row.found)
  }

  @Test func `What is hidden gets a sign, and the rest stays`() {
    let json: JSON = ["a": "H-2", "H-2": ["x", "H-2", 3, true], "b": .null]
    let shown = json.replacing { $0 == "H-2" }
    #expect(shown == ["a": "…", "…": ["x", "…", 3, true], "b": .null])
  }
}
