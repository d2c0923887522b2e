import Plugins
import TestKit
import Testing
import Values

/// Warnings of guards that do nothing, that nothing can pass, and that stand against each other.
@Suite struct GuardLintTests {
  /// One guard of a test: on the guideline, or on what else it names.
  struct Sample {
    var when: String?
    var require: String
    var on = "sample.guideline.published"
    var severity = "deny"
  }

  private static let head = """
    parameters:
      most: {type: int, default: 3, min: 1, max: 9, source: practice}
      level: {type: choice, choices: [low, high], default: low, source: practice}
    definitions:
      green: "payload.handling == 'green'"
      many: size(members)
    events:
      sample.guideline.published:
        version: 1
        title: {en: Guideline published}
        by: [secretariat]
        payload:
          type: object
          required: [number, handling, copies]
          properties:
            number: {type: string, minLength: 3, maxLength: 6}
            handling: {enum: [clear, green]}
            names_case: {type: boolean, default: false}
            copies: {type: integer, minimum: 1, maximum: 500}
            sent: {type: day}
            tags: {type: array, maxItems: 3, items: {type: string}}
            issue: {type: object, properties: {volume: {type: integer, minimum: 1, maximum: 20}}}
    guards:

    """

  private func text(_ guards: [Sample]) -> String {
    let rules = guards.enumerated().map { index, guarded in
      """
        - id: rule-\(index)
          on: [\(guarded.on)]
          source: assumption
          severity: \(guarded.severity)
      \(guarded.when.map { "    when: \"\($0)\"\n" } ?? "")    require: "\(guarded.require)"
          message: {en: "No."}

      """
    }
    return SampleRules.text + "\n" + Self.head + rules.joined()
  }

  private func warnings(_ guards: [Sample]) throws -> [Failure] {
    do throws(PluginRefused) {
      return GuardLint.warnings(of: try PluginFile.load(text: text(guards), file: "s.yaml").rules)
    } catch {
      Issue.record("\(error.findings)")
      return []
    }
  }

  private func codes(_ guards: Sample...) throws -> [String] {
    try warnings(guards).map(\.code.name)
  }

  // MARK: - One guard

  @Test(arguments: [
    "true", "1 < 2", "true || payload.names_case", "size([1, 2]) == 2", "!false",
    "payload.names_case || 'a' in ['a', 'b']",
  ])
  func `A rule that holds whatever the event is never says anything`(_ require: String) throws {
    #expect(try codes(Sample(require: require)) == ["guard-always-holds"])
  }

  @Test(arguments: [
    "false && payload.names_case", "1 > 2", "payload.copies > 500", "payload.copies < 1",
    "payload.copies > 3 && payload.copies < 4", "payload.copies == 3 && payload.copies != 3",
    "!(payload.handling in ['clear', 'green'])",
    "payload.handling == 'clear' && payload.handling == 'green'",
    "payload.handling != 'clear' && payload.handling != 'green'",
    "payload.names_case && !payload.names_case",
    "payload.names_case == false && payload.names_case",
    "size(payload.tags) > 3", "size(payload.tags) < 0", "size(payload.number) < 3",
    "size(members) < 0", "members.size() < 0", "payload.issue.volume > 20", "params.most > 9",
    "event.type == 'member.admitted'",
    "green && payload.handling == 'clear'",
    "many > 5 && many <= 5", "payload.sent < now && payload.sent >= now",
    "payload.sent > now && now > payload.sent && payload.sent <= now",
    "payload.sent == now && now != payload.sent", "500 < payload.copies",
    "!(payload.copies <= 500)",
    "(payload.copies > 500 || payload.copies < 1) && payload.names_case",
    "payload.names_case ? payload.copies > 500 : payload.copies < 1",
    "!(payload.names_case || !payload.names_case)", "-1 > payload.copies",
  ])
  func `A rule that no event can meet is told`(_ require: String) throws {
    #expect(try codes(Sample(require: require)) == ["guard-always-refuses"])
  }

