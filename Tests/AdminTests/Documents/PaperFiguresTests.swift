import Foundation
import Testing
import Values

@testable import admin

/// Every figure in the documents is counted again from the events.
@Suite struct PaperFiguresTests {
  private static func events(_ network: SampleNetwork) throws -> [JSON] {
    try network.json("log list").list ?? []
  }

  private static func data(_ type: String, _ id: String, _ network: SampleNetwork) throws -> JSON {
    let event = try events(network).first { event in
      event["type"]?.text == type && (event["stream"]?.text ?? "").hasSuffix(id)
    }
    return try #require(event?["data"], "\(type) \(id)")
  }

  private static func blocks(_ line: String, _ network: SampleNetwork) throws -> [JSON] {
    try network.json(line)["blocks"]?.list ?? []
  }

  private static func text(_ place: String, _ line: String, _ network: SampleNetwork) throws
    -> String
  {
    let block = try blocks(line, network).first { $0["place"]?.text == place }
    return try #require(block?["text"]?.text, "\(place)")
  }

  /// The numbers that stand in a sentence, in their order.
  private static func numbers(_ text: String) -> [Int] {
    text.matches(of: /[0-9]+/).compactMap { Int($0.output) }
  }

  private static func played(_ body: (SampleNetwork) throws -> Void) throws {
    try PaperNetwork.with { founded in try body(PaperNetwork.play(in: founded)) }
  }

  /// Who is in the room after the events up to a type of deliberation: members and those represented.
  private static func room(before deliberation: String, _ network: SampleNetwork) throws
    -> (present: Set<String>, represented: Set<String>)
  {
    var present: Set<String> = []
    var represented: Set<String> = []
    for event in try events(network) {
      let data = event["data"] ?? .null
      if event["stream"]?.text == "deliberation-\(deliberation)" { break }
      switch event["type"]?.text {
      case "meeting.opened": present = Set(data["present"]?.list?.compactMap(\.text) ?? [])
      case "delegation.arrived":
        present.insert(data["member"]?.text ?? "")
        if data["represented_by"] != nil { represented.insert(data["member"]?.text ?? "") }
      case "delegation.departed": present.remove(data["member"]?.text ?? "")
      default: continue
      }
    }
    return (present, represented)
  }

