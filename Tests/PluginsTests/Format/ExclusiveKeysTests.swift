import TestKit
import Testing
import Values

@testable import Plugins

/// Keys that exclude each other, where a template has one and the network writes the other.
@Suite struct ExclusiveKeysTests {
  /// A network that extends a template and writes what stands below `governance`.
  private func network(_ template: String, _ governance: String) -> String {
    """
    format: plugin/1
    id: child
    version: 1.0.0
    extends: \(template)@1
    recording_since: 2026-01-01
    languages: [en]
    timezone: UTC
    title: {en: Child}
    basis: {act: Founding act}
    founding: {on: 2026, instrument: Act, source: act}
    governance:
      \(governance)

    """
  }

  private func rules(_ template: String, _ governance: String) throws -> Rules {
    try PluginFile.load(text: network(template, governance), file: "network.yaml").rules
  }

  private func codes(_ template: String, _ governance: String) -> [Failure.Code] {
    do throws(PluginRefused) {
      _ = try PluginFile.load(text: network(template, governance), file: "network.yaml")
      return []
    } catch {
      return error.errors.map(\.code)
    }
  }

  private func body(_ id: String, _ rules: Rules) throws -> Body {
    try #require(rules.bodies.first { $0.id == id })
  }

  // MARK: - Majorities

  @Test(arguments: [
    ("blank", "plenary"), ("plenary-of-states", "plenary"), ("steering-group", "plenary"),
    ("coordinator-and-contact-points", "plenary"), ("board-and-executive", "board"),
    ("directory-and-annual-meeting", "plenary"),
  ])
  func `Two thirds of those present can be asked for over every template`(
    _ row: (template: String, body: String)
  ) throws {
    let rule =
      "{at_least: 2/3, of: present, abstentions: counted, tie: rejected, source: act}"
    let rules = try rules(row.template, "bodies: {\(row.body): {decides: {default: \(rule)}}}")
    let decision = try #require(try body(row.body, rules).decision(on: "default"))
    let twoThirds = try #require(Fraction("2/3"))
    #expect(decision.threshold == Threshold(.atLeast, twoThirds))
    #expect(decision.method != .consensus)
    #expect(decision.base == .present)
    #expect(decision.clause.source == .basis(key: "act", text: "Founding act"))
  }

  @Test(arguments: [
    ("at_least: 3/4", Threshold.Strictness.atLeast, "3/4"),
    ("more_than: 1/3", .moreThan, "1/3"),
  ])
  func `A quorum is of the kind that the network writes`(
    _ row: (key: String, strictness: Threshold.Strictness, fraction: String)
  ) throws {
    for template in ["blank", "directory-and-annual-meeting"] {
      let rules = try rules(template, "bodies: {plenary: {quorum: {\(row.key)}}}")
      let quorum = try #require(try body("plenary", rules).quorum)
      let fraction = try #require(Fraction(row.fraction))
      #expect(quorum.threshold == Threshold(row.strictness, fraction))
    }
  }

  @Test func `Consensus alone takes the vote of the template away`() throws {
    let rules = try rules(
      "plenary-of-states", "bodies: {plenary: {decides: {rules: {only: consensus}}}}")
    let decision = try #require(try body("plenary", rules).decision(on: "rules"))
    #expect(decision.method == .consensus)
    #expect(decision.threshold == nil)
    #expect(try body("plenary", rules).decision(on: "election")?.method == .consensusFirst)
  }

  @Test func `Part of a vote ends consensus alone, and the rest is asked for`() {
    let found = codes(
      "coordinator-and-contact-points", "bodies: {plenary: {decides: {default: {tie: rejected}}}}")
    #expect(Set(found) == [.keyMissing, .keysNeither])
  }

  @Test func `A source of one's own takes no key of the template away`() throws {
    let rules = try rules(
      "coordinator-and-contact-points", "bodies: {plenary: {decides: {default: {source: act}}}}")
    let decision = try #require(try body("plenary", rules).decision(on: "default"))
    #expect(decision.method == .consensus)
    #expect(decision.clause.source == .basis(key: "act", text: "Founding act"))
  }

  @Test(arguments: [
    ("{more_than: 1/2, at_least: 2/3}", "quorum", [Failure.Code.keysExclusive]),
    ("{default: {only: consensus, at_least: 2/3}}", "decides", [.keysExclusive]),
  ])
  func `Two keys that the network itself writes side by side are still a fault`(
    _ row: (written: String, key: String, codes: [Failure.Code])
  ) {
    #expect(
      codes("blank", "bodies: {plenary: {\(row.key): \(row.written)}}") == row.codes)
  }

  // MARK: - Compositions and outputs

  @Test func `A board that rotates becomes one member when the network says so`() throws {
    let rules = try rules(
      "plenary-of-states",
      "bodies: {board: {composition: coordinator, coordinator: {named_by: plenary, term: P3Y, source: act}}}"
    )
    guard case .coordinator(let rule) = try body("board", rules).composition else {
      Issue.record("the board is no coordinator")
      return
    }
    #expect(rule.term == Period(years: 3))
    #expect(rule.namedBy == "plenary")
  }

  @Test func `A board keeps its composition when only its title changes`() throws {
    let rules = try rules("plenary-of-states", "bodies: {board: {title: {en: Troika}}}")
    guard case .rotation = try body("board", rules).composition else {
      Issue.record("the board does not rotate")
      return
    }
    #expect(try body("board", rules).title.text(in: "en") == "Troika")
  }

  @Test func `A report of each meeting becomes one of each period`() throws {
    let rules = try rules("plenary-of-states", "outputs: {outcome_report: {per: {period: P1Y}}}")
    let output = try #require(rules.outputs.first { $0.id == "outcome_report" })
    #expect(output.occasion == .period(Period(years: 1)))
  }

  // MARK: - Elsewhere the same words are left alone

  @Test(arguments: [
    (["governance", "series", "plenary"], ["at_least"]),
    (["governance", "bodies", "plenary"], ["more_than"]),
    (["events", "a.b", "payload", "properties"], ["at_least", "only"]),
    (["governance"], ["only"]), ([], ["period"]),
  ])
  func `Outside a quorum and a decision the words exclude nothing`(
    _ row: (path: [String], names: [String])
  ) {
    let gone = ExclusiveKeys.replaced(by: Set(row.names), composition: nil, at: row.path)
    #expect(gone.isEmpty)
  }

  // MARK: - Guards of one's own

  @Test func `A guard on an act rather than an event is told the event, and of no empty list`() {
    let text =
      network("blank", "series: {plenary: {at_least: 1, per: P1Y, source: act}}")
        + """
        guards:
          - id: agenda-sent
            on: [meeting.convene]
            require: size(payload.agenda) > 0
            message: {en: An agenda is sent.}
            source: act

        """
    do throws(PluginRefused) {
      _ = try PluginFile.load(text: text, file: "network.yaml")
      Issue.record("accepted")
    } catch {
      #expect(error.errors.map(\.code) == [.referenceUnknown])
      #expect(error.errors.first?.values["nearest"] == .text("meeting.convened"))
    }
  }
}