  @Test(arguments: [
    "payload.copies > 499", "payload.copies >= 500", "payload.copies <= 1",
    "payload.copies > 3 && payload.copies < 5", "payload.copies != 3 && payload.copies != 4",
    "payload.handling != 'clear'", "payload.handling in ['green', 'clear']",
    "payload.number == 'red'", "members.exists(m, m.id == 'red')",
    "payload.names_case || !payload.names_case", "size(payload.tags) == 3",
    "size(payload.number) == 6",
    "size(members) == 0", "size(members) - size(contacts) < 0", "params.most > 8",
    "payload.sent < now || payload.sent >= now", "payload.sent <= now && payload.sent >= now",
    "green && payload.copies > 3", "size(meetings) > 2 && many <= 2", "false || payload.names_case",
    "payload.names_case ? payload.copies > 500 : payload.copies < 3",
    "payload.number.matches('a+') && !payload.number.matches('b+')",
    "members.exists(m, m.id == 'PT') && !members.exists(m, m.id == 'ES')",
  ])
  func `A rule that some event meets is left alone`(_ require: String) throws {
    #expect(try codes(Sample(require: require)) == [])
  }

  @Test(arguments: [
    ("payload.handling == 'gren'", ["gren: green"]),
    ("payload.handling != 'gren'", ["gren: green"]),
    ("'gren' == payload.handling", ["gren: green"]),
    ("payload.handling in ['gren']", ["gren: green"]),
    ("payload.handling in ['green', 'claer', 'x']", ["claer: clear", "x: "]),
    ("!(payload.handling in ['gren']) || payload.names_case", ["gren: green"]),
    ("params.level == 'lwo' && payload.copies > 3", ["lwo: low"]),
    ("members.exists(m, m.id == 'PT' && payload.handling in ['gren'])", ["gren: green"]),
    ("payload.names_case ? payload.handling == 'gren' : true", ["gren: green"]),
  ])
  func `A word that a field can never be is told with the nearest that it can be`(
    _ row: (require: String, words: [String])
  ) throws {
    let found = try warnings([Sample(require: row.require)])
    #expect(found.allSatisfy { $0.code == .guardWordUnknown })
    let told = found.map { failure in
      guard case .text(let word)? = failure.values["found"],
        case .text(let nearest)? = failure.values["nearest"]
      else { return "" }
      return "\(word): \(nearest)"
    }
    #expect(told == row.words)
    #expect(
      try codes(Sample(when: row.require, require: "payload.copies > 3"))
        == row.words.map { _ in "guard-word-unknown" })
  }

  @Test(arguments: ["false", "payload.copies > 500", "event.type != 'sample.guideline.published'"])
  func `A rule whose condition is never met never applies`(_ when: String) throws {
    #expect(
      try codes(Sample(when: when, require: "payload.names_case")) == ["guard-never-applies"])
    #expect(try codes(Sample(when: when, require: "false")) == ["guard-never-applies"])
  }

  @Test func `What a rule requires is looked at where it applies`() throws {
    #expect(
      try codes(Sample(when: "payload.copies > 10", require: "payload.copies < 10"))
        == ["guard-always-refuses"])
    #expect(try codes(Sample(when: "payload.copies > 10", require: "payload.copies < 12")) == [])
  }

  @Test func `To forbid something under a condition is left alone, to forbid everything is told`()
    throws
  {
    #expect(try codes(Sample(when: "payload.names_case", require: "false")) == [])
    #expect(
      try codes(
        Sample(when: "payload.names_case", require: "false"),
        Sample(require: "payload.names_case")) == [])
    #expect(try codes(Sample(require: "false")) == ["guard-always-refuses"])
  }

  @Test func `A rule on two types is told only of what holds for both`() throws {
    let both = "member.admitted, member.ended"
    let one = "event.type == 'member.admitted'"
    #expect(try codes(Sample(when: one, require: "size(members) < 9", on: both)) == [])
    #expect(
      try codes(Sample(when: "event.type == 'x'", require: "size(members) < 9", on: both))
        == ["guard-never-applies"])
  }

  @Test func `What events of the program carry is taken as possible`() throws {
    #expect(
      try codes(Sample(require: "size(payload.present) > 5000", on: "meeting.opened")) == [])
  }

  // MARK: - Two guards

  @Test(arguments: [
    ("payload.names_case", "!payload.names_case"), ("payload.copies > 9", "payload.copies < 10"),
    ("payload.handling == 'clear'", "payload.handling in ['green']"), ("green", "!green"),
    ("payload.sent > now", "payload.sent <= now"),
    ("payload.copies < 3 || payload.copies > 400", "payload.copies == 5"),
  ])
  func `Two rules that can never both hold are told with both names`(
    _ row: (one: String, other: String)
  ) throws {
    let found = try warnings([Sample(require: row.one), Sample(require: row.other)])
    #expect(found.map(\.code) == [.guardContradicts])
    #expect(found.first?.values["guard"] == .text("rule-1"))
    #expect(found.first?.values["other"] == .text("rule-0"))
    #expect(found.first?.values["type"] == .text("sample.guideline.published"))
  }

  @Test func `Rules that contradict each other under the same condition are told`() throws {
    let when = "payload.copies > 10"
    #expect(
      try codes(
        Sample(when: when, require: "payload.names_case"),
        Sample(when: when, require: "!payload.names_case")) == ["guard-contradicts"])
  }

  @Test func `Rules for different events do not contradict each other`() throws {
    #expect(
      try codes(
        Sample(when: "payload.copies > 10", require: "payload.names_case"),
        Sample(when: "payload.copies <= 10", require: "!payload.names_case")) == [])
    #expect(
      try codes(
        Sample(require: "size(members) > 5", on: "member.admitted"),
        Sample(require: "size(members) < 5", on: "member.ended")) == [])
  }

  @Test func `A warning and a refusal do not contradict each other`() throws {
    #expect(
      try codes(
        Sample(require: "payload.names_case"),
        Sample(require: "!payload.names_case", severity: "warn")) == [])
  }

  @Test func `A rule that repeats another is told, however it is spaced`() throws {
    let found = try warnings([
      Sample(when: "payload.copies>3", require: "payload.names_case"),
      Sample(when: "payload.copies > 3", require: "( payload.names_case )"),
      Sample(when: "payload.copies > 4", require: "payload.names_case"),
    ])
    #expect(found.map(\.code) == [.guardRepeated])
    #expect(found.first?.values["guard"] == .text("rule-1"))
  }

  // MARK: - All of them

  @Test func `Each warning stands at the expression that it is about`() throws {
    let guards = [
      Sample(when: "payload.copies > 500", require: "payload.names_case"),
      Sample(require: "payload.copies > 500"), Sample(require: "true"),
      Sample(require: "payload.names_case"), Sample(require: "!payload.names_case"),
      Sample(require: "!payload.names_case"), Sample(require: "payload.handling == 'gren'"),
    ]
    let found = try warnings(guards)
    #expect(Set(found.map(\.code)) == Set(Failure.Code.guardLintCodes))
    let lines = text(guards).split(separator: "\n", omittingEmptySubsequences: false)
    for failure in found {
      let place = try #require(failure.place, "\(failure.code.name)")
      let line = lines[place.line - 1]
      let key = failure.code == .guardNeverApplies ? "when: \"" : "require: \""
      guard failure.code != .guardWordUnknown else {
        #expect(line.dropFirst(place.column - 1).hasPrefix("'gren'"))
        continue
      }
      #expect(line.dropFirst(place.column - 1 - key.count).hasPrefix(key), "\(failure.code.name)")
    }
  }

  @Test func `A condition with more ways than are followed counts as possible`() throws {
    let many = (1...7).map { "(payload.copies == \($0) || payload.number == 'n\($0)')" }
    #expect(try codes(Sample(require: many.joined(separator: " && "))) == [])
  }

  @Test func `Rules without guards have no warnings`() throws {
    #expect(try GuardLint.warnings(of: SampleRules.rules()) == [])
  }
}
