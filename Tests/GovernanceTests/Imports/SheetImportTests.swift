import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct SheetImportTests {
  private func rows(_ text: String, of kind: SheetKind) throws -> [SheetRow] {
    let findings = Findings()
    let rows = Sheet.read(Array(text.utf8), of: kind, file: "s.csv", into: findings)
    try #require(!findings.hasErrors, "\(findings.sorted)")
    return rows
  }

  private func record(
    _ text: String, of kind: SheetKind, in network: SampleNetwork,
    mode: Registrar.Mode = .recording, as actor: String = "secretariat",
    today: Day = SampleNetwork.today
  ) throws -> [SheetAnswer] {
    try network.registrar.record(
      rows(text, of: kind), under: SheetHeader(actor: actor, today: today),
      now: SampleNetwork.now, mode: mode)
  }

  private let members =
    "member,class,from\nPT,member,2016-11-24\nCH,observer,2026-02-01\nES,member,\n"
  private let seats = """
    member;kind;name;email;languages;specialities
    PT;contact_point;Ana Sousa;ana@example.org;pt,en;cybercrime|evidence
    ES;contact_point;Rui Melo;;es;
    PT;contact_point;Eva Dias;;;

    """

  @Test func `A sheet of members admits each of them from its day`() throws {
    let network = try SampleNetwork()
    let answers = try record(members, of: .members, in: network)
    #expect(answers.map(\.subject) == ["PT", "CH", "ES"])
    #expect(answers.map(\.state) == [.new, .new, .new])
    #expect(answers.flatMap(\.answers).map(\.verdict) == [.takenOver, .accepted, .accepted])
    #expect(
      answers.flatMap(\.answers).flatMap(\.events).map(\.effective.description)
        == ["2016-11-24", "2026-02-01", "2026-11-23"])
  }

  @Test(arguments: [(SheetKind.members, 3), (.seats, 3)])
  func `The same sheet again adds nothing`(_ kind: SheetKind, _ count: Int) throws {
    let network = try SampleNetwork()
    _ = try record(members, of: .members, in: network)
    let text = kind == .members ? members : seats
    _ = try record(text, of: kind, in: network)
    let head = try network.log.head()
    let again = try record(text, of: kind, in: network)
    #expect(again.map(\.state) == Array(repeating: .already, count: count))
    #expect(try network.log.head() == head)
  }

  @Test func `The same sheet adds nothing on another day, and by another hand`() throws {
    let network = try SampleNetwork()
    let persons = "name,email\nAna Sousa,ana@example.org\nRui Melo,\n"
    _ = try record(persons, of: .persons, in: network)
    _ = try record(members, of: .members, in: network)
    let head = try network.log.head()
    for text in [(persons, SheetKind.persons), (members, .members)] {
      let later = Day(number: SampleNetwork.today.number + 30)
      let again = try record(text.0, of: text.1, in: network, as: "chair", today: later)
      #expect(again.allSatisfy { $0.state == .already })
    }
    #expect(try network.log.head() == head)
  }

  @Test func `A row more of a sheet adds that row alone`() throws {
    let network = try SampleNetwork()
    _ = try record(members, of: .members, in: network)
    let more = try record(members + "FR,member,\n", of: .members, in: network)
    #expect(more.map(\.state) == [.already, .already, .already, .new])
    #expect(more.last?.subject == "FR")
  }

  @Test func `A member that was admitted by hand is known already`() throws {
    let network = try SampleNetwork()
    try network.record("member admit", ["member": ["ES"], "class": ["member"]])
    let answers = try record("member,class\nES,member\n", of: .members, in: network)
    #expect(answers.map(\.state) == [.already])
    #expect(answers.first?.answers.isEmpty == true)
  }

  @Test func `A person told of in words is added before it takes its seat`() throws {
    let network = try SampleNetwork()
    _ = try record(members, of: .members, in: network)
    let answers = try record(seats, of: .seats, in: network)
    #expect(
      answers.map(\.subject) == ["PT.contact_point.1", "ES.contact_point.1", "PT.contact_point.2"])
    #expect(answers.first?.answers.map(\.act) == ["person add", "seat appoint"])
    let data = answers.first?.answers.flatMap(\.events).map(\.data)
    #expect(data?.first?["languages"] == ["pt", "en"])
    #expect(data?.first?["specialities"] == ["cybercrime", "evidence"])
    #expect(data?.last?["person"] == "H-1")
  }

  @Test func `A person of the sheet of persons is the same one in the sheet of seats`() throws {
    let network = try SampleNetwork()
    _ = try record(members, of: .members, in: network)
    let persons = try record("name,email\nAna Sousa,ana@example.org\n", of: .persons, in: network)
    let text = "member,kind,name,email\nPT,contact_point,Ana Sousa,ana@example.org\n"
    let seated = try record(text, of: .seats, in: network)
    #expect(persons.map(\.subject) == ["H-1"])
    #expect(seated.first?.answers.map(\.isRepeated) == [true, false])
    #expect(seated.first?.answers.last?.events.last?.data["person"] == "H-1")
  }

  @Test func `A holder by number is known until another end is given`() throws {
    let network = try SampleNetwork()
    _ = try record(members, of: .members, in: network)
    try network.record("person add", ["name": ["Ana Sousa"]])
    let text = "member,kind,person,until\nPT,contact_point,H-1,2028-01-01\n"
    #expect(try record(text, of: .seats, in: network).map(\.state) == [.new])
    let bare = "member,kind,person\nPT,contact_point,H-1\n"
    #expect(try record(bare, of: .seats, in: network).map(\.state) == [.already])
    let other = "member,kind,person,until\nPT,contact_point,H-1,2029-01-01\n"
    let refused = #expect(throws: SheetRefused.self) { try record(other, of: .seats, in: network) }
    #expect(refused?.rows.flatMap(\.refusals).map(\.code) == ["appointed-already"])
  }

  @Test(arguments: [Registrar.Mode.recording, .trial])
  func `Every refused row is named with its cell, and nothing is recorded`(_ mode: Registrar.Mode)
    throws
  {
    let network = try SampleNetwork()
    try network.record("member admit", ["member": ["ES"], "class": ["observer"]])
    let head = try network.log.head()
    let text = "class,member\nmember,PT\nmember,ES\nguest,FR\nmember,XX\nmember,NL\n"
    let refused = #expect(throws: SheetRefused.self) {
      try record(text, of: .members, in: network, mode: mode)
    }
    #expect(
      refused?.rows.map(\.place) == [
        Place(file: "s.csv", line: 3, column: 8), Place(file: "s.csv", line: 4, column: 1),
        Place(file: "s.csv", line: 5, column: 8),
      ])
    #expect(
      refused?.rows.flatMap(\.refusals).map(\.code) == [
        "member-admitted-already", "class-unknown", "member-code-unknown",
      ])
    #expect(refused?.rows.flatMap(\.refusals).allSatisfy { !$0.ways.isEmpty } == true)
    #expect(try network.log.head() == head)
  }

  @Test func `A trial says what would be recorded, and records nothing`() throws {
    let network = try SampleNetwork()
    let head = try network.log.head()
    let tried = try record(members, of: .members, in: network, mode: .trial)
    #expect(try network.log.head() == head)
    let recorded = try record(members, of: .members, in: network)
    #expect(tried.map(\.subject) == recorded.map(\.subject))
    #expect(
      tried.flatMap(\.answers).flatMap(\.events) == recorded.flatMap(\.answers).flatMap(\.events))
  }

  @Test func `Names stand sealed, and in no command, event or answer`() throws {
    let network = try SampleNetwork()
    _ = try record(members, of: .members, in: network)
    let answers = try record(seats, of: .seats, in: network)
    let commands = try network.log.commands(after: 0, limit: Log.maximumPage)
    for word in ["Sousa", "ana@example.org", "Rui"] {
      #expect(commands.allSatisfy { !"\($0.body)\($0.answer)".contains(word) })
      #expect(answers.allSatisfy { !"\($0)".contains(word) })
    }
  }

  @Test func `A person who was erased is not added again by the sheet that once brought it`() throws
  {
    let network = try SampleNetwork()
    _ = try record(members, of: .members, in: network)
    _ = try record(seats, of: .seats, in: network)
    try network.record("seat end", ["seat": ["ES.contact_point.1"], "reason": ["left"]])
    try network.record("person erase", ["person": ["H-2"], "basis": ["Article 17"]])
    let later = Day(number: SampleNetwork.today.number + 10)
    let refused = #expect(throws: SheetRefused.self) {
      try record(seats, of: .seats, in: network, today: later)
    }
    #expect(refused?.rows.flatMap(\.refusals).map(\.code) == ["person-erased"])
    #expect(refused?.rows.map(\.place.line) == [3])
  }

  @Test func `The past of a network is taken over row by row, with what the rules would have said`()
    throws
  {
    let network = try SampleNetwork()
    let past = "member,class,from\nCH,observer,2017-01-01\n"
    _ = try record(past, of: .members, in: network)
    let text = "member,kind,name,from\nCH,contact_point,Ana Sousa,2018-05\n"
    let answers = try record(text, of: .seats, in: network)
    #expect(answers.first?.answers.map(\.verdict) == [.takenOver, .takenOver])
    #expect(answers.first?.answers.last?.reasons.notes.map(\.code) == ["seat-not-for-class"])
  }
}
