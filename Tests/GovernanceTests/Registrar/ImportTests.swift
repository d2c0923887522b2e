import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct ImportTests {
  private func entries(_ text: String) -> (entries: [ImportEntry], findings: [Finding]) {
    let findings = Findings()
    let entries = ImportFile.read(Array(text.utf8), file: "acts.yaml", into: findings)
    return (entries, findings.sorted)
  }

  private var header: ImportHeader {
    ImportHeader(actor: "secretariat", today: SampleNetwork.today) { CommandID("import-\($0)") }
  }

  private let three = """
    - {do: member admit, member: PT, class: member, effective: 2016-11-24}
    - {do: member admit, member: NO, class: observer, effective: 2016-11, note: as the page says}
    - {do: member admit, member: ES, class: member}
    """

  @Test func `A file of acts is recorded in order`() throws {
    let network = try SampleNetwork()
    let answers = try network.registrar.record(
      entries(three).entries, under: header, now: SampleNetwork.now)
    #expect(answers.map(\.verdict) == [.takenOver, .takenOver, .accepted])
    #expect(try network.log.command(CommandID("import-1"))?.body["note"] == "as the page says")
  }

  @Test(arguments: [Registrar.Mode.recording, .trial])
  func `Whoever watches is told each act that is done`(_ mode: Registrar.Mode) throws {
    let network = try SampleNetwork()
    var told: [[Int]] = []
    _ = try network.registrar.record(
      entries(three).entries, under: header, now: SampleNetwork.now, mode: mode,
      watch: { told.append([$0, $1]) })
    #expect(told == [[1, 3], [2, 3], [3, 3]])
  }

  @Test func `Of a refused act nobody is told that it is done`() throws {
    let network = try SampleNetwork()
    let text = three + "\n- {do: member admit, member: PT, class: observer}"
    var told: [Int] = []
    #expect(throws: ImportRefused.self) {
      try network.registrar.record(
        entries(text).entries, under: header, now: SampleNetwork.now,
        watch: { done, _ in told.append(done) })
    }
    #expect(told == [1, 2, 3])
  }

  @Test func `The same file again records nothing twice`() throws {
    let network = try SampleNetwork()
    let read = entries(three).entries
    _ = try network.registrar.record(read, under: header, now: SampleNetwork.now)
    let head = try network.log.head()
    let again = try network.registrar.record(read, under: header, now: SampleNetwork.now)
    #expect(again.map(\.isRepeated) == [true, true, true])
    #expect(try network.log.head() == head)
  }

  @Test func `One refused act takes the whole import back`() throws {
    let network = try SampleNetwork()
    let head = try network.log.head()
    let text = three + "\n- {do: member admit, member: PT, class: observer}"
    let refused = #expect(throws: ImportRefused.self) {
      try network.registrar.record(entries(text).entries, under: header, now: SampleNetwork.now)
    }
    #expect(refused?.index == 3)
    #expect(refused?.place?.line == 4)
    #expect(refused?.refusals.map(\.code) == ["member-admitted-already"])
    #expect(try network.log.head() == head)
  }

  @Test(arguments: [
    ("- {do: member admitt, member: PT}", "import-act", 1, 8),
    ("- {do: member admit, membre: PT}", "field-unknown", 1, 22),
    ("do: member admit", "import-shape", 1, 1),
    ("- member admit", "import-shape", 1, 3),
    ("- {member: PT}", "import-act", 1, 3),
    (
      "- {do: member admit, as: a}\n- {do: member admit, as: a}", "import-label", 2, 26
    ),
  ])
  func `A fault is named with its place`(_ row: (String, String, Int, Int)) throws {
    let findings = entries(row.0).findings
    let found = try #require(findings.first?.failure)
    #expect(found.code.name == row.1)
    #expect(found.place == Place(file: "acts.yaml", line: row.2, column: row.3))
  }

  @Test func `A required field that is missing is named with the entry's place`() throws {
    let network = try SampleNetwork()
    let failure = #expect(throws: Failure.self) {
      try network.registrar.record(
        entries("- {do: member admit, member: PT}").entries, under: header, now: SampleNetwork.now)
    }
    #expect(failure?.code.name == "field-missing")
    #expect(failure?.place?.line == 1)
  }

  @Test(arguments: [
    ("actor: \"a\\nb\"", "entry-unfit"), ("actor: \"\"", "entry-unfit"),
    ("actor: \(String(repeating: "x", count: 201))", "entry-too-large"),
    ("effective: 2016-06-08", "day-before-rules"), ("effective: 0001-01-01", "day-before-rules"),
  ])
  func `What is wrong with who and when of an entry is told with its line`(
    _ row: (field: String, code: String)
  ) throws {
    let network = try SampleNetwork()
    let head = try network.log.head()
    let text = three + "\n- {do: member admit, member: FR, class: member, \(row.field)}"
    let failure = #expect(throws: Failure.self) {
      try network.registrar.record(entries(text).entries, under: header, now: SampleNetwork.now)
    }
    #expect(failure?.code.name == row.code)
    #expect(failure?.place == Place(file: "acts.yaml", line: 4, column: 3))
    #expect(try network.log.head() == head)
  }

  @Test(arguments: [(50, false), (51, true), (20_000, true)])
  func `Of very many entries without an act the first fifty are told`(
    _ row: (entries: Int, isCut: Bool)
  ) {
    let findings = Findings()
    let text = Array(repeating: "- {do: member admitt}", count: row.entries).joined(separator: "\n")
    let read = ImportFile.read(Array(text.utf8), file: "acts.yaml", into: findings)
    #expect(read.isEmpty && findings.isCut == row.isCut)
    #expect(findings.sorted.map(\.failure.place?.line) == Array(1...50))
  }

  @Test func `A reference to no earlier entry is refused`() throws {
    let network = try SampleNetwork()
    let text = "- {do: member admit, member: $nobody, class: member}"
    let failure = #expect(throws: Failure.self) {
      try network.registrar.record(entries(text).entries, under: header, now: SampleNetwork.now)
    }
    #expect(failure?.code.name == "import-reference")
  }

  @Test func `A reference stands for the thing that an earlier entry made`() throws {
    let network = try SampleNetwork()
    let text = """
      - {do: member admit, member: PT, class: member, as: portugal}
      - {do: member end, member: $portugal, effective: 2026-12-01}
      """
    let answers = try network.registrar.record(
      entries(text).entries, under: header, now: SampleNetwork.now)
    #expect(answers.last?.events.map(\.stream) == ["member-PT"])
  }
}
