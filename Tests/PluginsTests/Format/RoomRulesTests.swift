import Testing
import Values

@testable import Plugins

/// What a plugin says of those who attend over a link, and of speaking times.
@Suite struct RoomRulesTests {
  private static let title = "title: {en: Plenary, pt: Plenário}\n"
  private static let invitations =
    "invitations: {seats: {member: 3, observer: 1}, total: 90, source: assumption}\n"

  private func text(_ remote: String?, _ speaking: String? = nil) -> String {
    SamplePlugin.text
      .replacing(
        Self.title, with: Self.title + (remote.map { "      remote: \($0)\n" } ?? "")
      )
      .replacing(
        Self.invitations,
        with: Self.invitations + (speaking.map { "      speaking: \($0)\n" } ?? ""))
  }

  private func load(_ remote: String?, _ speaking: String? = nil) throws -> Rules {
    try PluginFile.load(text: text(remote, speaking), file: "s.yaml").rules
  }

  private func line(of key: String, in text: String) throws -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.contains(key) }) + 1
  }

  // MARK: - Over a link

  @Test func `Whether those over a link count and vote is read with its clause`() throws {
    let rules = try load("{quorum: true, vote: false, source: assumption}")
    let rule = try #require(rules.body("plenary")?.remote)
    #expect(rule.countsForQuorum && !rule.mayVote)
    #expect(rule.clause == Clause(id: "bodies.plenary.remote", source: .assumption))
    #expect(rules.body("board")?.remote == nil)
    #expect(try load(nil).body("plenary")?.remote == nil)
  }

  @Test(arguments: [
    ("{vote: true, source: assumption}", "key-missing"),
    ("{quorum: true, source: assumption}", "key-missing"),
    ("{quorum: true, vote: true}", "key-missing"),
    ("{quorum: often, vote: true, source: assumption}", "value-unreadable"),
    ("{quorum: true, vote: maybe, source: assumption}", "value-unreadable"),
    ("{quorum: true, vote: true, votes: true, source: assumption}", "key-misspelt"),
    ("yes please", "value-unreadable"),
  ])
  func `A broken rule on those over a link is refused at its place`(
    _ row: (text: String, code: String)
  ) throws {
    let refused = try #require(throws: PluginRefused.self) { try load(row.text) }
    let line = try line(of: "remote:", in: text(row.text))
    #expect(refused.errors.allSatisfy { $0.place?.line == line })
    #expect(refused.errors.map(\.code.name).contains(row.code), "\(refused.errors)")
  }

  @Test(arguments: [(true, 0), (false, 1)])
  func `A vote over a link has a guard only where nobody votes so`(
    _ row: (votes: Bool, guards: Int)
  ) throws {
    let rules = try load("{quorum: true, vote: \(row.votes), source: assumption}")
    let found = rules.expandedGuards.filter { $0.path == "bodies.plenary.remote" }
    #expect(found.count == row.guards)
    #expect(!rules.expandedGuards.contains { $0.require.text.contains("payload.remote") })
    for item in found {
      #expect(item.keys == ["vote"] && item.clause.id == "bodies.plenary.remote")
      for type in item.on {
        let kind = try RuleEnvironment(rules).checked(item.require, on: type).kind
        #expect(kind == .bool)
      }
    }
  }

  @Test func `A quorum that leaves them out says so at the opening and at a decision`() throws {
    let rules = try load("{quorum: false, vote: true, source: assumption}")
    let quorum = rules.expandedGuards.filter { $0.path == "bodies.plenary.quorum" }
    let opening = try #require(quorum.first { $0.on == ["meeting.opened"] })
    #expect(opening.require.text.contains("has(payload.remote) && e in payload.remote"))
    let decision = try #require(quorum.first { $0.on != ["meeting.opened"] })
    #expect(decision.require.text.contains("!(e in meeting.remote)"))
    let environment = RuleEnvironment(rules)
    for item in quorum {
      for type in item.on { #expect(try environment.checked(item.require, on: type).kind == .bool) }
    }
    #expect(UnguardedKeys.reason(for: "bodies.plenary.remote.quorum") == .computed)
  }

  // MARK: - Speaking times

  @Test func `Minutes, times and whether they are recorded are read with their clause`() throws {
    let rules = try load(nil, "{minutes: 5, times: 2, recorded: true, source: practice}")
    let rule = try #require(rules.series("plenary")?.speaking)
    #expect(rule.minutes == 5 && rule.times == 2 && rule.isRecorded)
    #expect(rule.clause == Clause(id: "series.plenary.speaking", source: .practice))
    let bare = try #require(
      try load(nil, "{times: 1, source: assumption}").series("plenary")?.speaking)
    #expect(bare.minutes == nil && bare.times == 1 && !bare.isRecorded)
    #expect(try load(nil).series("plenary")?.speaking == nil)
  }

  @Test(arguments: [
    ("{minutes: 0, source: assumption}", "value-out-of-range"),
    ("{minutes: 1000, source: assumption}", "value-out-of-range"),
    ("{times: 0, source: assumption}", "value-out-of-range"),
    ("{times: 100, source: assumption}", "value-out-of-range"),
    ("{minutes: five, source: assumption}", "value-unreadable"),
    ("{source: assumption}", "key-missing"), ("{minutes: 5}", "key-missing"),
    ("{recorded: perhaps, source: assumption}", "value-unreadable"),
    ("{minute: 5, times: 1, source: assumption}", "key-misspelt"),
  ])
  func `A broken rule on speaking times is refused at its place`(
    _ row: (text: String, code: String)
  ) throws {
    let refused = try #require(throws: PluginRefused.self) { try load(nil, row.text) }
    let line = try line(of: "speaking:", in: text(nil, row.text))
    #expect(refused.errors.allSatisfy { $0.place?.line == line })
    #expect(refused.errors.map(\.code.name).contains(row.code), "\(refused.errors)")
  }

  @Test func `Each limit stands as a guard on a request and on a limit of an item`() throws {
    let rules = try load(nil, "{minutes: 5, times: 2, source: assumption}")
    let found = rules.expandedGuards.filter { $0.path == "series.plenary.speaking" }
    #expect(found.map(\.keys) == [["minutes"], ["minutes"], ["times"], ["times"]])
    #expect(
      found.flatMap(\.on) == [
        "floor.requested", "floor.limited", "floor.requested", "floor.limited",
      ])
    #expect(
      found.map(\.require.text) == [
        "payload.spoken < 5", "!has(payload.minutes) || payload.minutes <= 5",
        "payload.turns <= 2", "!has(payload.times) || payload.times <= 2",
      ])
    let environment = RuleEnvironment(rules)
    for item in found {
      for type in item.on { #expect(try environment.checked(item.require, on: type).kind == .bool) }
    }
  }

  // MARK: - Both

  @Test func `Their clauses decide acts, and are found where they stand`() throws {
    let text = text(
      "{quorum: true, vote: true, source: assumption}", "{times: 1, source: assumption}")
    let loaded = try PluginFile.load(text: text, file: "s.yaml")
    let ids = loaded.rules.decidingClauses.map(\.id)
    for (id, key) in [
      ("bodies.plenary.remote", "remote:"), ("series.plenary.speaking", "speaking:"),
    ] {
      #expect(ids.contains(id))
      #expect(ClausePlaces(of: loaded.tree)[id]?.line == (try line(of: key, in: text)))
    }
  }

  @Test func `Each of their values is changed to see whether a case notices`() throws {
    let text = text(
      "{quorum: true, vote: false, source: assumption}",
      "{minutes: 5, times: 1, source: assumption}")
    let mutants = Mutant.all(of: try YAML.parse(text, file: "s.yaml"))
    func changes(_ path: String) -> [String] {
      mutants.filter { $0.path.hasPrefix(path) }
        .map { "\($0.path.dropFirst(path.count)): \($0.to ?? "nothing")" }
    }
    #expect(
      Set(changes("bodies.plenary.remote")) == [": nothing", ".quorum: false", ".vote: true"])
    #expect(
      Set(changes("series.plenary.speaking")) == [
        ".minutes: 6", ".minutes: 4", ".times: 2", ": nothing",
      ])
  }
}
