import Testing
import Values

@testable import Plugins

/// The keys `reminders` and `sender`, and what holds without them.
@Suite struct ReminderReaderTests {
  private func rules(_ keys: String) throws -> Rules {
    try PluginFile.load(text: text(keys), file: "s.yaml").rules
  }

  private func text(_ keys: String) -> String {
    SamplePlugin.text.replacing("  outputs:\n", with: keys + "  outputs:\n")
  }

  /// The codes of what is found in rules with these keys, each with its line in them.
  private func findings(_ keys: String) -> [String] {
    do throws(PluginRefused) {
      _ = try PluginFile.load(text: text(keys), file: "s.yaml")
      return []
    } catch {
      return error.findings.map(\.failure.code.name)
    }
  }

  @Test func `The rules say when letters are written, and where from`() throws {
    let rules = try rules(
      """
        sender: secretariat@sample.example
        reminders:
          terms: {before: [P60D, P2W], after: [P1M], id: end-of-term, source: statute}
          confirmations: {every: P18M, before: [P1M], source: practice}

      """)
    #expect(rules.sender == "secretariat@sample.example")
    let terms = rules.reminder(of: .terms)
    #expect(terms.before == [.days(60), .days(14)] && terms.after == [Period(months: 1)])
    #expect(terms.clause.id == "end-of-term" && terms.clause.source.key == "statute")
    #expect(terms.every == nil)
    let fresh = rules.reminder(of: .confirmations)
    #expect(fresh.every == Period(months: 18) && fresh.clause.id == "reminders.confirmations")
  }

  @Test func `Without the keys what is usual holds, as an assumption of this program`() throws {
    let rules = try rules("")
    #expect(rules.sender == nil && rules.reminders.isEmpty)
    for matter in ReminderRule.Matter.allCases {
      let rule = rules.reminder(of: matter)
      #expect(rule.clause == Clause(id: "reminders.\(matter.rawValue)", source: .assumption))
      #expect(!rule.before.isEmpty || !rule.after.isEmpty, "\(matter)")
      #expect((rule.every != nil) == (matter == .confirmations))
    }
  }

  @Test func `A matter with no period gets no letters, and the others stay as is usual`() throws {
    let rules = try rules("  reminders: {terms: {source: practice}}\n")
    #expect(rules.reminder(of: .terms).before == [] && rules.reminder(of: .terms).after == [])
    #expect(rules.reminder(of: .actions) == .usual(.actions))
  }

  @Test func `A confirmation without a period of its own holds for as long as is usual`() throws {
    let rules = try rules("  reminders: {confirmations: {before: [P7D], source: practice}}\n")
    #expect(rules.reminder(of: .confirmations).every == Period(years: 1))
  }

  @Test(arguments: [
    ("  reminders: {meetings: {before: [P7D], source: practice}}\n", "reference-unknown"),
    ("  reminders: {terms: {before: [soon], source: practice}}\n", "value-unreadable"),
    ("  reminders: {terms: {before: [P0D], source: practice}}\n", "period-zero"),
    ("  reminders: {terms: {after: [P101Y], source: practice}}\n", "period-too-long"),
    ("  reminders: {terms: {before: P7D, source: practice}}\n", "value-unreadable"),
    ("  reminders: {terms: {before: [P7D]}}\n", "key-missing"),
    ("  reminders: {terms: {every: P1Y, source: practice}}\n", "key-unknown"),
    ("  reminders: {terms: {ago: [P1Y], source: practice}}\n", "key-unknown"),
    ("  sender: somebody\n", "value-unreadable"),
    ("  sender: 'Office <a@b.example>'\n", "value-unreadable"),
  ])
  func `A wrong value is refused with its place`(_ row: (keys: String, code: String)) {
    let found = findings(row.keys)
    #expect(found == [row.code], "\(row.keys)")
  }

  @Test func `More than twelve letters before a day are refused`() {
    let many = (1...13).map { "P\($0)D" }.joined(separator: ", ")
    #expect(
      findings("  reminders: {terms: {before: [\(many)], source: practice}}\n")
        == ["list-too-long"])
    let most = (1...12).map { "P\($0)D" }.joined(separator: ", ")
    #expect(findings("  reminders: {terms: {before: [\(most)], source: practice}}\n") == [])
  }

  @Test func `The rules of the log read the same`() throws {
    let first = try rules("  reminders: {terms: {before: [P60D], source: practice}}\n")
    let again = try PluginFile.load(resolved: first.resolved)
    #expect(again.reminders == first.reminders)
  }
}
