import Foundation
import Testing

/// Every figure in the papers of the cycle, computed again from the exported events in each language.
@Suite struct CycleFiguresTests {
  private let play: CyclePlay
  private let events: CycleEvents

  init() throws {
    play = try CyclePlay.ejcn.get()
    events = try CycleEvents(play.export)
  }

  private func paper(_ name: String, _ language: String) throws -> CyclePaper {
    CyclePaper(try #require(play.papers["\(name).\(language).md"], "\(name)"))
  }

  private func opening(_ number: Int) throws -> CycleEvents.Event {
    try #require(events.of("meeting.opened", "meeting-plenary-\(number)").first)
  }

  /// The deliberations of a meeting that were decided.
  private func decided(_ number: Int) -> [CycleEvents.Event] {
    events.all.filter {
      ["deliberation.adopted", "deliberation.rejected"].contains($0.type)
        && $0.text("meeting") == "plenary-\(number)"
    }
  }

  private func id(_ event: CycleEvents.Event) -> String {
    String(event.subject.dropFirst("deliberation-".count))
  }

  // MARK: - Votes

  @Test(arguments: [19, 20, 22], CyclePlay.languages)
  func `The numbers of each vote are those that its events give`(
    _ number: Int, _ language: String
  ) throws {
    // Minutes tell what was known when they were drafted, and the report what was put right since.
    let drafted = try CycleEvents(play.export, isCorrected: false)
    let papers = try [("minutes", drafted), ("outcome", events)].map { kind, known in
      (paper: try paper("\(kind)-\(number)", language), known: known)
    }
    let votes = decided(number).filter { events.told(of: $0) != nil }
    #expect(!votes.isEmpty)
    for vote in votes {
      for (paper, known) in papers {
        let numbers = try #require(
          known.all.first { $0.position == vote.position }.flatMap(known.told))
        let line = paper.part(on: id(vote)).first { $0.text.contains("bodies.plenary.decides.") }
        #expect(line?.numbers == numbers, "\(id(vote)): \(line?.text ?? "")")
        #expect(line?.events == [vote.position])
      }
    }
  }

  @Test func `A vote is adopted exactly when those in favour are as many as are needed`() {
    let votes = events.all.filter { events.numbers(of: $0) != nil && $0.position > 70 }
    #expect(votes.count == 8)
    for vote in votes {
      guard let numbers = events.numbers(of: vote) else { continue }
      #expect((numbers[5] >= numbers[9]) == (vote.type == "deliberation.adopted"), "\(id(vote))")
      #expect(numbers[4] + numbers[3] <= numbers[1], "\(id(vote))")
    }
  }

  @Test(arguments: [19, 20, 22], CyclePlay.languages)
  func `A consensus names those entitled and those in the room at that moment`(
    _ number: Int, _ language: String
  ) throws {
    let minutes = try paper("minutes-\(number)", language)
    for event in decided(number) where event.text("method") == "consensus" {
      let line = minutes.part(on: id(event)).first { $0.text.contains("bodies.plenary.decides.") }
      let present = events.votersPresent("plenary-\(number)", at: event.position)
      #expect(line?.numbers == [events.voters.count, present], "\(id(event))")
    }
  }

  @Test(arguments: CyclePlay.languages)
  func `A vote by names lists each member once, under its own vote`(_ language: String) throws {
    let vote = try #require(events.of("deliberation.adopted", "deliberation-D-3").first)
    let names = vote.data["names"] as? [[String: Any]] ?? []
    let said = try paper("minutes-19", language).part(on: "D-3")
    let roll = try #require(said.first { $0.text.contains("HU") && $0.text.contains("LU") })
    let codes = roll.text.matches(of: /\b[A-Z]{2}\b/).map { String($0.output) }
    let expected = ["for", "against", "abstain"].flatMap { word in
      names.filter { $0["vote"] as? String == word }.compactMap { $0["member"] as? String }.sorted()
    }
    #expect(codes == expected)
  }

  // MARK: - The room

