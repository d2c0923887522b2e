import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// A field with `ref` names a thing that is there.
@Suite struct RegisterReferenceTests {
  private static let visits = """
    events:
      sample.visit.paid:
        version: 1
        title: {en: Visit paid}
        payload:
          type: object
          properties:
            host: {type: string, ref: member}
            guide: {type: string, ref: person}
            seat: {type: string, ref: seat}
            body: {type: string, ref: body}
            meeting: {type: string, ref: meeting}
            decided: {type: string, ref: deliberation}
            programme: {type: string, ref: programme}
            subgroup: {type: string, ref: subgroup}
            place: {type: string}
            guests: {type: array, maxItems: 5, items: {type: string, ref: member}}
            report: {type: object, properties: {author: {type: string, ref: member}}}

    """

  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork(adding: Self.visits)
    for member in ["PT", "ES"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.record("person add", ["name": ["Ana Example"]])
    return network
  }

  private func register(_ set: String..., in network: SampleNetwork) throws -> Answer {
    try network.record("event register", ["type": ["sample.visit.paid"], "set": set])
  }

  private func refusal(_ set: String...) throws -> Refusal? {
    let network = try network()
    do {
      _ = try network.record("event register", ["type": ["sample.visit.paid"], "set": set])
      return nil
    } catch let refusal as Refusal {
      return refusal
    }
  }

  @Test(arguments: [
    "host=PT", "guide=H-1", "body=plenary", "guests=ES", "report.author=PT", "place=Nowhere",
  ])
  func `An event that names things that are there is recorded`(_ field: String) throws {
    #expect(try register(field, in: network()).verdict == .accepted)
  }

  @Test(arguments: [
    ("host=PX", "host", "PX", "PT"), ("guide=H-2", "guide", "H-2", "H-1"),
    ("body=plenari", "body", "plenari", "plenary"), ("guests=EZ", "guests", "EZ", "ES"),
    ("report.author=TP", "report.author", "TP", "PT"),
  ])
  func `One that names what is not there is refused with the nearest that is`(
    _ row: (set: String, field: String, found: String, nearest: String)
  ) throws {
    let refusal = try #require(try refusal(row.set))
    #expect(refusal.code.name == "payload-reference-unknown")
    #expect(refusal.code.exit == .notFound)
    #expect(refusal.values["field"] == .text(row.field))
    #expect(refusal.values["found"] == .text(row.found))
    #expect(refusal.ways == [Note("use-nearest", ["nearest": .text(row.nearest)])])
  }

  @Test(arguments: [
    ("meeting=plenary-9", "meeting"), ("decided=D-1", "deliberation"), ("seat=x", "seat"),
    ("programme=programme-1", "programme"), ("subgroup=cloud", "subgroup"),
  ])
  func `Where nothing is near, the list is named`(_ row: (set: String, noun: String)) throws {
    let refusal = try #require(try refusal(row.set))
    #expect(refusal.values["noun"] == .word("noun.\(row.noun)"))
    #expect(refusal.ways == [Note("see-list", ["noun": .text(row.noun)])])
  }

  @Test func `Of bodies, which the rules name, all are told`() throws {
    let refusal = try #require(try refusal("body=parliament-of-everybody"))
    let known = try SampleRules.rules().bodies.map(\.id)
    #expect(refusal.ways == [Note("use-one-of", ["known": .list(known)])])
  }

  @Test func `Each item of a list is looked up`() throws {
    let refusal = try #require(try refusal("guests=PT", "guests=ES", "guests=QQ"))
    #expect(refusal.values["found"] == .text("QQ"))
  }

  @Test func `What is refused so is not recorded`() throws {
    let network = try network()
    let before = try network.log.head().position
    #expect(throws: Refusal.self) { try register("host=PX", in: network) }
    #expect(try network.log.head().position == before)
  }
}
