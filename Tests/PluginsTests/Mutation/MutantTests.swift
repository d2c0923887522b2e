import Plugins
import Testing
import Values

@Suite struct MutantTests {
  private static let head = """
    format: plugin/1
    id: sample
    version: 1.0.0
    languages: [en]
    timezone: UTC
    recording_since: 2026-01-01
    title: {en: Sample}
    founding: {on: 2020-05-14, instrument: Statute, source: assumption}
    governance:
      membership:
        classes:
          member: {may: [attend, vote], source: assumption}
          guest: {may: [attend], source: assumption}
      bodies:
        plenary:
          title: {en: Plenary}
          composition: plenary
          decides:
            default: {more_than: 1/2, of: present, abstentions: counted, tie: rejected, source: assumption}

    """

  /// The mutants below one path, as `from > to`.
  private func mutants(of text: String, at path: String) throws -> [String] {
    try all(of: text).filter { $0.path == path }
      .map { "\($0.from ?? "nothing") > \($0.to ?? "nothing")" }
  }

  private func all(of text: String) throws -> [Mutant] {
    Mutant.all(of: try YAML.parse(Self.head + text, file: "s.yaml"))
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let text: String
    let path: String
    let mutants: [String]

    init(_ text: String, _ path: String, _ mutants: [String]) {
      self.text = text
      self.path = path
      self.mutants = mutants
    }

    var testDescription: String { path }
  }

  private static let decides = "bodies.plenary.decides.default"

  static let values = [
    Row("", "\(decides).more_than", ["1/2 > 1/3", "1/2 > 3/5", "1/2 > at_least"]),
    Row("", "\(decides).of", ["present > all_members", "present > votes_cast"]),
    Row("", "\(decides).abstentions", ["counted > ignored"]),
    Row("", "\(decides).tie", ["rejected > chair_decides"]),
    Row("", "\(decides).first", ["nothing > consensus"]),
    Row(
      "", "membership.classes.member.may",
      ["[attend, vote] > [vote]", "[attend, vote] > [attend]"]),
    Row("", "membership.classes.guest.may", ["[attend] > []", "[attend] > [attend, vote]"]),
    Row(
      "  series: {a: {title: {en: A}, body: plenary, notice: {period: P14D, urgent: P1D, source: practice}}}\n",
      "series.a.notice.period", ["P14D > P15D", "P14D > P13D"]),
    Row(
      "  series: {a: {title: {en: A}, body: plenary, notice: {period: P14D, urgent: P1D, source: practice}}}\n",
      "series.a.notice.urgent", ["P1D > P2D", "P1D > nothing"]),
    Row(
      "  series: {a: {title: {en: A}, body: plenary, notice: {period: P2M, source: practice}}}\n",
      "series.a.notice.period", ["P2M > P3M", "P2M > P1M"]),
    Row(
      "  series: {a: {title: {en: A}, body: plenary, notice: {period: P2M, source: practice}}}\n",
      "series.a.notice", ["notice > nothing"]),
    Row(
      "  seats: {c: {classes: [member], min: 1, max: 2, by: member, term: P4Y, remainder: true, holdover: true, directory: true, source: practice}}\n",
      "seats.c.classes", ["[member] > []", "[member] > [member, guest]"]),
    Row(
      "  seats: {c: {classes: [member], min: 1, max: 2, by: member, term: P4Y, remainder: true, holdover: true, directory: true, source: practice}}\n",
      "seats.c.max", ["2 > 3", "2 > 1", "2 > nothing"]),
    Row(
      "  seats: {c: {classes: [member], min: 1, max: 1, by: member, term: P4Y, remainder: true, holdover: true, directory: true, source: practice}}\n",
      "seats.c.max", ["1 > 2", "1 > nothing"]),
    Row(
      "  seats: {c: {classes: [member], min: 1, max: 2, by: member, term: P4Y, remainder: true, holdover: true, directory: true, source: practice}}\n",
      "seats.c.term", ["P4Y > P4Y1M", "P4Y > P3Y11M", "P4Y > nothing"]),
    Row(
      "  seats: {c: {classes: [member], min: 1, max: 2, by: member, term: P4Y, remainder: true, holdover: true, directory: true, source: practice}}\n",
      "seats.c.remainder", ["true > false"]),
    Row(
      "  programme: {length: P2Y, by: plenary, matter: default, source: practice}\n",
      "programme.length", ["P2Y > P2Y1M", "P2Y > P1Y11M"]),
    Row(
      "  subgroups: {by: plenary, matter: default, longest: P1Y, source: practice}\n",
      "subgroups.longest", ["P1Y > P1Y1M", "P1Y > P11M", "P1Y > nothing"]),
    Row(
      "  outputs: {r: {title: {en: R}, per: {period: P1Y}, within: P30D, numbering: meeting, source: practice}}\n",
      "outputs.r.within", ["P30D > P31D", "P30D > P29D", "P30D > nothing"]),
    Row(
      "  outputs: {r: {title: {en: R}, per: {period: P1Y}, within: P30D, numbering: meeting, source: practice}}\n",
      "outputs.r.numbering", ["meeting > year_ordinal"]),
  ]

  @Test(arguments: values)
  func `A value is changed in each way that its kind knows`(_ row: Row) throws {
    #expect(try mutants(of: row.text, at: row.path) == row.mutants)
  }

