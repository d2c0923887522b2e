import TestKit
import Testing
import Values

@testable import admin

/// Those over a link, excused, absent, and guests on the command line, in each language.
@Suite struct RoomTalkTests {
  private static let rule = (
    "title: {en: Plenary}\n",
    "title: {en: Plenary}\n      remote: {quorum: true, vote: false, source: assumption}\n"
  )

  /// PT and ES in the room, FR over the link; a vote at 10:30, FR in the room from 11:00; a guest.
  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    try MotionNetwork.with([rule]) { network in
      var network = network
      network.now = "2026-11-23T18:00:00Z"
      for line in [
        "member admit HU --class member", "member admit IT --class member",
        "attendance excuse plenary-1 --member HU --reason other-meeting",
        "meeting open plenary-1 --present PT,ES --remote FR --time 10:00",
        "deliberation record plenary-1 --title Guide --consensus",
        "attendance move plenary-1 --member FR --to room --time 11:00",
        "guest arrive plenary-1 --state US --count 2 --time 11:10",
      ] {
        let told = network.run(line)
        #expect(told.status == .done, "\(line): \(told.talk)")
      }
      try body(network)
    }
  }

  private static func words(_ network: SampleNetwork, _ line: String) throws -> [String] {
    (try network.json(line).list ?? []).map { row in
      let name = row["member"]?.text ?? row["guest"]?.text ?? "-"
      return "\(name) \(row["way"]?.text ?? "-")"
    }
  }

  @Test(arguments: [
    ("--at 10:30", ["ES room", "FR remote", "PT room"]),
    ("--at 11:10", ["ES room", "FR room", "PT room", "US guest"]),
    ("--deliberation D-1", ["ES room", "FR remote", "PT room"]),
    (
      "--deliberation D-1 --all",
      ["ES room", "FR remote", "PT room", "CH absent", "HU excused", "IT absent"]
    ),
  ])
  func `The list is that of a minute, or of the room in which a vote was taken`(
    _ row: (options: String, lines: [String])
  ) throws {
    try Self.with { network in
      let words = try Self.words(network, "meeting attendance plenary-1 \(row.options)")
      #expect(words == row.lines)
    }
  }

  @Test(arguments: [
    "", " --at 10:00 --deliberation D-1", " --on 2026-11-23",
  ])
  func `Neither a time nor a vote, or both, is no question`(_ options: String) throws {
    try Self.with { network in
      let outcome = network.run("meeting attendance plenary-1\(options)")
      #expect(outcome.status == .usage && outcome.talk.contains("--deliberation"))
    }
  }

  @Test func `A vote that is none of the meeting is named with the nearest`() throws {
    try Self.with { network in
      let outcome = network.run("meeting attendance plenary-1 --deliberation D-7")
      #expect(outcome.status == .notFound && outcome.talk.contains("D-7"), "\(outcome.talk)")
    }
  }

  @Test(arguments: [
    ("en", "over the link", "excused"), ("pt", "à distância", "ausência justificada"),
    ("es", "a distancia", "excusada"),
  ])
  func `A table has words for the ways, and programs read codes`(
    _ row: (language: String, remote: String, excused: String)
  ) throws {
    try Self.with { network in
      let line = "meeting attendance plenary-1 --at 10:30 --all"
      let table = network.run("\(line) --lang \(row.language)").output
      #expect(table.contains(row.remote) && table.contains(row.excused), "\(table)")
      let csv = network.run("\(line) --csv --lang \(row.language)").output
      #expect(csv.contains("remote") && csv.contains("other-meeting"))
    }
  }

  @Test(arguments: [
    ("en", "FR attends over the link and may not vote", "--to room"),
    ("pt", "FR participa à distância e não pode votar", "--to room"),
    ("es", "FR participa a distancia y no puede votar", "--to room"),
  ])
  func `A vote over the link is refused with clause and way out`(
    _ row: (language: String, what: String, way: String)
  ) throws {
    try Self.with { network in
      #expect(
        network.run("attendance move plenary-1 --member FR --to remote --time 12:00").status
          == .done)
      let refused = network.run(
        "deliberation record plenary-1 --title X --names PT=for,FR=for --lang \(row.language)")
      #expect(refused.status == .refused && refused.talk.contains(row.what), "\(refused.talk)")
      #expect(refused.talk.contains("bodies.plenary.remote") && refused.talk.contains(row.way))
    }
  }

  @Test func `Guests are listed, shown and counted apart`() throws {
    try Self.with { network in
      let rows = try network.json("guest list plenary-1").list
      #expect(rows?.count == 1 && rows?.first?["guest"] == "US" && rows?.first?["count"] == 2)
      let meeting = try network.json("meeting show plenary-1")
      #expect(meeting["present"] == 3 && meeting["guests"] == 1)
      #expect(meeting["excused"] == ["HU"])
      #expect(network.run("guest show plenary-9").status == .notFound)
    }
  }

  @Test func `Minutes and the report tell of them, the public one without names`() throws {
    try Self.with { network in
      #expect(network.run("minutes draft plenary-1").status == .done)
      let minutes = network.run("minutes text plenary-1").output
      for sentence in [
        "Of these, 1 attended over the link: FR.",
        "1 delegation had excused itself: HU.",
        "As guest, without the right to vote, attended: US.",
        "The delegation of FR went on in the room from",
      ] { #expect(minutes.contains(sentence), "\(minutes)") }
      #expect(minutes.contains("absent without excuse: CH"), "\(minutes)")
      let full = network.run("meeting outcome plenary-1").output
      #expect(full.contains("1 guest: US"), "\(full)")
      let open = network.run("meeting outcome plenary-1 --public").output
      #expect(open.contains("1 guest") && !open.contains("US"), "\(open)")
    }
  }

  @Test func `An import holds the same acts`() throws {
    try Self.with { network in
      let file = try network.file(
        "acts.yaml",
        """
        - {do: guest arrive, meeting: plenary-1, organisation: Council of Europe}
        - {do: guest leave, meeting: plenary-1, number: 1, time: "12:00"}
        - {do: attendance move, meeting: plenary-1, member: ES, to: remote, time: "12:00"}
        """)
      let told = network.run(["import", file])
      #expect(told.status == .done, "\(told.talk)")
      #expect(
        try Self.words(network, "meeting attendance plenary-1 --at 12:30")
          == ["ES remote", "FR room", "PT room", "Council of Europe guest"])
    }
  }
}
