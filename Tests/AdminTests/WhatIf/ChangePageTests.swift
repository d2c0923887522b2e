import Plugins
import Publishing
import Testing
import Values

@testable import admin

/// What each key of the rules is called, and how its values are told.
@Suite struct ChangePageTests {
  private static func change(_ key: String, _ before: JSON?, _ after: JSON?, clause: String? = nil)
    -> RulesChange
  {
    let top = ["timezone", "languages", "in_progress", "recording_since"]
    let keys = key.split(separator: ".").map { String($0) }
    let isTop = top.contains(keys[0]) || ["basis", "title"].contains(keys[0])
    return RulesChange(
      path: (isTop ? [] : ["governance"]) + keys, clause: clause, before: before, after: after)
  }

  private static func line(_ key: String, _ before: JSON?, _ after: JSON?, clause: String? = nil)
    -> String
  {
    ChangePage(Catalogue(.english), electorates: ["plenary": 8])
      .line(of: change(key, before, after, clause: clause))
  }

  @Test(
    arguments: [
      (
        "bodies.plenary.quorum", ["more_than": "1/2", "of": "members"],
        ["at_least": "2/3", "of": "members"],
        "~ quorum of plenary: more than 1/2 of members entitled to vote (5 of 8) -> at least 2/3 of members entitled to vote (6 of 8)"
      ),
      (
        "bodies.plenary.decides.rules", ["at_least": "2/3", "of": "all_members"],
        ["at_least": "3/4", "of": "all_members"],
        "~ majority for rules in plenary: at least 2/3 of all members (6 of 8) -> at least 3/4 of all members (6 of 8): the same number today"
      ),
      (
        "bodies.plenary.decides.rules", ["at_least": "2/3", "of": "votes_cast"],
        ["at_least": "3/4", "of": "votes_cast"],
        "~ majority for rules in plenary: at least 2/3 of votes cast -> at least 3/4 of votes cast"
      ),
      (
        "bodies.board.quorum", ["more_than": "1/2", "of": "members"],
        ["more_than": "2/3", "of": "members"],
        "~ quorum of board: more than 1/2 of members entitled to vote -> more than 2/3 of members entitled to vote"
      ),
      (
        "bodies.plenary.decides.rules.tie", "rejected", "chair_decides",
        "~ tie on rules in plenary: rejected -> the chair decides"
      ),
      (
        "bodies.plenary.decides.rules.abstentions", "counted", "ignored",
        "~ abstentions on rules in plenary: counted -> ignored"
      ),
      (
        "series.plenary", ["at_least": "2", "per": "P1Y"], ["at_least": "3", "per": "P1Y"],
        "~ meetings of plenary: at least 2 in 1 year -> at least 3 in 1 year"
      ),
      (
        "series.plenary.notice.documents", "P7D", "P10D",
        "~ time for the documents of plenary: 7 days -> 10 days"
      ),
      (
        "seats.contact_point.min", "1", "2",
        "~ least number of seats of the kind contact_point: 1 -> 2"
      ),
      (
        "seats.contact_point.holdover", "true", "false", "~ seats.contact_point.holdover: yes -> no"
      ),
      (
        "membership.classes.member.may", ["attend", "vote"], ["attend"],
        "~ rights of the class member: attend, vote -> attend"
      ),
      ("programme.length", "P2Y", "P3Y", "~ length of a programme: 2 years -> 3 years"),
      ("outputs.report.within", "P30D", "P1M", "~ deadline of report: 30 days -> 1 month"),
      ("timezone", "UTC", "Europe/Lisbon", "~ time zone: UTC -> Europe/Lisbon"),
      (
        "recording_since", "2026-01-01", "2026-02-01",
        "~ first day of recording: 1 January 2026 -> 1 February 2026"
      ),
      (
        "in_progress", "keep", "adopt",
        "~ proceedings in progress: they end under the old rules -> the new rules decide them"
      ),
      ("title.pt", "Rede", "Rede nova", "~ title in the language pt: Rede -> Rede nova"),
      ("observers.proposal_lead", "P30D", "P60D", "~ observers.proposal_lead: 30 days -> 60 days"),
    ] as [(String, JSON, JSON, String)])
  func `A change is told in words`(_ row: (key: String, before: JSON, after: JSON, line: String)) {
    #expect(Self.line(row.key, row.before, row.after) == row.line)
  }

  @Test func `What comes and what goes has one side`() {
    let notice: JSON = ["period": "P14D", "source": "practice"]
    #expect(
      Self.line("series.board.notice", nil, notice)
        == "+ notice of board: period 14 days, source practice")
    #expect(Self.line("bodies.board", ["composition": "plenary"], nil).hasPrefix("- body board: "))
    #expect(
      Self.line("basis.statute", nil, "Statute of 2026")
        == "+ text cited as statute: Statute of 2026")
  }

  @Test func `Where a rule comes from is told with the id of its clause`() {
    let line = Self.line(
      "series.plenary.notice.source", "assumption", "statute", clause: "notice-14")
    #expect(line == "~ source of notice-14: assumption -> statute")
  }

  @Test(arguments: Language.allCases)
  func `Every label and sentence stands in each language`(_ language: Language) {
    let page = ChangePage(Catalogue(language), electorates: ["plenary": 8])
    let keys = [
      "bodies.b", "bodies.b.quorum", "bodies.b.quorum.members", "bodies.b.chair",
      "bodies.b.chair.classes", "bodies.b.decides", "bodies.b.decides.m",
      "bodies.b.decides.m.first", "bodies.b.decides.m.abstentions", "bodies.b.decides.m.tie",
      "bodies.b.composition", "bodies.b.rotation", "bodies.b.rotation.groups",
      "bodies.b.rotation.chair_period", "bodies.b.elected", "bodies.b.elected.term",
      "bodies.b.elected.min", "bodies.b.elected.max", "bodies.b.coordinator.term", "series.s",
      "series.s.notice", "series.s.notice.urgent", "series.s.notice.documents",
      "membership.classes.c", "membership.classes.c.may", "membership.institutions.I", "seats.k",
      "seats.k.min", "seats.k.max", "seats.k.term", "programme", "subgroups", "outputs.o",
      "outputs.o.within", "timezone", "languages", "in_progress", "recording_since", "basis.k",
      "title.en", "series.s.notice.source",
    ]
    for key in keys {
      for (before, after) in [("a", "b"), (nil, "b"), ("a", nil)] as [(JSON?, JSON?)] {
        let words = page.words(of: Self.change(key, before, after))
        #expect(!words.contains("["), "\(key): \(words)")
        #expect(
          !words.hasPrefix(key) || ["programme", "languages"].contains(key), "\(key): \(words)")
      }
    }
  }

  @Test func `Numbers that do not fit are told and not counted`() {
    let line = Self.line(
      "bodies.plenary.quorum", ["more_than": "x", "of": "members"],
      ["more_than": "9/0", "of": "members"])
    #expect(
      line
        == "~ quorum of plenary: more_than x, of members entitled to vote -> more_than 9/0, of members entitled to vote"
    )
  }
}
