import TestKit
import Testing
import Values

@testable import admin

/// The planned time of a meeting on the command line and in its papers.
@Suite struct PlannedTimeTests {
  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    try MotionNetwork.with { network in
      let told = network.run(
        "meeting plan plenary --from 2026-12-14 --starts 09:00 --zone Europe/Amsterdam "
          + "--format hybrid --link https://meet.example/plenary")
      #expect(told.status == .done, "\(told.talk)")
      try body(network)
    }
  }

  private static let hasZones = Zone.named("Europe/Athens") != nil

  @Test(
    .enabled(if: hasZones),
    arguments: [
      ("", "2026-12-14T09:00+01:00"), (" --zone Europe/Athens", "2026-12-14T10:00+02:00"),
      (" --zone UTC", "2026-12-14T08:00+00:00"),
    ])
  func `The same meeting is at nine in The Hague and at ten in Athens`(
    _ row: (option: String, text: String)
  ) throws {
    try Self.with { network in
      let shown = try network.json("meeting show plenary-2\(row.option)")
      #expect(shown["begins_at"]?.text == row.text && shown["starts"] == "09:00")
      let listed = try network.json("meeting list\(row.option)").list?
        .first { $0["meeting"] == "plenary-2" }
      #expect(listed?["begins_at"]?.text == row.text)
    }
  }

  @Test(.enabled(if: hasZones))
  func `A table shows the time where a zone was asked for`() throws {
    try Self.with { network in
      #expect(network.run("meeting list --zone Europe/Athens").output.contains("T10:00+02:00"))
      #expect(!network.run("meeting list").output.contains("T09:00"))
    }
  }

  @Test(arguments: ["Europe/Atlantis", "Athens", "../../etc/passwd", "/etc/localtime"])
  func `A zone that there is not is refused with the form of one`(_ zone: String) throws {
    try Self.with { network in
      for line in ["meeting list", "meeting show plenary-2", "meeting convocation plenary-2"] {
        let refused = network.run("\(line) --zone \(zone)")
        #expect(refused.status == .usage && refused.talk.contains("Europe/Lisbon"), "\(line)")
      }
    }
  }

  @Test(
    .enabled(if: hasZones),
    arguments: [
      ("en", "09:00 (Amsterdam time)", "In your time zone"),
      ("pt", "09:00 (hora de Amesterdão)", "No seu fuso horário"),
      ("es", "09:00 (hora de Ámsterdam)", "En su huso horario"),
    ])
  func `The invitation has the time with its zone, the link, and the reader's time`(
    _ row: (language: String, time: String, own: String)
  ) throws {
    try Self.with { network in
      let paper = network.run(
        "meeting convocation plenary-2 --zone Europe/Athens --lang \(row.language)"
      ).output
      #expect(paper.contains(row.time), "\(paper)")
      #expect(paper.contains(row.own) && paper.contains("2026-12-14T10:00+02:00"))
      #expect(paper.contains("https://meet.example/plenary"))
      let plain = network.run("meeting convocation plenary-2 --lang \(row.language)").output
      #expect(!plain.contains(row.own))
    }
  }

  @Test func `No other paper has the link`() throws {
    try Self.with { network in
      for line in ["meeting outcome plenary-2", "meeting outcome plenary-2 --public"] {
        let paper = network.run(line).output
        #expect(paper.contains("09:00 (Amsterdam time)"), "\(paper)")
        #expect(!paper.contains("meet.example"), "\(line)")
      }
    }
  }

  @Test(arguments: [
    ("en", "There is no time zone Europe/Atlantis."),
    ("pt", "Não há nenhum fuso horário Europe/Atlantis."),
    ("es", "No hay ningún huso horario Europe/Atlantis."),
  ])
  func `An unknown zone is refused and nothing is recorded`(
    _ row: (language: String, what: String)
  ) throws {
    try Self.with { network in
      let count = network.eventCount
      let refused = network.run(
        "meeting plan plenary --from 2026-12-20 --starts 09:00 --zone Europe/Atlantis "
          + "--lang \(row.language)")
      #expect(refused.status == .badData && refused.talk.contains(row.what), "\(refused.talk)")
      #expect(network.eventCount == count)
    }
  }

  @Test func `A move of the time is told, and the days stay`() throws {
    try Self.with { network in
      let told = network.run("meeting move plenary-2 --starts 14:00 --reason 'the host asked'")
      #expect(told.status == .done, "\(told.talk)")
      let shown = try network.json("meeting show plenary-2")
      #expect(shown["starts"] == "14:00" && shown["zone"] == "Europe/Amsterdam")
      #expect(shown["from"] == "2026-12-14" && shown["link"] == "https://meet.example/plenary")
      let inPerson = network.run("meeting move plenary-2 --format in-person --reason quiet")
      #expect(inPerson.status == .done, "\(inPerson.talk)")
      #expect(try network.json("meeting show plenary-2")["link"] == .null)
    }
  }
}
