import Foundation
import Testing

/// Every figure in the activity report of the two years, computed again from the exported events in each language.
@Suite struct CycleActivityTests {
  private static let period = ("2027-01-01", "2028-12-31")
  private let play: CyclePlay
  private let events: CycleEvents

  init() throws {
    play = try CyclePlay.ejcn.get()
    events = try CycleEvents(play.export)
  }

  private func paper(_ name: String, _ language: String) throws -> CyclePaper {
    CyclePaper(try #require(play.papers["\(name).\(language).md"], "\(name)"))
  }

  /// The items below the n-th heading of the second level, as the report numbers them.
  private func section(_ index: Int, of paper: CyclePaper) -> [CyclePaper.Line] {
    var sections: [[CyclePaper.Line]] = []
    for line in paper.lines {
      if line.text.hasPrefix("## ") { sections.append([]) }
      if line.text.hasPrefix("- "), !line.text.hasPrefix("- **"), !sections.isEmpty {
        sections[sections.count - 1].append(line)
      }
    }
    return index < sections.count ? sections[index] : []
  }

  private func inPeriod(_ types: [String]) -> [CycleEvents.Event] {
    events.all.filter {
      types.contains($0.type) && Self.period.0 <= $0.effective && $0.effective <= Self.period.1
    }
  }

  @Test(arguments: CyclePlay.languages)
  func `Each section is numbered from one without a gap`(_ language: String) throws {
    let paper = try paper("activity", language)
    for index in 0..<7 {
      let lines = section(index, of: paper)
      #expect(!lines.isEmpty)
      for (number, line) in lines.enumerated() {
        #expect(line.text.hasPrefix("- \(number + 1) "), "\(line.text)")
      }
    }
  }

  @Test(arguments: CyclePlay.languages)
  func `The meetings are those that were opened, each with the delegations ever in its room`(
    _ language: String
  ) throws {
    let lines = section(0, of: try paper("activity", language))
    let opened = inPeriod(["meeting.opened"])
    let cancelled = inPeriod(["meeting.cancelled"])
    #expect(lines.count == opened.count + cancelled.count && cancelled.count == 1)
    for (line, event) in zip(lines, opened + cancelled) {
      let meeting = String(event.subject.dropFirst("meeting-".count))
      let number = try #require(
        events.of("meeting.planned", event.subject).first?.int("number"))
      #expect(!line.text.contains(meeting), "an id where a name belongs: \(line.text)")
      #expect(line.numbers.contains(number))
      guard event.type == "meeting.opened" else {
        #expect(line.events == [event.position])
        #expect(line.text.contains(CycleEvents.written(event.effective, language)))
        #expect(line.text.contains(event.text("reason") ?? "-"))
        continue
      }
      #expect(line.numbers.last == events.guests(meeting).count, "\(line.text)")
    }
  }

  /// The session of the item that a deliberation took up; open where it took up none.
  private func session(of deliberation: String) -> String {
    let taken = events.of("item.treated").first { $0.text("deliberation") == deliberation }
    let added = taken.flatMap { taken in
      events.of("item.added", taken.subject).first { $0.text("item") == taken.text("item") }
    }
    return added?.text("session") ?? "open"
  }

  @Test(arguments: CyclePlay.languages)
  func `Everybody reads open decisions, of restricted ones the number, of closed ones nothing`(
    _ language: String
  ) throws {
    let paper = try paper("activity-public", language)
    let lines = section(1, of: paper)
    let decided = inPeriod([
      "deliberation.adopted", "deliberation.rejected", "deliberation.deferred",
    ])
    var kinds: Set<String> = []
    for event in decided {
      let id = String(event.subject.dropFirst("deliberation-".count))
      let session = session(of: id)
      kinds.insert(session)
      let line = lines.first { $0.text.contains(" \(id), ") }
      let title = event.text("title") ?? "-"
      #expect((line != nil) == (session != "closed"), "\(id)")
      #expect((line?.text.contains(title) == true) == (session == "open"), "\(id)")
      if session != "open" {
        #expect(!paper.lines.contains { $0.text.contains(title) }, "\(title)")
      }
    }
    #expect(kinds == ["open", "restricted", "closed"])
    #expect(lines.count == decided.count - 1)
  }

  @Test(arguments: CyclePlay.languages)
  func `The decisions are those of the log, each on its day and from its event`(
    _ language: String
  ) throws {
    let lines = section(1, of: try paper("activity", language))
    let decided = inPeriod([
      "deliberation.adopted", "deliberation.rejected", "deliberation.deferred",
    ])
    #expect(lines.count == decided.count)
    for event in decided {
      let id = String(event.subject.dropFirst("deliberation-".count))
      let line = lines.first { $0.text.contains(" \(id), ") }
      #expect(line?.events == [event.position], "\(id)")
      #expect(line?.text.contains(CycleEvents.written(event.effective, language)) == true)
      #expect(line?.text.contains(event.text("title") ?? "-") == true, "\(id)")
    }
  }

