import Foundation
import TestKit
import Testing
import Values

@testable import admin

/// `meeting calendar`: meetings as a file for calendar programs, read here by a reader of its own.
@Suite struct CalendarFileTests {
  private static let hasZones = Zone.named("Europe/Athens") != nil

  /// The motion network, where plenary-1 is convened for 23 November, with plenary-2 as the options say.
  private static func with(
    _ options: String = "--from 2026-12-14 --starts 09:00 --zone Europe/Amsterdam",
    _ body: (SampleNetwork) throws -> Void
  ) throws {
    try MotionNetwork.with { network throws in
      let told = network.run("meeting plan plenary \(options)")
      #expect(told.status == .done, "\(told.talk)")
      try body(network)
    }
  }

  private static func read(_ network: SampleNetwork, _ line: String) throws -> CalendarReader {
    let outcome = network.run("meeting calendar \(line)")
    #expect(outcome.status == .done, "\(outcome.talk)")
    return try CalendarReader(outcome.output)
  }

  private static func only(_ reader: CalendarReader) throws -> CalendarReader.Component {
    #expect(reader.events.count == 1)
    return try #require(reader.events.first)
  }

  private static func seconds(_ text: String) throws -> Int {
    Int(try #require(Instant(text)).microseconds / 1_000_000)
  }

  @Test(
    .enabled(if: hasZones),
    arguments: [
      ("2026-12-14", "2026-12-14T08:00:00Z", "20261214"),
      // The clocks change in the night to 29 March 2027 and to 31 October 2027.
      ("2027-03-27", "2027-03-27T08:00:00Z", "20270327"),
      ("2027-03-28", "2027-03-28T07:00:00Z", "20270328"),
      ("2027-10-30", "2027-10-30T07:00:00Z", "20271030"),
      ("2027-10-31", "2027-10-31T08:00:00Z", "20271031"),
    ])
  func `Nine in The Hague is ten in Athens, on either side of a change of the clocks`(
    _ row: (day: String, moment: String, stamp: String)
  ) throws {
    try Self.with("--from \(row.day) --starts 09:00 --zone Europe/Amsterdam") { network throws in
      for (option, zone, time) in [
        ("", "Europe/Amsterdam", "T090000"), (" --zone Europe/Athens", "Europe/Athens", "T100000"),
      ] {
        let reader = try Self.read(network, "plenary-2\(option)")
        let event = try Self.only(reader)
        #expect(event.value("DTSTART") == row.stamp + time)
        #expect(event.parameter("TZID", of: "DTSTART") == zone)
        #expect(try reader.seconds("DTSTART", of: event) == Self.seconds(row.moment))
        #expect(reader.calendar.parts.count { $0.kind == "VTIMEZONE" } == 1)
      }
      let utc = try Self.read(network, "plenary-2 --zone UTC")
      let event = try Self.only(utc)
      #expect(event.value("DTSTART")?.hasSuffix("Z") == true)
      #expect(try utc.seconds("DTSTART", of: event) == Self.seconds(row.moment))
      #expect(!utc.calendar.parts.contains { $0.kind == "VTIMEZONE" })
    }
  }

  @Test(
    .enabled(if: hasZones),
    arguments: [
      "Europe/Lisbon", "Europe/Dublin", "America/Sao_Paulo", "Africa/Casablanca", "Asia/Kathmandu",
      "Australia/Sydney",
    ])
  func `The zone in the file agrees with another reader of the same data`(_ name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    for day in ["2027-01-20", "2027-04-10", "2027-07-20", "2027-10-20"] {
      try Self.with("--from \(day) --starts 15:30 --zone \(name)") { network throws in
        let reader = try Self.read(network, "plenary-2")
        let moment = try reader.seconds("DTSTART", of: Self.only(reader))
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment)))
        #expect(try Self.seconds("\(day)T15:30:00Z") == moment + offset, "\(day)")
      }
    }
  }

  @Test func `A meeting without a time has whole days, and several days end after the last one`()
    throws
  {
    try Self.with("--from 2026-12-14 --until 2026-12-15") { network throws in
      let event = try Self.only(Self.read(network, "plenary-2"))
      #expect(event.value("DTSTART") == "20261214" && event.value("DTEND") == "20261216")
      #expect(event.parameter("VALUE", of: "DTSTART") == "DATE")
    }
    try Self.with("--from 2026-12-31") { network throws in
      let event = try Self.only(Self.read(network, "plenary-2"))
      #expect(event.value("DTSTART") == "20261231" && event.value("DTEND") == "20270101")
    }
  }

  @Test(.enabled(if: hasZones))
  func `A time has an end where the meeting has several days`() throws {
    try Self.with("--from 2026-12-14 --until 2026-12-15 --starts 09:00 --zone Europe/Amsterdam") {
      network throws in
      let event = try Self.only(Self.read(network, "plenary-2"))
      #expect(event.value("DTSTART") == "20261214T090000")
      #expect(event.value("DTEND") == "20261216T000000")
    }
    try Self.with { network throws in
      #expect(try Self.only(Self.read(network, "plenary-2")).value("DTEND") == nil)
    }
  }

  @Test func `A meeting keeps its name, and its number rises with each change`() throws {
    try Self.with { network throws in
      let planned = try Self.only(Self.read(network, "plenary-2"))
      #expect(planned.value("SEQUENCE") == "0" && planned.value("STATUS") == "TENTATIVE")
      var former = 0
      for (line, status) in [
        ("meeting move plenary-2 --from 2026-12-16 --reason asked", "TENTATIVE"),
        ("meeting move plenary-2 --starts 14:00 --reason asked", "TENTATIVE"),
        ("meeting cancel plenary-2 --reason snow", "CANCELLED"),
      ] {
        let told = network.run(line)
        #expect(told.status == .done, "\(told.talk)")
        let event = try Self.only(Self.read(network, "plenary-2"))
        #expect(event.value("UID") == planned.value("UID"))
        #expect(event.value("STATUS") == status)
        let number = Int(event.value("SEQUENCE") ?? "") ?? 0
        #expect(number > former, "\(line)")
        former = number
      }
    }
  }

  @Test func `A move that is struck raises the number all the same`() throws {
    try Self.with { network throws in
      _ = network.run("meeting move plenary-2 --from 2026-12-16 --reason asked")
      let moved = try Self.only(Self.read(network, "plenary-2"))
      let position = try #require(try network.json("log list").list?.last?["position"]?.int)
      let struck = network.run("event correct \(position) --strike --reason mistaken")
      #expect(struck.status == .done, "\(struck.talk)")
      let event = try Self.only(Self.read(network, "plenary-2"))
      #expect(event.value("DTSTART")?.hasPrefix("20261214") == true)
      #expect(moved.value("SEQUENCE") == "1" && event.value("SEQUENCE") == "2")
    }
  }

  @Test func `One that was called off is taken back, among others it stays with its state`() throws
  {
    try Self.with { network throws in
      #expect(try Self.read(network, "plenary-2").calendar.value("METHOD") == "PUBLISH")
      _ = network.run("meeting cancel plenary-2 --reason snow")
      #expect(try Self.read(network, "plenary-2").calendar.value("METHOD") == "CANCEL")
      let all = try Self.read(network, "")
      #expect(all.calendar.value("METHOD") == "PUBLISH")
      #expect(all.events.map { $0.value("STATUS") } == ["CONFIRMED", "CANCELLED"])
      #expect(Set(all.events.map { $0.value("UID") }).count == 2)
    }
  }

  @Test func `Nothing of the words breaks a line or ends a value`() throws {
    let title = #"Assembleia; "nona", plenária \ décima"#
    let place = "Palácio da Justiça, Rua Augusta, 1100-053 Lisboa — sala das sessões públicas"
    try Self.with("--from 2026-12-14 --title '\(title)' --place '\(place)'") { network throws in
      let event = try Self.only(Self.read(network, "plenary-2"))
      #expect(CalendarReader.plain(event.value("SUMMARY")).contains(title))
      #expect(CalendarReader.plain(event.value("LOCATION")) == place)
      #expect(event.value("SUMMARY")?.contains(#"Assembleia\; "nona"\, plenária \\ "#) == true)
      #expect(event.value("ORGANIZER") != nil)
    }
  }

  @Test(arguments: [("", true), (" --public", false)])
  func `The link stands in no file for everybody`(_ row: (option: String, stands: Bool)) throws {
    let link = "https://meet.example/plenary"
    try Self.with("--from 2026-12-14 --format hybrid --link \(link)") { network throws in
      for meeting in ["plenary-2", ""] {
        let outcome = network.run("meeting calendar \(meeting)\(row.option)").output
        let unfolded = outcome.replacing("\r\n ", with: "")
        #expect(unfolded.contains("meet.example") == row.stands)
        #expect(unfolded.contains("CLASS:\(row.stands ? "PRIVATE" : "PUBLIC")"))
        #expect(unfolded.contains("DESCRIPTION:in person and by videoconference"))
      }
    }
  }

  @Test func `The same log gives the same bytes, on the screen and in a file`() throws {
    try Self.with { network throws in
      let path = network.folder + "/meetings.ics"
      let shown = network.run("meeting calendar").output
      var later = network
      later.now = "2027-05-01T12:00:00Z"
      #expect(later.run("meeting calendar").output == shown)
      let written = network.run("meeting calendar --to \(path)")
      #expect(written.status == .done && written.talk.contains(path))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == shown)
      let again = network.run("meeting calendar --to \(path)")
      #expect(again.status == .cannotCreate)
    }
  }

  @Test(arguments: [
    ("en", "No first day of the meeting plenary-2 is known"),
    ("pt", "Não se conhece o primeiro dia da reunião plenary-2"),
    ("es", "No se conoce el primer día de la reunión plenary-2"),
  ])
  func `A meeting of a month has no place in a calendar, and is told how to get one`(
    _ row: (language: String, what: String)
  ) throws {
    try Self.with("--from 2026-12") { network throws in
      let refused = network.run("meeting calendar plenary-2 --lang \(row.language)")
      #expect(refused.status == .notFound)
      #expect(refused.talk.contains(row.what) && refused.talk.contains("meeting move plenary-2"))
      #expect(try Self.read(network, "").events.count == 1)
    }
  }

  @Test func `Without a dated meeting there is no file, and an unknown one is refused`() throws {
    try SampleNetwork.with { network throws in
      let none = network.run("meeting calendar")
      #expect(none.status == .notFound && none.talk.contains("meeting plan"), "\(none.talk)")
      #expect(network.run("meeting calendar plenary-99").status == .notFound)
    }
  }
}
