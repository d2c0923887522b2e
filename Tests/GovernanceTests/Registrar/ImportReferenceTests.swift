import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// Names that later entries of an import have for what earlier ones made.
@Suite struct ImportReferenceTests {
  private func record(_ text: String) throws -> (SampleNetwork, [Answer]) {
    let network = try SampleNetwork()
    let findings = Findings()
    let entries = ImportFile.read(Array(text.utf8), file: "acts.yaml", into: findings)
    try #require(!findings.hasErrors, "\(findings.sorted.map(\.failure))")
    let header = ImportHeader(actor: "secretariat", today: SampleNetwork.today) {
      CommandID("import-\($0)")
    }
    return (
      network, try network.registrar.record(entries, under: header, now: SampleNetwork.now)
    )
  }

  private func failure(_ text: String) throws -> Failure {
    try #require(throws: Failure.self) { _ = try record(text) }
  }

  @Test func `A field that asks for a number gets the position of the first event`() throws {
    let (network, answers) = try record(
      """
      - {do: member admit, member: PT, class: observer, as: portugal}
      - {do: event correct, event: $portugal, set: {class: member}, reason: The list says so}
      """)
    #expect(answers.map(\.verdict) == [.accepted, .accepted])
    let position = try #require(answers.first?.events.first?.position)
    #expect(answers.last?.events.first?.data["corrects"] == .int(position))
    #expect(try network.log.events(ofType: "event.corrected", after: 0, limit: 9).count == 1)
  }

  @Test func `Any other field gets the id of the thing, in lists too`() throws {
    let (_, answers) = try record(
      """
      - {do: person add, name: Ana Example, as: ana}
      - {do: member admit, member: PT, class: member, as: portugal}
      - {do: member admit, member: ES, class: member, as: spain}
      - {do: seat appoint, member: $portugal, kind: contact_point, person: $ana, as: seat}
      - {do: seat confirm, seat: $seat}
      - {do: board compose, body: board, members: [$portugal, $spain], effective: 2027-07-01}
      """)
    #expect(
      answers.flatMap(\.events).map(\.stream).suffix(4) == [
        "seat-PT.contact_point.1", "seat-PT.contact_point.1", "seat-PT.contact_point.1",
        "board-board",
      ])
    #expect(answers.last?.events.first?.data["members"] == ["PT", "ES"])
    #expect(answers[3].events.last?.data["person"] == "H-1")
  }

  @Test(arguments: [
    (
      "- {do: member end, member: $later}\n- {do: member admit, member: PT, class: member, as: later}",
      1, 28
    ),
    (
      "- {do: member admit, member: PT, class: member, as: pt}\n- {do: member end, member: $PT}", 2,
      28
    ),
    ("- {do: member end, member: $}", 1, 28),
  ])
  func `A name that no earlier entry has is refused at its place`(
    _ row: (text: String, line: Int, column: Int)
  ) throws {
    let found = try failure(row.text)
    #expect(found.code.name == "import-reference")
    #expect(found.place == Place(file: "acts.yaml", line: row.line, column: row.column))
  }

  @Test func `An entry that names itself is refused`() throws {
    let text = "- {do: member admit, member: $me, class: member, as: me}"
    #expect(try failure(text).code.name == "import-reference")
  }

  @Test func `A text that only looks like a name in the middle is a text`() throws {
    let (_, answers) = try record(
      "- {do: member admit, member: PT, class: member, note: costs 5$ each}")
    #expect(answers.map(\.verdict) == [.accepted])
  }

  @Test func `An act that fails takes those before it back, whatever they named`() throws {
    let network = try SampleNetwork()
    let head = try network.log.head()
    let findings = Findings()
    let entries = ImportFile.read(
      Array(
        """
        - {do: member admit, member: PT, class: member, as: portugal}
        - {do: member end, member: $portugal, effective: 2026-12-01}
        - {do: member end, member: $portugal, effective: 2026-12-02}
        """.utf8), file: "acts.yaml", into: findings)
    let header = ImportHeader(actor: "secretariat", today: SampleNetwork.today) {
      CommandID("import-\($0)")
    }
    let refused = #expect(throws: ImportRefused.self) {
      try network.registrar.record(entries, under: header, now: SampleNetwork.now)
    }
    #expect(refused?.index == 2 && refused?.place?.line == 3)
    #expect(refused?.refusals.map(\.code) == ["member-not-then"])
    #expect(try network.log.head() == head)
  }
}