  @Test(arguments: CyclePlay.languages)
  func `A procedure is told by the event that ended it, and not by its publication`(
    _ language: String
  ) throws {
    let lines = section(2, of: try paper("activity", language))
    let ends = inPeriod(["procedure.broken", "procedure.expired"])
    #expect(lines.map(\.events) == ends.map { [$0.position] })
    for (line, end) in zip(lines, ends) {
      let opened = try #require(events.of("procedure.opened", end.subject).first)
      for day in [opened.effective, end.effective] {
        #expect(line.text.contains(CycleEvents.written(day, language)), "\(line.text)")
      }
      let identifier = events.of("procedure.published", end.subject).first?.text("identifier")
      if let identifier { #expect(line.text.contains(identifier)) }
      let deliberation = end.text("deliberation")
      if let deliberation { #expect(line.text.contains("(\(deliberation))")) }
      let objectors = events.of("procedure.objected", end.subject)
        .filter { $0.data["late"] as? Bool == false }.compactMap { $0.text("member") }
      for member in objectors { #expect(line.text.contains(" \(member) ")) }
      let open = try section(2, of: paper("activity-public", language))
      #expect(open.allSatisfy { line in objectors.allSatisfy { !line.text.contains(" \($0) ") } })
    }
  }

  @Test(arguments: CyclePlay.languages)
  func `Who came to sit in a body is told by the event that seated it, with the decision`(
    _ language: String
  ) throws {
    let lines = section(3, of: try paper("activity", language))
    let seated = inPeriod(["board.elected", "board.rotated", "board.composed", "coordinator.named"])
    #expect(lines.map(\.events) == seated.map { [$0.position] })
    for (line, event) in zip(lines, seated) {
      for member in event.texts("members") { #expect(line.text.contains(member)) }
      #expect(line.text.contains("(\(event.text("deliberation") ?? "-"))"))
    }
  }

  /// The actions of all programmes at the end of the period: by programme and number, with their last day.
  private func openActions() -> [String: String?] {
    var open: [String: String?] = [:]
    func add(_ data: [String: Any], to programme: String) {
      guard let number = data["number"] as? Int else { return }
      open["\(programme).\(number)"] = .some(data["due"] as? String)
    }
    for event in events.all where event.subject.hasPrefix("programme-") {
      switch event.type {
      case "action.added": add(event.data, to: event.subject)
      case "action.closed": open["\(event.subject).\(event.int("number") ?? 0)"] = nil
      case "programme.amended":
        for added in event.data["added"] as? [[String: Any]] ?? [] {
          add(added, to: event.subject)
        }
        for changed in event.data["changed"] as? [[String: Any]] ?? [] {
          guard let due = changed["due"] as? String else { continue }
          open["\(event.subject).\(changed["number"] as? Int ?? 0)"] = .some(due)
        }
      default: continue
      }
    }
    return open
  }

  @Test(arguments: [("en", "Actions"), ("pt", "Ações"), ("es", "Acciones")])
  func `The open actions and the overdue ones are counted at the end of the period`(
    _ row: (language: String, name: String)
  ) throws {
    let open = openActions()
    let late = open.values.count { $0.map { $0 < Self.period.1 } == true }
    let told = try #require(try paper("activity", row.language).fact(row.name))
    #expect(told.numbers == [open.count, late])
    #expect(late > 0)
  }

  @Test(arguments: CyclePlay.languages)
  func `An action was given by the event that added it, and closed by the one that closed it`(
    _ language: String
  ) throws {
    let lines = section(4, of: try paper("activity", language))
    let steps = inPeriod(["action.added", "action.reported", "action.closed", "programme.amended"])
    #expect(lines.count == steps.count)
    #expect(Set(lines.flatMap(\.events)) == Set(steps.map(\.position)))
    for line in lines { #expect(line.events.count == 1) }
  }

  @Test(arguments: CyclePlay.languages)
  func `Each published report has the number that its event gave it`(_ language: String) throws {
    let lines = section(5, of: try paper("activity", language))
    let published = inPeriod(["report.published", "output.published"])
    #expect(lines.count == published.count)
    for event in published {
      let line = lines.first { $0.events == [event.position] }
      #expect(line?.text.contains(" \(event.text("identifier") ?? "-"), ") == true)
      #expect(line?.text.contains(CycleEvents.written(event.effective, language)) == true)
    }
  }

  @Test(arguments: CyclePlay.languages)
  func `A subgroup began, reported and ended by its own events`(_ language: String) throws {
    let lines = section(6, of: try paper("activity", language))
    let steps = inPeriod(["subgroup.created", "subgroup.reported", "subgroup.ended"])
    #expect(lines.count == steps.count)
    #expect(Set(lines.flatMap(\.events)) == Set(steps.map(\.position)))
  }

  @Test(arguments: [
    ("en", "European Judicial Cybercrime Network"),
    ("pt", "Rede Judiciária Europeia para o Cibercrime"),
    ("es", "Red Judicial Europea contra la Ciberdelincuencia"),
  ])
  func `The network, its meetings and its reports bear their titles in the reader's language`(
    _ row: (language: String, title: String)
  ) throws {
    let paper = try paper("activity", row.language)
    #expect(paper.lines.contains { $0.text == row.title })
    let text = paper.lines.map(\.text).joined(separator: "\n")
    let titles = [
      "en": ["Plenary meeting, No. 19", "Outcome report", "Cybercrime Judicial Monitor"],
      "pt": ["Reunião plenária, n.º 19", "Relatório de resultados", "Observatório Judiciário"],
      "es": ["Reunión plenaria, n.º 19", "Informe de resultados", "Observatorio Judicial"],
    ]
    for words in titles[row.language] ?? [] { #expect(text.contains(words), "\(words)") }
  }

  @Test(arguments: CyclePlay.languages)
  func `The report of one member has its meetings and its actions, and no others`(
    _ language: String
  ) throws {
    let paper = try paper("activity-PT", language)
    let there = inPeriod(["meeting.opened"]).filter {
      events.guests(String($0.subject.dropFirst("meeting-".count))).contains("PT")
    }
    #expect(section(0, of: paper).count == there.count)
    for line in section(1, of: paper) { #expect(line.text.contains("Guide on data retention")) }
    #expect(section(1, of: paper).count == 3)
  }
}
