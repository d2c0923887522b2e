import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// Whoever records an event is told all that is wrong with it, so that it is put right in one go.
@Suite struct WrongFieldsTests {
  private static let trainings = """
    events:
      sample.training.held:
        version: 1
        title: {en: Training held}
        payload:
          type: object
          required: [day, host, participants]
          properties:
            day: {type: day}
            host: {type: string, ref: member}
            participants: {type: integer, minimum: 1}
            place: {type: string, ref: body, default: plenary}
    """

  private func given() throws -> Given {
    Given(rules: try PluginFile.load(resolved: SampleRules.document(adding: Self.trainings)))
  }

  private func refusals(_ set: String) throws -> [Refusal] {
    let outcome = try given().admitted("PT")
      .when("event register", ["type": "sample.training.held", "set": set])
    guard case .failure(let refusal) = outcome.result else { return [] }
    #expect(refusal.others.allSatisfy { $0.others.isEmpty })
    return [refusal] + refusal.others
  }

  @Test(arguments: [
    ("day=2026-03-01,host=PT,participants=3", []),
    (
      "day=soon,host=XX,participants=few",
      [
        "payload-unfit day", "payload-unfit participants", "payload-reference-unknown host",
      ]
    ),
    (
      "hosts=PT",
      [
        "payload-field-unknown hosts", "payload-field-missing day", "payload-field-missing host",
        "payload-field-missing participants",
      ]
    ),
    (
      "day=2026-03-01,participants=0,host=PX,place=plenari",
      [
        "payload-outside participants", "payload-reference-unknown host",
        "payload-reference-unknown place",
      ]
    ),
  ])
  func `Every wrong field is told, and every thing that is not there`(
    _ row: (set: String, told: [String])
  ) throws {
    let told = try refusals(row.set).map { refusal in
      let field = if case .text(let name) = refusal.values["field"] { name } else { "" }
      return "\(refusal.code.name) \(field)"
    }
    #expect(told == row.told)
  }

  @Test func `Each of them tells how it is mended`() throws {
    let refusals = try refusals("day=soon,host=PX,hosts=PT")
    #expect(
      refusals.map { $0.ways.map(\.code) } == [
        ["write-as-expected"], ["use-one-of"], ["give-payload-field"], ["use-nearest"],
      ])
  }

  @Test func `A value that stands in for a missing one is looked up too`() throws {
    let document = Self.trainings.replacing("default: plenary", with: "default: nobody")
    let rules = try PluginFile.load(resolved: SampleRules.document(adding: document))
    let outcome = try Given(rules: rules).admitted("PT").when(
      "event register",
      ["type": "sample.training.held", "set": "day=2026-03-01,host=PT,participants=3"])
    try outcome.thenRefused("payload-reference-unknown")
  }

  @Test func `In an import each is told at the line of the act`() throws {
    let network = try SampleNetwork(adding: Self.trainings)
    let refused = try #require(throws: ImportRefused.self) {
      try network.importing(
        "- {do: event register, type: sample.training.held, set: [day=soon, host=PT]}")
    }
    #expect(
      refused.refusals.map(\.code) == [
        "payload-unfit", "payload-field-missing", "payload-reference-unknown",
      ])
  }
}

extension SampleNetwork {
  /// Records the acts of a file.
  fileprivate func importing(_ text: String) throws -> [Answer] {
    let entries = ImportFile.read(Array(text.utf8), file: "acts.yaml", into: Findings())
    let header = ImportHeader(actor: "secretariat", today: Self.today) { CommandID("e\($0)") }
    return try registrar.record(entries, under: header, now: Self.now)
  }
}
