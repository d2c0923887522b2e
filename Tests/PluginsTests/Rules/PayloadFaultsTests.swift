import Plugins
import Testing
import Values

/// All that is wrong with a payload is told at once.
@Suite struct PayloadFaultsTests {
  private static let schema = PayloadSchema([
    .init("copies", .int(1...5), isRequired: false),
    .init("day", .day, isRequired: true),
    .init("handling", .choice(["clear", "green"]), isRequired: true),
    .init("kind", .text(.init()), isRequired: true, fallback: "guide"),
    .init(
      "report",
      .record(
        PayloadSchema([
          .init("author", .text(.init()), isRequired: true),
          .init("pages", .int(1...9), isRequired: false),
        ])), isRequired: false),
    .init("tags", .list(.text(.init(most: 3)), most: 2), isRequired: false),
  ])

  private static func told(_ json: JSON) -> [String] {
    schema.faults(in: json).map { failure in
      let field = if case .text(let name) = failure.values["field"] { name } else { "" }
      return "\(failure.code.name) \(field)"
    }
  }

  @Test(
    arguments: [
      ([:], ["payload-field-missing day", "payload-field-missing handling"]),
      (["day": "2026-01-01", "handling": "clear"], []),
      (
        ["day": "soon", "handling": "red", "copies": "9"],
        ["payload-unfit day", "payload-choice handling", "payload-outside copies"]
      ),
      (
        ["colour": "x", "day": "2026-01-01", "size": "y"],
        [
          "payload-field-unknown colour", "payload-field-unknown size",
          "payload-field-missing handling",
        ]
      ),
      (
        ["day": "2026", "handling": "green", "report": ["pages": "0", "ink": "x"]],
        [
          "payload-outside report.pages", "payload-field-unknown report.ink",
          "payload-field-missing report.author",
        ]
      ),
      (
        ["day": "2026", "handling": "green", "tags": ["long", "ok", "x"]], ["payload-outside tags"]
      ),
      (
        ["day": "2026", "handling": "green", "tags": ["long", "longer"]],
        ["payload-outside tags[0]", "payload-outside tags[1]"]
      ),
      (["day": .null, "handling": "green"], ["payload-field-missing day"]),
      ("text", ["payload-unfit "]),
      (["day": "2026", "handling": "green", "report": "x"], ["payload-unfit report"]),
    ] as [(JSON, [String])])
  func `Each wrong field is told, in the order given, and then each that is missing`(
    _ row: (payload: JSON, told: [String])
  ) {
    #expect(Self.told(row.payload) == row.told)
  }

  @Test(
    arguments: [
      [:], ["day": "soon"], ["day": "2026", "handling": "clear"],
      ["day": "2026", "handling": "clear", "tags": []], ["day": "2026", "handling": "x", "no": 1],
      ["day": "2026", "handling": "clear", "copies": 0], "text", [], .null,
    ] as [JSON])
  func `A payload has faults exactly when it cannot be taken`(_ payload: JSON) {
    let isTaken = (try? Self.schema.typed(payload)) != nil
    #expect(Self.schema.faults(in: payload).isEmpty == isTaken)
  }

  @Test func `No more than twenty faults are told, whatever was given`() {
    let fields = JSON.Fields((1...500).map { ("field\($0)", JSON.text("x")) })
    #expect(Self.schema.faults(in: .object(fields)).count == PayloadSchema.mostFaults)
  }
}
