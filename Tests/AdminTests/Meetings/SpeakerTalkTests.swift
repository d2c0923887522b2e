import TestKit
import Testing
import Values

@testable import admin

/// The list of speakers on the command line, in each language.
@Suite struct SpeakerTalkTests {
  private static func rule(_ text: String) -> (String, String) {
    (
      "documents: P7D, source: assumption}}",
      "documents: P7D, source: assumption}, speaking: \(text)}"
    )
  }

  private static func with(
    _ rule: String = "{minutes: 5, times: 2, recorded: true, source: assumption}",
    _ body: (SampleNetwork) throws -> Void
  ) throws {
    try MotionNetwork.with([Self.rule(rule)]) { network in
      var network = network
      network.now = "2026-11-23T18:00:00Z"
      for line in [
        "agenda add budget --meeting plenary-1 --title Budget",
        "meeting open plenary-1 --present PT,ES,FR --time 10:00",
        "floor request plenary-1 --member PT --item budget --time 10:04",
        "floor request plenary-1 --member ES --item budget --time 10:04",
        "floor give plenary-1 --time 10:05",
        "floor request plenary-1 --member FR --point-of-order --time 10:06",
        "floor end plenary-1 --time 10:08", "floor give plenary-1 --time 10:08",
        "floor end plenary-1 --time 10:09", "floor give plenary-1 --time 10:09",
      ] {
        let told = network.run(line)
        #expect(told.status == .done, "\(line): \(told.talk)")
      }
      try body(network)
    }
  }

  private static func lines(_ network: SampleNetwork, _ line: String) throws -> [String] {
    (try network.json(line).list ?? []).map { row in
      ["member", "state", "place", "minutes", "total", "left"].map { name in
        let value = row[name] ?? .null
        return value.isNull ? "-" : value.text ?? value.canonicalText
      }.joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("10:07", ["PT speaking - 2 2 3", "FR waiting 1 - 0 -", "ES waiting 2 - 0 5"]),
    ("10:08", ["FR speaking - 0 0 -", "ES waiting 1 - 0 5", "PT spoken - 3 3 2"]),
    ("10:11", ["ES speaking - 2 2 3", "PT spoken - 3 3 2", "FR spoken - 1 0 -"]),
  ])
  func `At a minute it tells who speaks, who waits in order, and what is left`(
    _ row: (time: String, lines: [String])
  ) throws {
    try Self.with { network in
      let all = try Self.lines(network, "meeting speakers plenary-1 --at \(row.time)")
      let limited = all.map { $0.hasPrefix("FR") ? String($0.dropLast()) + "-" : $0 }
      #expect(limited == row.lines)
      let item = try Self.lines(
        network, "meeting speakers plenary-1 --at \(row.time) --item budget")
      #expect(item.allSatisfy { !$0.hasPrefix("FR") } && item.count == 2)
    }
  }

  @Test func `The times of each delegation are summed over the day`() throws {
    try Self.with { network in
      #expect(network.run("floor end plenary-1 --time 10:12").status == .done)
      let rows = try network.json("speaker list plenary-1").list
      #expect(rows?.map { $0["state"]?.text } == ["spoken", "spoken", "spoken"])
      #expect(rows?.compactMap { $0["minutes"]?.int } == [3, 3, 1])
      #expect(network.run("speaker show plenary-9").status == .notFound)
    }
  }

  @Test(arguments: [
    ("en", "PT has had 2 turns on this item; 2 are allowed.", "--point-of-order"),
    ("pt", "PT teve 2 intervenções sobre este ponto; são permitidas 2.", "--point-of-order"),
    ("es", "PT ha tenido 2 turnos sobre este punto; se permiten 2.", "--point-of-order"),
  ])
  func `A limit reached refuses the next request with its clause and a way out`(
    _ row: (language: String, what: String, way: String)
  ) throws {
    try Self.with { network in
      for line in [
        "floor end plenary-1 --time 10:10",
        "floor request plenary-1 --member PT --item budget --time 10:10",
        "floor give plenary-1 --time 10:10", "floor end plenary-1 --time 10:11",
      ] { #expect(network.run(line).status == .done, "\(line)") }
      let refused = network.run(
        "floor request plenary-1 --member PT --item budget --lang \(row.language)")
      #expect(refused.status == .refused && refused.talk.contains(row.what), "\(refused.talk)")
      #expect(refused.talk.contains("series.plenary.speaking") && refused.talk.contains(row.way))
      let order = network.run("floor request plenary-1 --member PT --point-of-order")
      #expect(order.status == .done, "\(order.talk)")
    }
  }

  @Test(arguments: [(true, true), (false, false)])
  func `Minutes say who spoke where the rules want it`(_ row: (recorded: Bool, says: Bool)) throws {
    try Self.with("{minutes: 5, recorded: \(row.recorded), source: assumption}") { network in
      #expect(network.run("floor end plenary-1 --time 10:12").status == .done)
      #expect(network.run("minutes draft plenary-1").status == .done)
      let minutes = network.run("minutes text plenary-1").output
      let sentence =
        "with their minutes in brackets and points of order with a star: PT (3) and ES (3)"
      #expect(minutes.contains("On item 1 the following") == row.says, "\(minutes)")
      #expect(minutes.contains(sentence) == row.says)
      #expect(minutes.contains(#"FR\* (1)"#) == row.says)
    }
  }

  @Test func `A list is closed, and a limit set for an item is told with its event`() throws {
    try Self.with { network in
      #expect(network.run("floor limit plenary-1 --item budget --times 1").status == .done)
      let limited = network.run("floor request plenary-1 --member PT --item budget")
      #expect(limited.status == .refused && limited.talk.contains("floor limit"), "\(limited.talk)")
      let wide = network.run("floor limit plenary-1 --item budget --minutes 9")
      #expect(wide.status == .refused && wide.talk.contains("series.plenary.speaking"))
      #expect(network.run("floor close plenary-1 --item budget").status == .done)
      let late = network.run("floor request plenary-1 --member FR --item budget")
      #expect(late.status == .refused && late.talk.contains("is closed"), "\(late.talk)")
    }
  }

  @Test(arguments: ["25:00", "noon"])
  func `A time that is none is refused with the form of one`(_ time: String) throws {
    try Self.with { network in
      let refused = network.run("meeting speakers plenary-1 --at \(time)")
      #expect(refused.status == .usage && refused.talk.contains("--at"))
    }
  }

  @Test func `A meeting at which nobody asked has an empty list`() throws {
    try MotionNetwork.with { network in
      let lines = try network.json("meeting speakers plenary-1 --at 10:00").list
      #expect(lines == [])
      #expect(network.run("meeting speakers plenary-9 --at 10:00").status == .notFound)
    }
  }
}