  @Test func `The six numbers of the budget are those of its votes and of the room`() throws {
    try Self.played { network in
      let data = try Self.data("deliberation.rejected", "D-3", network)
      let votes = data["names"]?.list?.compactMap { $0["vote"]?.text } ?? []
      let room = try Self.room(before: "D-3", network)
      let entitled = try Self.events(network).count { $0["type"]?.text == "member.admitted" }
      func count(_ word: String) -> Int { votes.count { $0 == word } }
      let cast = votes.count - count("recused")
      // More than half of all members, abstentions counted: the rule of the EJCN for any matter.
      let needed = entitled / 2 + 1
      let expected = [
        entitled, room.present.count, room.represented.count, count("recused"), cast,
        count("for"), count("against"), count("abstain"), cast, needed, entitled,
      ]
      for line in [
        "minutes text plenary-1", "meeting outcome plenary-1", "deliberation extract D-3",
      ] {
        #expect(try Self.numbers(Self.text("D-3.votes", line, network)) == expected, "\(line)")
      }
      #expect(count("for") < needed)
      #expect(
        try Self.text("D-3.outcome", "minutes text plenary-1", network).contains("not adopted"))
    }
  }

  @Test func `The quorum and the delegations at the opening are those of its event`() throws {
    try Self.played { network in
      let data = try Self.data("meeting.opened", "plenary-1", network)
      let present = data["present"]?.list?.compactMap(\.text) ?? []
      let entitled = try Self.events(network).count { $0["type"]?.text == "member.admitted" }
      let minutes = "minutes text plenary-1"
      #expect(
        try Self.numbers(Self.text("quorum", minutes, network))
          == [entitled, present.count, entitled / 2 + 1])
      let sentence = try Self.text("present", minutes, network)
      #expect(Self.numbers(sentence) == [present.count])
      for member in present { #expect(sentence.contains(member)) }
    }
  }

  @Test func `Notice, freeze and duration are counted from the days and the items`() throws {
    try Self.played { network in
      let convened = try Self.data("meeting.convened", "plenary-1", network)["on"]?.text
      let planned = try Self.data("meeting.planned", "plenary-1", network)["from"]?.text
      let notice = try #require(convened.flatMap { Day($0) })
        .days(until: try #require(planned.flatMap { Day($0) }))
      let json = try network.json("meeting convocation plenary-1")
      let facts = (json["blocks"]?.list ?? []).flatMap { $0["facts"]?.list ?? [] }
      #expect(facts.first { $0["name"] == "Notice" }?["text"]?.text == "\(notice) days")
      let minutes = try Self.events(network)
        .filter { $0["type"]?.text == "item.added" }
        .compactMap { $0["data"]?["minutes"]?.int }
      let total = (json["blocks"]?.list ?? []).compactMap { $0["text"]?.text }
        .first { $0.hasPrefix("Time planned") }
      #expect(total == "Time planned: \(minutes.reduce(0, +)) minutes.")
    }
  }

  @Test func `Every sentence of the minutes names events that are about the meeting`() throws {
    try Self.played { network in
      let types = Dictionary(
        try Self.events(network).compactMap { event in
          event["position"]?.int.map { ($0, event["type"]?.text ?? "") }
        }, uniquingKeysWith: { first, _ in first })
      let silent: Set<String> = ["agenda", "course", "annex", "corrigenda", "states"]
      for block in try Self.blocks("minutes text plenary-1", network) {
        guard let place = block["place"]?.text, !silent.contains(place) else { continue }
        let events = block["events"]?.list?.compactMap(\.int) ?? []
        #expect(!events.isEmpty, "\(place)")
        for event in events {
          let type = types[event] ?? ""
          let families = ["meeting.", "delegation.", "deliberation.", "item.", "minutes."]
          #expect(families.contains { type.hasPrefix($0) }, "\(place): \(type)")
        }
      }
    }
  }

  @Test func `One vote changed changes the sentences of that deliberation and no other`() throws {
    try PaperNetwork.with { founded in
      let count = PaperNetwork.story.count - 6
      var network = try PaperNetwork.play(count, in: founded)
      let before = try Self.blocks("minutes text plenary-1", network)
      let event = try #require(
        try Self.events(network).first { $0["stream"]?.text == "deliberation-D-4" })
      let position = try #require(event["position"]?.int)
      network.now = "2026-11-25T08:00:00Z"
      let corrected = network.run(
        "event correct \(position) --set 'reason=the host left' --reason 'typing error' --quiet")
      #expect(corrected.status == .done, "\(corrected.talk)")
      #expect(network.run("minutes draft plenary-1 --quiet").status == .done)
      let after = try Self.blocks("minutes text plenary-1", network)
      let changed = zip(before, after).filter { $0 != $1 && $0["kind"] != "facts" }
      #expect(changed.map { $0.0["place"]?.text } == ["D-4.outcome"])
      let told = network.run("minutes compare plenary-1 1 2 --json")
      #expect(told.status == .differences)
      let rows = try JSON(parsing: told.output).list ?? []
      #expect(rows.map { $0["place"]?.text } == ["D-4.outcome"])
      #expect(rows.first?["change"]?.text?.contains("[-no time-] {+the host+} left.") == true)
      let causes = rows.first?["causes"]?.list?.compactMap(\.int) ?? []
      let types = try Self.events(network).filter { causes.contains($0["position"]?.int ?? 0) }
      #expect(types.map { $0["type"]?.text } == ["event.corrected"])
    }
  }
}
