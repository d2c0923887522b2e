import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// What holds for every sheet, whatever stands in it: all or none, and twice is once.
@Suite struct SheetLawTests {
  private static let states = ["AT", "BE", "CH", "DE", "ES", "FR", "IS", "NO", "PT", "XX"]
  private static let classes = ["member", "member", "observer", "guest"]
  private static let days = ["", "2016-11-24", "2025-12", "2026", "2026-02-01", "soon"]

  /// A sheet of members by chance, some of its rows wrong in one way or another.
  private static func members(_ seed: UInt64, isSound: Bool = false) -> String {
    var seeded = Seeded(seed: seed)
    func pick(_ words: [String], _ count: Int) -> String {
      (isSound ? Array(words.prefix(count)) : words).randomElement(using: &seeded) ?? ""
    }
    let chosen = states.prefix(isSound ? 9 : 10).shuffled(using: &seeded)
    let rows = chosen.prefix(Int.random(in: 1...7, using: &seeded)).map { state in
      "\(state),\(pick(classes, 3)),\(pick(days, 5))"
    }
    return "member,class,from\n" + rows.map { $0 + "\n" }.joined()
  }

  private func read(_ text: String, of kind: SheetKind = .members) -> (
    rows: [SheetRow], findings: Findings
  ) {
    let findings = Findings()
    return (Sheet.read(Array(text.utf8), of: kind, file: "s.csv", into: findings), findings)
  }

  private func record(
    _ rows: [SheetRow], in network: SampleNetwork, mode: Registrar.Mode = .recording
  ) throws -> [SheetAnswer] {
    try network.registrar.record(
      rows, under: SheetHeader(actor: "secretariat", today: SampleNetwork.today),
      now: SampleNetwork.now, mode: mode)
  }

  /// The classes of all members on a day, as the log has them.
  private func classes(in network: SampleNetwork) throws -> [String] {
    try network.log.states(in: Member.category).map { "\($0.0.id) \($0.1.data.canonicalText)" }
      .sorted()
  }

  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func `A sheet is recorded whole or not at all`(_ seed: UInt64) throws {
    let network = try SampleNetwork()
    let before = try network.log.head()
    let (rows, _) = read(Self.members(seed))
    do {
      let answers = try record(rows, in: network)
      #expect(answers.count == rows.count)
      #expect(answers.allSatisfy { $0.state == .new })
      let added = answers.flatMap(\.answers).flatMap(\.events).count
      #expect(try network.log.head().position == before.position + Int64(added))
    } catch let refused as SheetRefused {
      #expect(!refused.rows.isEmpty)
      #expect(try network.log.head() == before)
    }
  }

  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func `A trial and the recording give one answer`(_ seed: UInt64) throws {
    let network = try SampleNetwork()
    let (rows, _) = read(Self.members(seed))
    let outcome = { (mode: Registrar.Mode) throws -> [String] in
      do {
        return try record(rows, in: network, mode: mode).map { "\($0.subject) \($0.state)" }
      } catch let refused as SheetRefused {
        return refused.rows.map { "\($0.place.line) \($0.refusals.map(\.code))" }
      }
    }
    #expect(try outcome(.trial) == outcome(.recording))
  }

  @Test(arguments: 1...15 as ClosedRange<UInt64>)
  func `Twice is once, in any order of the rows`(_ seed: UInt64) throws {
    let network = try SampleNetwork()
    let (rows, findings) = read(Self.members(seed, isSound: true))
    try #require(!findings.hasErrors)
    _ = try record(rows, in: network)
    let head = try network.log.head()
    var seeded = Seeded(seed: seed)
    let again = try record(rows.shuffled(using: &seeded), in: network)
    #expect(again.allSatisfy { $0.state == .already })
    #expect(try network.log.head() == head)
  }

  @Test(arguments: 1...15 as ClosedRange<UInt64>)
  func `A sheet in two parts says what the whole says`(_ seed: UInt64) throws {
    let (rows, findings) = read(Self.members(seed, isSound: true))
    try #require(!findings.hasErrors)
    let (whole, parts) = (try SampleNetwork(), try SampleNetwork())
    _ = try record(rows, in: whole)
    _ = try record(Array(rows.prefix(rows.count / 2)), in: parts)
    _ = try record(Array(rows.dropFirst(rows.count / 2)), in: parts)
    #expect(try classes(in: whole) == classes(in: parts))
  }

