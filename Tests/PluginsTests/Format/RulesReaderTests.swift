import Plugins
import Testing
import Values

/// Each key of the format is read into its rule.
@Suite struct RulesReaderTests {
  private let rules: Rules

  init() throws { rules = try PluginFile.load(text: SamplePlugin.text, file: "s.yaml").rules }

  private func clause(_ id: String, _ source: Clause.Source) -> Clause {
    Clause(id: id, source: source)
  }

  private let statute = Clause.Source.basis(key: "statute", text: "The statute of 2020")

  @Test func `The head names the network`() {
    #expect(rules.id == "sample")
    #expect(rules.version == "1.2.3")
    #expect(rules.template == nil)
    #expect(rules.languages == ["en", "pt"])
    #expect(rules.zone == "Europe/Lisbon")
    #expect(rules.recordingSince == Day("2026-01-01"))
    #expect(rules.title.text(in: "pt") == "Amostra")
    #expect(rules.basis == ["statute": "The statute of 2020"])
  }

  @Test func `The founding has a day as exact as is known`() {
    #expect(
      rules.founding
        == PartialDay("2020-05").map {
          Founding(on: $0, instrument: "Statute", clause: clause("founding", statute))
        })
  }

  @Test func `Classes have their closed list of rights`() {
    #expect(
      rules.membership.memberClass("member")
        == MemberClass(
          name: "member", rights: [.attend, .vote],
          clause: clause("membership.classes.member", statute)))
    #expect(rules.membership.memberClass("observer")?.mayVote == false)
    #expect(rules.membership.institutions["EUROJUST"]?.text(in: "en") == "Eurojust")
  }

  @Test func `A seat says who appoints, how many and how long`() {
    #expect(
      rules.seats == [
        SeatRule(
          kind: "contact_point", classes: ["member", "observer"], minimum: 1, maximum: 3,
          appointedBy: "plenary", term: Period(years: 4), servesRemainder: true, holdsOver: false,
          isInDirectory: true, clause: clause("seats.contact_point", .assumption))
      ])
  }

  @Test func `A plenary has its quorum and its majorities`() throws {
    let half = try #require(Fraction(1, 2))
    let plenary = try #require(rules.body("plenary"))
    #expect(plenary.composition == .plenary)
    #expect(
      plenary.quorum
        == QuorumRule(
          .share(Threshold(.moreThan, half)),
          secondCall: SecondCallRule(
            threshold: Threshold(.atLeast, try #require(Fraction(1, 3))), after: .days(14),
            clause: clause("bodies.plenary.quorum.second_call", .assumption)),
          clause: clause("bodies.plenary.quorum", .assumption)))
    #expect(
      plenary.decision(on: "default")
        == DecisionRule(
          matter: "default", method: .vote, threshold: Threshold(.moreThan, half),
          base: .votesCast, abstentions: .ignored, tie: .chairDecides,
          clause: clause("bodies.plenary.decides.default", .assumption)))
    #expect(
      plenary.decision(on: "rules")
        == DecisionRule(
          matter: "rules", method: .consensusFirst,
          threshold: Threshold(.atLeast, try #require(Fraction(2, 3))), base: .allMembers,
          abstentions: .counted, tie: .rejected, clause: clause("rules-majority", statute)))
  }

  @Test func `A matter of consensus has no threshold`() throws {
    let names = try #require(rules.body("plenary")?.decision(on: "names"))
    #expect(names.method == .consensus)
    #expect(names.threshold == nil)
    #expect(names.base == .present)
  }

  @Test func `A board by rotation has its groups in order`() throws {
    let groups = [
      RotationRule.Group(
        members: ["NL", "SK", "EUROJUST"], from: try #require(Day("2016-01-01")),
        until: try #require(Day("2017-06-30"))),
      RotationRule.Group(
        members: ["EE", "BG", "AT"], from: try #require(Day("2017-07-01")),
        until: try #require(Day("2018-12-31"))),
    ]
    #expect(
      rules.body("board")?.composition
        == .rotation(
          RotationRule(
            groups: groups, chairPeriod: Period(months: 6),
            clause: clause("bodies.board.rotation", statute))))
  }

  @Test func `A coordinator and an elected panel are read`() {
    #expect(
      rules.body("lead")?.composition
        == .coordinator(
          CoordinatorRule(
            namedBy: "plenary", term: Period(years: 3),
            clause: clause("bodies.lead.coordinator", .practice))))
    #expect(
      rules.body("panel")?.composition
        == .elected(
          ElectionRule(
            minimum: 3, maximum: 7, electedBy: "plenary", term: Period(months: 18),
            isOnePerMember: true, clause: clause("bodies.panel.elected", .assumption))))
    #expect(rules.body("panel")?.decisions == [])
    #expect(rules.body("panel")?.quorum == nil)
  }

  @Test func `A series has its minimum and its notice, each with its clause`() throws {
    let series = try #require(rules.series("plenary"))
    #expect(series.body == "plenary")
    #expect(
      series.minimum
        == Frequency(
          atLeast: 2, per: Period(years: 1), clause: clause("series.plenary", statute)))
    #expect(
      series.notice
        == NoticeRule(
          period: .days(14), urgent: .days(4), documents: .days(7),
          clause: clause("series.plenary.notice", .assumption)))
  }

  @Test func `Programme, subgroups and outputs are read`() {
    #expect(
      rules.programme
        == ProgrammeRule(
          length: Period(years: 2), adoptedBy: "plenary", matter: "default",
          clause: clause("programme", statute)))
    #expect(
      rules.subgroups
        == SubgroupRule(
          createdBy: "plenary", matter: "rules", longest: Period(years: 2),
          clause: clause("subgroups", .assumption)))
    #expect(rules.outputs.map(\.id) == ["report", "review"])
    #expect(
      rules.outputs.map(\.occasion) == [
        .meeting(series: "plenary"), .period(Period(years: 1)),
      ])
    #expect(rules.outputs.map(\.within) == [.days(30), nil])
    #expect(rules.outputs.map(\.numbering) == [.yearOrdinal, .meeting])
  }

  @Test func `The order of keys in the file changes nothing`() throws {
    let text = SamplePlugin.text.replacing(
      "id: sample\nversion: 1.2.3", with: "version: 1.2.3\nid: sample")
    #expect(try PluginFile.load(text: text, file: "s.yaml").rules == rules)
  }

  @Test func `Rules that went through the log are the same rules`() throws {
    let stored = try JSON(parsing: rules.resolved.canonical)
    #expect(try PluginFile.load(resolved: stored) == rules)
  }

  @Test func `Rules of the log that are damaged are refused`() throws {
    var fields = try #require(rules.resolved.fields)
    fields["timezone"] = .int(7)
    #expect(throws: PluginRefused.self) { try PluginFile.load(resolved: .object(fields)) }
    #expect(throws: PluginRefused.self) { try PluginFile.load(resolved: .null) }
  }
}