  private static let bodies = """
        board:
          title: {en: Board}
          composition: elected
          elected: {min: 2, max: 3, by: plenary, term: P2Y, one_per_member: true, leaving: 1, source: practice}
          quorum: {at_least: 1/2, of: members, source: practice}
          decides:
            default: {only: consensus, of: present, source: practice}
            rules: {first: consensus, at_least: 2/3, of: all_members, abstentions: ignored, tie: chair_decides, source: practice}
        lead:
          title: {en: Lead}
          composition: coordinator
          coordinator: {named_by: board, term: P1Y, source: practice}
        trio:
          title: {en: Trio}
          composition: rotation
          rotation:
            groups: [{members: [PT, ES], from: 2026-01-01, until: 2026-06-30}]
            source: practice

    """

  static let ofBodies = [
    Row(bodies, "bodies.board.elected.min", ["2 > 3", "2 > 1"]),
    Row(bodies, "bodies.board.elected.max", ["3 > 4", "3 > 2"]),
    Row(bodies, "bodies.board.elected.leaving", ["1 > 2", "1 > nothing"]),
    Row(
      bodies, "bodies.board.elected.by",
      ["plenary > board", "plenary > lead", "plenary > trio"]),
    Row(bodies, "bodies.board.quorum", ["quorum > nothing"]),
    Row(
      bodies, "bodies.board.quorum.at_least", ["1/2 > 1/3", "1/2 > 3/5", "1/2 > more_than"]),
    Row(bodies, "bodies.board.decides.default.only", ["consensus > first: consensus"]),
    Row(bodies, "bodies.board.decides.default.of", []),
    Row(bodies, "bodies.board.decides.rules.first", ["consensus > nothing"]),
    Row(bodies, "bodies.board.decides.rules.tie", ["chair_decides > rejected"]),
    Row(bodies, "bodies.board.decides", ["decides > decides without rules"]),
    Row(
      bodies, "bodies.lead.coordinator.named_by",
      ["board > plenary", "board > lead", "board > trio", "board > nothing"]),
    Row(
      bodies, "bodies.trio.rotation.groups",
      [
        "[] > from: 2026-01-02", "[] > until: 2026-06-29", "[] > members: [ES]",
      ]),
    Row(
      bodies, "membership.classes.guest.may",
      ["[attend] > []", "[attend] > [attend, vote]", "[attend] > [attend, stand]"]),
  ]

  @Test(arguments: ofBodies)
  func `A body is changed in each way that its composition knows`(_ row: Row) throws {
    #expect(try mutants(of: row.text, at: row.path) == row.mutants)
  }

  @Test(arguments: [
    "series.a.at_least", "series.a.per", "series.a.notice.documents", "seats.c.min",
    "seats.c.holdover", "seats.c.directory", "bodies.trio.rotation.chair_period",
  ])
  func `What is only shown is not changed`(_ path: String) throws {
    let text =
      Self.bodies.replacing(
        "rotation:\n", with: "rotation:\n        chair_period: P3M\n", maxReplacements: 1)
      + "  seats: {c: {classes: [member], min: 1, by: member, remainder: true, holdover: true, directory: true, source: practice}}\n"
      + "  series: {a: {title: {en: A}, body: plenary, at_least: 1, per: P1Y, source: practice, notice: {period: P14D, documents: P7D, source: practice}}}\n"
    #expect(try mutants(of: text, at: path) == [])
  }

  @Test func `Rules that are only changed in one value differ in that value`() throws {
    let rules = try PluginFile.load(text: Self.head, file: "s.yaml").rules
    for mutant in try all(of: "") {
      let changed = try #require(mutant.rules, "\(mutant.path)")
      #expect(changed.resolved != rules.resolved, "\(mutant.path)")
      #expect(changed.id == rules.id)
    }
  }

  @Test func `A change that gives no rules is nil and no fault`() throws {
    let text =
      Self.bodies + "  programme: {length: P1Y, by: plenary, matter: default, source: practice}\n"
    let other = try all(of: text).filter { $0.path == "programme.by" && $0.to == "lead" }
    #expect(other.count == 1)
    #expect(other.first?.rules == nil)
  }

  @Test func `A mutant stands at the value that it changes`() throws {
    let mutants = try all(of: "")
    let base = try #require(mutants.first { $0.kind == "base" })
    let lines = Self.head.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("of: present") })
    #expect(base.place?.line == line + 1)
    #expect(base.place?.file == "s.yaml")
    let missing = try #require(mutants.first { $0.kind == "consensus" })
    #expect(missing.place?.line == line + 1)
  }

  @Test func `Every operator of the table makes a mutant of a plugin that has all keys`() throws {
    let text =
      Self.bodies
      + "  seats: {c: {classes: [member], min: 1, max: 2, by: member, term: P4Y, remainder: true, holdover: true, directory: true, source: practice}}\n"
      + "  series: {a: {title: {en: A}, body: plenary, notice: {period: P14D, urgent: P1D, source: practice}}}\n"
      + "  programme: {length: P2Y, by: board, matter: default, source: practice}\n"
      + "  subgroups: {by: plenary, matter: default, longest: P1Y, source: practice}\n"
      + "  outputs: {r: {title: {en: R}, per: {period: P1Y}, within: P30D, numbering: meeting, source: practice}}\n"
      + ProcedureMutantTests.text
    let kinds = Set(try all(of: text).map(\.kind))
    #expect(
      kinds == [
        "fraction", "strictness", "base", "abstentions", "tie", "consensus", "matter", "quorum",
        "period", "urgency", "notice", "deadline", "numbering", "right", "class", "number", "limit",
        "term", "remainder", "body", "freedom", "rotation", "consent", "answers", "start", "means",
        "consequence", "resumption",
      ])
  }

  @Test func `A tree without governance has no mutants`() throws {
    for text in ["a", "[a]", "id: x", "governance: a", "governance: {bodies: [a]}"] {
      #expect(Mutant.all(of: try YAML.parse(text)).isEmpty, "\(text)")
    }
  }
}
