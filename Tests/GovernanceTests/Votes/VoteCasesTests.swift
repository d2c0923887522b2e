import Governance
import Plugins
import TestKit
import Testing
import Values

/// What the rules say of votes, in worked cases: each key is a promise that a case can hold.
@Suite struct VoteCasesTests {
  private static let rule =
    "default: {first: consensus, more_than: 1/2, of: all_members, abstentions: counted, tie: rejected"

  /// The sample rules with another rule on all matters, and keys of the plenary.
  private static func text(_ decides: String, _ keys: [String] = []) -> String {
    SampleRules.text.replacing(rule, with: "default: {\(decides)").replacing(
      "title: {en: Plenary}\n",
      with: "title: {en: Plenary}\n" + keys.map { "      \($0)\n" }.joined())
  }

  private func check(
    _ text: String, _ rows: [(given: String, when: String, then: String)]
  ) throws -> CaseSuite {
    let rules = try PluginFile.load(text: text, file: "s.yaml").rules
    let cases = rows.enumerated().map { index, row in
      "  - {name: it \(index), given: \(row.given), on: 2026-03-20, "
        + "when: {do: deliberation record, meeting: $m, title: T, \(row.when)}, then: \(row.then)}\n"
    }
    let suite = try SampleCases.suite(cases.joined())
    for result in try SampleCases.report(suite, under: rules).results {
      #expect(result.passes, "\(result.mismatches) \(String(describing: result.stop))")
    }
    return suite
  }

  private func survivors(_ text: String, _ suite: CaseSuite, at path: String) throws -> [String] {
    let loaded = try PluginFile.load(text: text, file: "s.yaml")
    return try MutationRun(loaded.tree, loaded.rules, suite).survivors
      .filter { $0.path.hasPrefix(path) }.map { "\($0.path) \($0.to ?? "nothing")" }
  }

  private static let open = "{fixture: open}"
  private static let all =
    "{fixture: open, acts: [{do: attendance arrive, meeting: $m, member: FR, effective: 2026-03-20}]}"

  @Test func `A recusal that lowers the number needed`() throws {
    let text = Self.text(
      "more_than: 1/2, of: all_members, abstentions: counted, tie: rejected, recused: leaves_base")
    let suite = try check(
      text,
      [
        (
          Self.all, "for: 2, recused: [FR=own case]",
          "{outcome: adopted, base: 2, needed: 2, quorum.base: 3, recusal.recused_members: FR}"
        ),
        (Self.all, "for: 1, against: 1, recused: [FR=own case]", "{outcome: rejected, base: 2}"),
      ])
    #expect(
      try survivors(text, suite, at: "bodies.plenary.decides.default.recused") == [])
  }

  @Test func `A tie that goes to a second round, in the same sitting`() throws {
    let text = Self.text(
      "more_than: 1/2, of: votes_cast, abstentions: ignored, tie: second_round")
    let first =
      "{fixture: open, acts: [{do: deliberation record, meeting: $m, title: T, for: 1, against: 1, "
      + "effective: 2026-03-20, as: d}]}"
    let suite = try check(
      text,
      [
        (Self.open, "for: 1, against: 1", "{outcome: tied, tie: second_round}"),
        (first, "for: 1, against: 1, second-round-of: $d", "{outcome: rejected}"),
        (first, "for: 2, second-round-of: $d", "{outcome: adopted}"),
      ])
    #expect(try survivors(text, suite, at: "bodies.plenary.decides.default.tie") == [])
  }

  @Test func `A tie that a lot decides, which a case can draw again`() throws {
    let drawn = ["heads", "tails"].map { seed in
      (seed, Lot(seed: seed, subject: "D-1").order(["for", "against"])[0].alternative)
    }
    let text = Self.text("more_than: 1/2, of: votes_cast, abstentions: ignored, tie: lot")
    let rows = drawn.map { seed, side in
      (
        Self.open, "for: 1, against: 1, seed: \(seed)",
        "{outcome: \(side == "for" ? "adopted" : "rejected"), lot.drawn: \(side), lot.seed: \(seed)}"
      )
    }
    let suite = try check(
      text, rows + [(Self.open, "for: 1, against: 1", "{refused: lot-missing, way: draw-lot}")])
    #expect(try survivors(text, suite, at: "bodies.plenary.decides.default.tie") == [])
  }

  @Test func `A second vote of one state, under each rule`() throws {
    for (word, then) in [
      ("refused", "{refused: second-vote}"), ("replaces", "{outcome: rejected, for: 1}"),
      ("void", "{outcome: rejected, for: 1, against: 0}"),
    ] {
      let text = Self.text(
        "more_than: 1/2, of: votes_cast, abstentions: counted, tie: rejected, second_vote: \(word)")
      let roll = "names: [PT=for, ES=for, ES=against]"
      guard word != "void" else {
        _ = try check(text, [(Self.open, roll, "{outcome: adopted, for: 1, against: 0}")])
        continue
      }
      let suite = try check(text, [(Self.open, roll, then)])
      #expect(
        try survivors(text, suite, at: "bodies.plenary.decides.default.second_vote") == [],
        "\(word)")
    }
  }

  @Test func `A majority of shares beside that of members`() throws {
    let text = Self.text(
      "more_than: 1/2, of: all_members, abstentions: counted, tie: rejected, "
        + "shares: {at_least: 2/3, of: all_members, source: assumption}",
      ["weights: {members: {PT: 6, ES: 3, FR: 3}, source: charter}"])
    let suite = try check(
      text,
      [
        (
          Self.all, "names: [ES=for, FR=for, PT=against]",
          "{outcome: rejected, majority.holds: true, shares.holds: false, shares.for: 6, shares.needed: 8}"
        ),
        (Self.all, "names: [PT=for, ES=for, FR=against]", "{outcome: adopted, shares.for: 9}"),
        (Self.all, "for: 3", "{refused: names-needed}"),
      ])
    #expect(
      try survivors(text, suite, at: "bodies.plenary.decides.default.shares").filter {
        !$0.hasSuffix("votes_cast") && !$0.hasSuffix("present") && !$0.hasSuffix("more_than")
          && !$0.contains("/")
      } == [])
  }

  @Test func `A proxy within its limit, and one too many`() throws {
    let text = Self.text(
      "more_than: 1/2, of: all_members, abstentions: counted, tie: rejected",
      ["proxies: {per_holder: 1, quorum: false, source: assumption}"])
    let given =
      "{fixture: open, acts: [{do: proxy give, giver: FR, holder: PT, body: plenary, "
      + "effective: 2026-03-20, as: x}]}"
    let revoked =
      given.replacing(
        "as: x}]", with: "as: x}, {do: proxy revoke, proxy: $x, effective: 2026-03-20}]")
    let suite = try check(
      text,
      [
        (
          given, "names: [PT=for, FR=for]",
          "{outcome: adopted, proxied: 1, proxies.proxies: FR (PT), quorum.found: 2}"
        ),
        (revoked, "names: [PT=for, FR=for]", "{refused: delegation-not-present}"),
      ])
    #expect(suite.cases.count == 2)
  }
}
