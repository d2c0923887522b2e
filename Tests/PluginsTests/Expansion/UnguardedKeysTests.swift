import Foundation
import TestKit
import Testing
import Values

@testable import Plugins

/// Each key below `governance` has a guard, or a reason why not.
@Suite struct UnguardedKeysTests {
  /// The keys that hold a value, by their pattern below `governance`.
  private static let leaves: [String] = FormatKeys.table.split(separator: "\n").compactMap { line in
    let parts = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
    guard parts[0].hasPrefix("governance."), parts[1] != "object" else { return nil }
    let path = String(parts[0].dropFirst("governance.".count))
    let last = path.split(separator: ".").last
    return ["title", "source", "id"].contains(last) || path.contains("[]") ? nil : path
  }

  /// Rules with every key, read from the page of the format.
  private static func whole() throws -> Rules {
    try PluginFile.load(
      text: SampleRules.text
        .replacing(
          "quorum: {more_than: 1/2, of: members, source: assumption}",
          with: "quorum: {more_than: 1/2, of: members, source: assumption, "
            + "second_call: {after: P14D, at_least: 1/3, source: assumption}}"
        )
        .replacing(
          "elected: {min: 2,",
          with: "elected: {leaving: 1, ballot: {at_least: 1/3, of: present, abstentions: counted, "
            + "relative_after: 1, rounds: 3, marks: 2, next: double, tie: lot, contested: true, "
            + "source: assumption}, min: 2,"
        )
        .replacing(
          "    lead:\n",
          with: "    council:\n      title: {en: Council}\n      composition: elected\n"
            + "      elected: {min: 1, max: 2, by: plenary, one_per_member: true, "
            + "source: assumption, ballot: {more_than: 1/2, of: present, abstentions: counted, "
            + "tie: lot, source: assumption}}\n    lead:\n"
        )
        .replacing(
          "documents: P7D, source: assumption}}",
          with: "documents: P7D, source: assumption}, agenda: {freeze: P7D, late: reason, "
            + "source: assumption}, minutes: {comments: P10D, approval: silence, "
            + "source: assumption}, invitations: {seats: {member: 3}, total: 9, source: assumption}, "
            + "speaking: {minutes: 5, times: 2, recorded: true, source: assumption}}"
        )
        .replacing("{named_by: plenary,", with: "{named_by: plenary, term: P3Y,")
        .replacing(
          "  series:\n",
          with: "  series:\n    boards: {title: {en: Meetings of the board}, body: board, "
            + "at_least: 1, per: P1Y, source: charter}\n"
        )
        .replacing(
          "composition: plenary\n",
          with: "composition: plenary\n      chair: {classes: [member], source: assumption}\n"
        )
        .replacing(
          "composition: elected\n",
          with: "composition: elected\n      quorum: {members: 2, source: assumption}\n"
        )
        .replacing(
          "default: {first: consensus, more_than: 1/2, of: all_members",
          with: "default: {first: consensus, recused: leaves_base, shares: {at_least: 1/2, "
            + "of: present, source: assumption}, at_least: 1/2, of: all_members"
        )
        .replacing(
          "rules: {at_least: 2/3,",
          with: "rules: {shares: {more_than: 1/2, of: present, source: assumption}, "
            + "at_least: 2/3,"
        )
        .replacing(
          "title: {en: Plenary}\n",
          with:
            "title: {en: Plenary}\n      remote: {quorum: true, vote: false, source: assumption}\n"
            + "      weights: {members: {PT: 2}, "
            + "classes: {member: 1}, source: assumption}\n"
        )
        .replacing(
          "board:\n      title: {en: Board}",
          with: "board:\n      quorum: {at_least: 1/2, of: members, source: assumption, "
            + "second_call: {after: P7D, more_than: 1/4, source: assumption}}\n"
            + "      proxies: {per_holder: 2, quorum: true, longest: P1Y, source: assumption}\n"
            + "      title: {en: Board}") + "\n" + SampleRules.procedures
        + "\n" + procedures + "\n" + SampleRules.motions, file: "whole.yaml"
    ).rules
  }

  /// The keys that those of the sample leave out.
  private static let procedures = """
        other:
          title: {en: Other}
          kind: written
          body: plenary
          source: practice
          period: {days: 7, starts: opening, source: assumption}
          consent: {more_than: 1/2, source: assumption}
          answers: {more_than: 1/2, source: assumption}
          broken: {by: [objection], who: entitled, at_least: 1/2, then: fails, source: assumption}
    """

  /// The keys that a guard of the rules stands for, `*` not yet put in.
  private static func guarded(_ rules: Rules) -> [String] {
    rules.expandedGuards.flatMap { item in item.keys.map { "\(item.path).\($0)" } }
  }

  @Test(arguments: Self.leaves)
  func `A key has a guard or a reason`(_ pattern: String) throws {
    let guarded = try Self.guarded(Self.whole())
    let hasGuard = guarded.contains { KeyPattern(pattern).matches($0) }
    let hasReason = UnguardedKeys.patterns.contains { $0.pattern == pattern }
    #expect(hasGuard != hasReason, "\(pattern)")
  }

  @Test func `No reason is given for a key that is not there`() {
    for row in UnguardedKeys.patterns {
      let isKnown =
        Self.leaves.contains(row.pattern)
        || FormatKeys.table.contains("governance.\(row.pattern) |")
        || FormatKeys.table.contains("governance.\(row.pattern)[] |")
      #expect(isKnown, "\(row.pattern)")
    }
  }

  @Test(arguments: [
    ("series.plenary.at_least", UnguardedKeys.Reason.shown),
    ("bodies.bureau.elected.by", .unseen), ("seats.contact_point.remainder", .computed),
    ("bodies.bureau.elected.one_per_member", .form),
  ])
  func `A reason is found by the path of a key`(
    _ row: (path: String, reason: UnguardedKeys.Reason)
  ) {
    #expect(UnguardedKeys.reason(for: row.path) == row.reason)
  }

  @Test(arguments: ["series.plenary.notice.period", "seats.contact_point", "programme", ""])
  func `A key that has a guard, and a whole rule, have no reason`(_ path: String) {
    #expect(UnguardedKeys.reason(for: path) == nil)
  }

  @Test func `The page of the format names each key without a guard`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "docs/plugin-format.md"), encoding: .utf8)
    let section = try #require(page.components(separatedBy: "## Keys as guards").last)
    for row in UnguardedKeys.patterns {
      #expect(section.contains("`\(row.pattern)`"), "\(row.pattern)")
    }
  }
}