  @Test(arguments: 1...15 as ClosedRange<UInt64>)
  func `A part that was imported before is known in the whole`(_ seed: UInt64) throws {
    let (rows, findings) = read(Self.members(seed, isSound: true))
    try #require(!findings.hasErrors)
    let network = try SampleNetwork()
    let known = rows.count / 2
    _ = try record(Array(rows.prefix(known)), in: network)
    let answers = try record(rows, in: network)
    #expect(answers.prefix(known).allSatisfy { $0.state == .already })
    #expect(answers.dropFirst(known).allSatisfy { $0.state == .new })
  }

  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func `Every row is read or named as bad, and none is both`(_ seed: UInt64) throws {
    let text = Self.members(seed)
    let lines = Set(2...(text.split(separator: "\n").count))
    let (rows, findings) = read(text)
    let read = Set(rows.map(\.place.line))
    let named = Set(findings.all.compactMap(\.failure.place?.line))
    #expect(read.isDisjoint(with: named))
    #expect(read.union(named) == lines)
  }

  /// Persons of one name are two where anything else of them differs.
  @Test(arguments: [
    ("name,email\nAna,a@x\nAna,b@x\n", 2), ("name,phone\nAna,1\nAna,\n", 2),
    ("name,languages\nAna,pt\nAna,\"pt,en\"\n", 2), ("name\nAna\nana\n", 2),
  ])
  func `Two persons are one only where the whole row is the same`(_ text: String, _ count: Int)
    throws
  {
    let network = try SampleNetwork()
    let answers = try record(read(text, of: .persons).rows, in: network)
    #expect(Set(answers.map(\.subject)).count == count)
    #expect(try network.log.states(in: Person.category).count == count)
  }

  @Test(arguments: [
    ("languages", "pt, en", ["pt", "en"]),
    ("specialities", "cyber | evidence", ["cyber", "evidence"]),
    ("specialities", "wiretaps, and more", ["wiretaps, and more"]), ("languages", "pt", ["pt"]),
  ])
  func `A cell with several values is parted as its column says`(
    _ column: String, _ cell: String, _ values: [String]
  ) throws {
    let network = try SampleNetwork()
    let answers = try record(read("name;\(column)\nAna;\(cell)\n", of: .persons).rows, in: network)
    let data = try #require(answers.first?.answers.first?.events.first?.data)
    #expect(data[column] == .texts(values))
  }

  @Test func `The largest sheet that is read is recorded in one transaction`() throws {
    let network = try SampleNetwork()
    let text = "name\n" + (1...300).map { "Person \($0)\n" }.joined()
    let answers = try record(read(text, of: .persons).rows, in: network)
    #expect(answers.last?.subject == "H-300")
    #expect(Set(answers.map(\.subject)).count == 300)
    let again = try record(read(text, of: .persons).rows, in: network)
    #expect(again.allSatisfy { $0.state == .already })
  }

  @Test func `A member that left and is listed again without a day comes in again`() throws {
    let network = try SampleNetwork()
    let text = "member,class\nPT,member\n"
    try network.record(
      "member admit", ["member": ["PT"], "class": ["member"]], on: "2026-01-10")
    try network.record("member end", ["member": ["PT"]], on: "2026-06-01")
    #expect(try record(read(text).rows, in: network).map(\.state) == [.new])
    let dated = "member,class,from\nPT,member,2026-01-10\n"
    #expect(try record(read(dated).rows, in: network).map(\.state) == [.already])
  }

  @Test func `A row that the rules leave to nobody is refused beside the others`() throws {
    let network = try SampleNetwork()
    _ = try record(read("member,class\nPT,member\nCH,observer\n").rows, in: network)
    let text = """
      member,kind,name
      PT,contact_point,Ana
      CH,contact_point,Rui
      PT,judge,Eva
      FR,contact_point,Ida

      """
    let refused = #expect(throws: SheetRefused.self) {
      try record(read(text, of: .seats).rows, in: network)
    }
    #expect(refused?.rows.map(\.place.line) == [3, 4, 5])
    #expect(
      refused?.rows.flatMap(\.refusals).map(\.code) == [
        "seat-not-for-class", "seat-kind-unknown", "member-unknown",
      ])
    #expect(refused?.rows.map(\.place.column) == [4, 4, 1])
  }
}
