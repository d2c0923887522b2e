import Testing
import Values

@testable import Plugins

/// A subgroup as a body of the rules: what it inherits, and what it set itself.
@Suite struct SubgroupCharterTests {
  private func rules(_ terms: String = "{may_set: [quorum, notice, decides], source: practice}")
    throws -> Rules
  {
    let text = SamplePlugin.text.replacing(
      "longest: P2Y, source: assumption}",
      with: "longest: P2Y, source: assumption, terms: \(terms)}")
    return try PluginFile.load(text: text, file: "s.yaml").rules
  }

  private func charter(_ id: String = "crypto", _ written: [String: String] = [:])
    -> SubgroupCharter
  {
    SubgroupCharter(
      id: id, title: "Crypto", stays: [.init(member: "PT", from: Day(number: 20_500))],
      written: written, source: .basis(key: "D-7", text: "D-7"))
  }

  @Test func `It has a body and a series with the rules of the body that it inherits from`() throws
  {
    let rules = try rules()
    let made = rules.chartered([charter()])
    let body = try #require(made.body("crypto"))
    let plenary = try #require(made.body("plenary"))
    #expect(body.isSubgroup && !plenary.isSubgroup)
    #expect(body.quorum == plenary.quorum && body.quorum != nil)
    #expect(body.decisions == [plenary.decision(on: "default")].compactMap(\.self))
    #expect(body.title.text(in: "pt") == "Crypto")
    let series = try #require(made.series("crypto"))
    let model = try #require(made.series("plenary"))
    #expect(series.body == "crypto" && series.notice == model.notice)
    #expect(series.agenda == model.agenda && series.minutes == model.minutes)
    #expect(series.minimum == nil && series.invitations == nil)
    #expect(made.resolved == rules.resolved, "the digest stays that of the network's rules")
  }

  @Test func `Links, proxies and speaking times are those of the body as well`() throws {
    let rules = try PluginFile.load(text: SamplePlugin.whole, file: "s.yaml").rules
    let made = rules.chartered([charter()])
    let parent = try #require(rules.body("plenary"))
    let body = try #require(made.body("crypto"))
    #expect(rules.subgroups?.inheritance.inherits == parent.id)
    #expect(body.remote == parent.remote && parent.remote != nil)
    #expect(body.proxies == parent.proxies && body.weights == parent.weights)
    let model = try #require(rules.series("plenary"))
    #expect(made.series("crypto")?.speaking == model.speaking && model.speaking != nil)
  }

  @Test func `What it set stands in the place of what it inherits`() throws {
    let written = [
      "quorum.members": "1", "notice.period": "P3D", "decides.at_least": "2/3",
      "decides.of": "present", "decides.abstentions": "counted", "decides.tie": "rejected",
    ]
    let made = try rules().chartered([charter("crypto", written)])
    #expect(made.body("crypto")?.quorum?.measure == .number(1))
    #expect(made.body("crypto")?.decision(on: "anything")?.base == .present)
    #expect(made.series("crypto")?.notice?.period == .days(3))
    #expect(made.body("plenary")?.quorum == (try rules()).body("plenary")?.quorum)
  }

  @Test func `A value that is locked, or cannot be read any more, does not count`() throws {
    let written = ["quorum.members": "1", "notice.period": "P3D"]
    let locked = try rules("{may_set: [notice], source: practice}")
      .chartered([charter("crypto", written)])
    #expect(locked.body("crypto")?.quorum == locked.body("plenary")?.quorum)
    #expect(locked.series("crypto")?.notice?.period == .days(3))
    let broken = try rules().chartered([charter("crypto", ["quorum.members": "many"])])
    #expect(broken.body("crypto")?.quorum == broken.body("plenary")?.quorum)
  }

  @Test func `Another body may be what it inherits from, and one that meets in no series`() throws {
    let made = try rules("{inherits: panel, may_set: [], source: practice}").chartered([charter()])
    #expect(made.body("crypto")?.quorum == nil)
    #expect(made.body("crypto")?.decisions == [])
    #expect(made.series("crypto")?.notice == nil)
  }

  @Test func `No name of the rules is taken by a subgroup`() throws {
    let rules = try rules()
    #expect(rules.chartered([charter("board"), charter("plenary")]) == rules)
    #expect(rules.chartered([]) == rules)
    var without = rules
    without.subgroups = nil
    #expect(without.chartered([charter()]) == without)
  }

  @Test func `Items of other bodies are not handed to it`() throws {
    let made = try rules().chartered([charter()])
    #expect(made.referralRule.receivers(of: "subgroups") == ["board", "lead", "panel", "plenary"])
    #expect(made.referralRule.receivers(of: "crypto").isEmpty)
  }

  @Test(arguments: [
    (20_499, []), (20_500, ["ES", "PT"]), (20_510, ["ES", "PT"]), (20_511, ["PT"]),
  ])
  func `Members take part from their first day to their last`(_ row: (day: Int, members: [String]))
  {
    let seats = SubgroupSeats(
      stays: [
        .init(member: "PT", from: Day(number: 20_500)),
        .init(member: "ES", from: Day(number: 20_500), until: Day(number: 20_510)),
      ], clause: Clause(id: "subgroups", source: .practice))
    #expect(seats.members(on: Day(number: row.day)) == row.members)
  }

  @Test func `The guards of a chartered body can be made, though none is asked`() throws {
    let made = try rules().chartered([charter()])
    #expect(made.expandedGuards.count >= (try rules()).expandedGuards.count)
    #expect(made.decidingClauses.contains { $0.id == "subgroups" })
  }
}