  @Test(arguments: [19, 20, 22], CyclePlay.languages)
  func `The opening counts those in the room, those entitled and those needed`(
    _ number: Int, _ language: String
  ) throws {
    let opening = try opening(number)
    let minutes = try paper("minutes-\(number)", language)
    let present = opening.texts("present").sorted()
    let list = try #require(
      minutes.lines.first { $0.text.contains("\(present[0]), \(present[1])") })
    #expect(list.numbers == [present.count])
    #expect(present.allSatisfy { list.text.contains(CycleEvents.listed($0, language)) })
    let found = present.count { events.voters.contains($0) }
    let quorum = minutes.lines.first {
      $0.events == [opening.position] && $0.numbers.count == 3
    }
    #expect(quorum?.numbers == [events.voters.count, found, events.quorum])
    #expect(found >= events.quorum)
  }

  @Test(arguments: [("en", "lost"), ("pt", "deixou de haver"), ("es", "dejó de haber")])
  func `The minutes tell when the quorum was lost, and with how many`(
    _ row: (language: String, words: String)
  ) throws {
    let left = try #require(events.of("delegation.departed", "meeting-plenary-22").first)
    let minutes = try paper("minutes-22", row.language)
    let lost = try #require(minutes.lines.first { $0.text.contains(row.words) })
    let present = events.votersPresent("plenary-22", at: left.position)
    #expect(present == events.quorum - 1)
    #expect(lost.numbers == [present, events.voters.count, events.quorum])
    #expect(lost.events.contains(left.position))
    for number in [19, 20] {
      let other = try paper("minutes-\(number)", row.language)
      #expect(!other.lines.contains { $0.text.contains(row.words) })
    }
  }

  @Test(
    arguments: [19, 20, 22],
    zip(CyclePlay.languages, ["Present", "Presenças", "Asistencia"]).map { [$0, $1] })
  func `A report counts everybody who was ever in the room, and names them to insiders alone`(
    _ number: Int, _ row: [String]
  ) throws {
    let guests = events.guests("plenary-\(number)")
    let open = try #require(try paper("outcome-public-\(number)", row[0]).fact(row[1]))
    #expect(open.numbers == [guests.count] && !open.text.contains(":"))
    let full = try #require(try paper("outcome-\(number)", row[0]).fact(row[1]))
    #expect(full.numbers.first == guests.count)
    #expect(guests.allSatisfy { full.text.contains(CycleEvents.listed($0, row[0])) })
  }

  // MARK: - Agendas

  @Test(arguments: 19...22, CyclePlay.languages)
  func `The planned time is the sum of the items that the reader sees`(
    _ number: Int, _ language: String
  ) throws {
    let items = events.of("item.added", "agenda-plenary-\(number)")
    let all = items.compactMap { $0.int("minutes") }.reduce(0, +)
    let open = items.filter { $0.text("session") == "open" }.compactMap { $0.int("minutes") }
    let words = ["en": "Time planned", "pt": "Duração prevista", "es": "Duración prevista"]
    func total(_ name: String) throws -> [Int]? {
      try paper("\(name)-\(number)", language).lines
        .first { $0.text.hasPrefix(words[language] ?? "") }?.numbers
    }
    #expect(try total("convocation") == [all])
    guard number != 21 else { return }
    #expect(try total("outcome") == [all])
    #expect(try total("outcome-public") == [open.reduce(0, +)])
  }

  @Test(arguments: [19, 20, 22], CyclePlay.languages)
  func `Each item bears the number of its place, in a public report too`(
    _ number: Int, _ language: String
  ) throws {
    let items = events.of("item.added", "agenda-plenary-\(number)")
    var (numbers, top, below): ([String: String], Int, [String: Int]) = ([:], 0, [:])
    for item in items {
      guard let id = item.text("item") else { continue }
      if let parent = item.text("parent") {
        below[parent, default: 0] += 1
        numbers[id] = "\(numbers[parent] ?? "").\(below[parent] ?? 0)"
      } else {
        top += 1
        numbers[id] = "\(top)"
      }
    }
    let listed = try paper("minutes-\(number)", language).agenda
    #expect(Set(listed.map(\.number)) == Set(numbers.values))
    for item in items {
      let title = item.text("title") ?? ""
      #expect(
        listed.contains { line in
          line.number == numbers[item.text("item") ?? ""] && line.text.hasPrefix(title)
        })
    }
    let open = try paper("outcome-public-\(number)", language).agenda
    #expect(open.map(\.number) == listed.map(\.number))
    for item in items {
      let (number, title) = (numbers[item.text("item") ?? ""], item.text("title") ?? "")
      let line = try #require(open.first { $0.number == number })
      #expect(line.text.hasPrefix(title) == (item.text("session") == "open"), "\(line)")
    }
  }

  // MARK: - Days

  @Test(
    arguments: 19...22,
    zip(CyclePlay.languages, ["Notice", "Antecedência", "Antelación"]).map { [$0, $1] })
  func `The notice is the number of days from the call to the first day`(
    _ number: Int, _ row: [String]
  ) throws {
    let meeting = "meeting-plenary-\(number)"
    let call = try #require(events.of("meeting.convened", meeting).first)
    let moves = events.of("meeting.moved", meeting).compactMap { $0.text("from") }
    let first = try #require(
      moves.last ?? events.of("meeting.planned", meeting).first?.text("from"))
    let days = CycleEvents.days(first) - CycleEvents.days(call.effective)
    #expect(days >= 14)
    #expect(try paper("convocation-\(number)", row[0]).fact(row[1])?.numbers == [days])
    guard number != 21 else { return }
    let told = try paper("minutes-\(number)", row[0]).lines.first {
      $0.events.contains(call.position)
    }
    #expect(told?.numbers.last == days)
    #expect(told?.text.contains(CycleEvents.written(call.effective, row[0])) == true)
    #expect(told?.text.contains(CycleEvents.written(first, row[0])) == true)
  }

  @Test func `The plenaries count on from the eighteenth, the cancelled one too`() {
    let numbers = events.of("meeting.planned").compactMap { $0.int("number") }
    #expect(numbers.suffix(5) == [18, 19, 20, 21, 22])
  }

  @Test func `Minutes are open to comments for fourteen days, and approved on the day after`()
    throws
  {
    for number in [20, 22] {
      let sent = try #require(events.of("minutes.circulated", "minutes-plenary-\(number)").first)
      let approved = try #require(events.of("minutes.approved", "minutes-plenary-\(number)").first)
      let until = try #require(sent.text("until"))
      #expect(CycleEvents.days(until) - CycleEvents.days(sent.effective) == 14)
      #expect(CycleEvents.days(approved.effective) - CycleEvents.days(until) == 1)
      for language in CyclePlay.languages {
        let fate = try paper("minutes-\(number)", language).lines.filter {
          $0.events == [sent.position] || $0.events == [approved.position]
        }.map(\.text).joined()
        for day in [sent.effective, until, approved.effective] {
          #expect(fate.contains(CycleEvents.written(day, language)), "\(fate)")
        }
      }
    }
  }

  @Test
  func
    `Ten working days end two weeks later, two holidays more where there are two; three on the third`()
    throws
  {
    for (procedure, days) in [("P-1", 16), ("P-2", 14), ("P-3", 3)] {
      let clock = try #require(events.of("procedure.started", "procedure-\(procedure)").first)
      let end = try #require(clock.text("local")).prefix(10)
      #expect(CycleEvents.days(String(end)) - CycleEvents.days(clock.effective) == days)
      #expect(clock.texts("addressees") == events.voters.sorted())
    }
  }

  @Test(arguments: CyclePlay.languages)
  func `The extract of what silence adopted counts those asked and tells the end`(
    _ language: String
  ) throws {
    let extract = try paper("extract-15", language)
    let opened = try #require(events.of("procedure.opened", "procedure-P-2").first)
    let clock = try #require(events.of("procedure.started", "procedure-P-2").first)
    let put = extract.lines.first { $0.events.contains(opened.position) }
    let count = opened.texts("addressees").count
    #expect(put?.numbers.first == count || put?.numbers.last == count)
    #expect(put?.numbers.count { $0 == count } == 2)
    let end = extract.lines.first { $0.events == [clock.position] }
    let local = try #require(clock.text("local")).split(separator: " ").map(String.init)
    #expect(end?.text.contains(CycleEvents.written(local[0], language)) == true)
    #expect(end?.text.contains(local[1]) == true)
    let late = try #require(events.of("procedure.objected", "procedure-P-2").first)
    let told = try #require(extract.lines.first { $0.events == [late.position] })
    // 10:00 by the clocks of the host, an hour ahead of UTC in winter.
    #expect(late.text("at")?.contains("T09:00:00") == true)
    #expect(told.text.contains("IE") && told.text.contains("10:00"))
  }

  @Test(arguments: CyclePlay.languages)
  func `An annulled vote and the one taken in its place tell of each other, with both numbers`(
    _ language: String
  ) throws {
    let void = try #require(events.of("deliberation.rejected", "deliberation-D-2").first)
    let stands = try #require(events.of("deliberation.adopted", "deliberation-D-3").first)
    #expect(stands.text("repeats") == "D-2")
    for (name, other) in [("extract-2", stands), ("extract-3", void)] {
      let line = try #require(
        try paper(name, language).lines.first {
          $0.events.contains(other.position) && !$0.text.hasPrefix("#")
        }, "\(name)")
      let votes = events.votes(of: other).prefix(3)
      #expect(line.text.contains("D-3"))
      #expect(votes.allSatisfy(line.numbers.contains), "\(name): \(line.text)")
    }
  }

  @Test(arguments: CyclePlay.languages)
  func `A decision that amends another says so, and the amended one too`(_ language: String) throws
  {
    let amended = try #require(events.of("deliberation.amended", "deliberation-D-4").first)
    for (name, other) in [("extract-4", "D-14"), ("extract-14", "D-4")] {
      let line = try paper(name, language).lines.first {
        $0.events == [amended.position]
          && $0.text.contains(CycleEvents.written(amended.effective, language))
      }
      #expect(line?.text.contains(other) == true, "\(name)")
    }
  }

  @Test(arguments: CyclePlay.languages)
  func `An urgent procedure tells both times and the reason`(_ language: String) throws {
    let opened = try #require(events.of("procedure.opened", "procedure-P-3").first)
    let line = try #require(
      try paper("extract-18", language).lines.first { $0.events == [opened.position] })
    #expect(line.numbers == [3, 10])
    #expect(line.text.contains(try #require(opened.text("reason"))))
  }

  @Test(arguments: CyclePlay.languages)
  func `An extract ends with the last event on which it rests`(_ language: String) throws {
    for name in CyclePrint.ejcn.map(\.name) where name.hasPrefix("extract-") {
      let paper = try paper(name, language)
      let last = try #require(paper.notes.keys.max())
      let day = CycleEvents.written(events.all[last - 1].effective, language)
      #expect(
        paper.lines.contains {
          $0.text.contains(" \(last)") && $0.text.contains(day) && $0.events == []
        },
        "\(name)")
    }
  }

  // MARK: - Notes

  @Test(arguments: CyclePlay.languages)
  func `Each note tells the kind and the day of its event, and each corrected one by what`(
    _ language: String
  ) throws {
    var words: [String: Set<String>] = [:]
    for print in CyclePrint.ejcn {
      let name = print.name
      let paper = try paper(name, language)
      #expect(Set(paper.lines.flatMap(\.events)) == Set(paper.notes.keys), "\(name)")
      for (position, note) in paper.notes {
        let event = events.all[position - 1]
        let said = note.replacingOccurrences(of: "\\", with: "")
        let kind = try #require(said.firstMatch(of: #/\(([^)]+)\), /#)).output.1
        words[event.type, default: []].insert(String(kind))
        #expect(said.contains(CycleEvents.written(event.effective, language)), "\(name): \(said)")
        let corrections = events.corrections(of: position)
        let numbers = CyclePaper.Line(text: said, events: []).numbers
        #expect(numbers.suffix(corrections.count) == corrections[...], "\(name): \(said)")
        #expect(numbers.count == 3 + corrections.count, "\(name): \(said)")
      }
    }
    for (type, said) in words {
      #expect(said.count == 1 && !said.contains(type), "\(type): \(said)")
    }
    #expect(Set(words.values).count == words.count, "\(words)")
  }
}
