import Foundation
import Testing
import Values

@testable import admin

/// The rules of a subgroup on the command line: set in a file or on a line, locked, shown with their sources.
@Suite struct SubgroupRulesTalkTests {
  /// The EJCN with rules that let a subgroup set its quorum, its notice and its term; D-1 to D-3 are adopted.
  static func with(
    _ terms: String =
      "{may_set: [quorum, notice, chair_term], chair_term: P1Y, source: assumption}",
    _ body: (SampleNetwork) throws -> Void
  ) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let plugin = SampleNetwork.policies.appending(path: "networks/ejcn.yaml").path
    var network = SampleNetwork(folder: root.path)
    #expect(Outcome(["init", "--template", plugin, root.path], [:], tree: .all).status == .done)
    let file = root.appending(path: "network.yaml")
    let text = try String(contentsOf: file, encoding: .utf8).replacing(
      "subgroups: {by: plenary, matter: default, source: assumption}",
      with: "subgroups: {by: plenary, matter: default, source: assumption, terms: \(terms)}")
    #expect(text.contains("may_set"))
    try Data(text.utf8).write(to: file)
    try? FileManager.default.removeItem(at: root.appending(path: "cases.yaml"))
    for line in [
      "apply --founding", "member admit PT --class member", "member admit ES --class member",
      "member admit FR --class member",
      "meeting plan plenary --from 2026-12-10", "meeting convene plenary-1 --agenda Opening",
    ] {
      let told = network.run(line)
      #expect(told.status == .done, "\(line): \(told.talk)")
    }
    network.now = "2026-12-10T09:00:00Z"
    try ReferralTalkTests.play(
      ["meeting open plenary-1 --present PT,ES,FR"]
        + ["One", "Two", "Three"].map { "deliberation record plenary-1 --title \($0) --for 3" },
      in: network)
    try body(network)
  }

  static let add =
    "subgroup add crypto --title Crypto --mandate Study --by D-1 --members PT,ES"

  private static func values(_ network: SampleNetwork, _ more: String = "") throws -> [String] {
    try network.json("rules effective --subgroup crypto \(more)").list?.map { row in
      "\(row["key"]?.text ?? "") \(row["value"]?.text ?? "-") \(row["origin"]?.text ?? "-") "
        + (row["source"]?.text ?? "-")
    } ?? []
  }

  @Test func `Each value is printed with where it comes from`() throws {
    try Self.with { network in
      try ReferralTalkTests.play(["\(Self.add) --rules quorum.members=1"], in: network)
      let values = try Self.values(network)
      #expect(values.first == "quorum.members 1 subgroups.crypto.quorum D-1")
      #expect(values.contains("notice.period P14D series.plenary.notice assumption"))
      #expect(values.contains("decides.of all_members bodies.plenary.decides.default assumption"))
      #expect(values.contains("chair_term P1Y subgroups.terms assumption"))
      let rows = try network.json("rules effective --subgroup crypto").list ?? []
      #expect(rows.filter { $0["own"] == true }.map { $0["key"] } == ["quorum.members"])
      #expect(rows.first { $0["key"] == "decides.of" }?["may_set"] == false)
      let table = network.run("rules effective --subgroup crypto")
      #expect(table.output.contains("subgroups.crypto.quorum"))
      #expect(table.talk.contains("may set is said by subgroups.terms (assumption: nothing is"))
    }
  }

  @Test func `A file sets several at once, and the day tells which hold`() throws {
    try Self.with { network in
      let file = try network.file(
        "crypto.yaml", "quorum: {members: 1}\nnotice: {period: P7D}\nchair_term: P6M\n")
      try ReferralTalkTests.play(
        [Self.add, "subgroup amend crypto --by D-2 --rules \(file) --effective 2026-12-11"],
        in: network)
      #expect(
        try Self.values(network, "--as-of 2026-12-10").first?.hasPrefix("quorum.more_than") == true)
      #expect(
        try Self.values(network, "--as-of 2026-12-11").first
          == "quorum.members 1 subgroups.crypto.quorum D-2")
      let row = try network.json("subgroup show crypto --as-of 2026-12-11")
      #expect(row["own_rules"]?["notice.period"] == "P7D" && row["members"] == ["ES", "PT"])
      try ReferralTalkTests.play(
        ["subgroup amend crypto --by D-3 --inherit quorum,notice --effective 2026-12-12"],
        in: network)
      #expect(
        try network.json("subgroup show crypto --as-of 2026-12-12")["own_rules"]
          == ["chair_term": "P6M"])
    }
  }

  @Test func `A fault in the file is told with its line, and nothing is recorded`() throws {
    try Self.with { network in
      let events = network.eventCount
      let file = try network.file("crypto.yaml", "notice: {period: P7D}\nquorum: {members: many}\n")
      let told = network.run("\(Self.add) --rules \(file)")
      #expect(told.status == .badData && told.talk.contains("crypto.yaml:2:19"), "\(told.talk)")
      let missing = network.run("\(Self.add) --rules nowhere.yaml")
      #expect(missing.status != .done && missing.status != .refused, "\(missing.talk)")
      #expect(network.eventCount == events)
    }
  }

  @Test(arguments: [
    (
      "en", "The subgroup crypto may not set decides for itself.",
      "That rule is locked: every subgroup has the one that the network laid down.",
      "Set only these: quorum, notice and chair_term."
    ),
    (
      "pt", "O subgrupo crypto não pode fixar decides para si.",
      "Essa regra está reservada à rede: todos os subgrupos têm a que ela estabeleceu.",
      "Fixe apenas estas: quorum, notice e chair_term."
    ),
    (
      "es", "El subgrupo crypto no puede fijar decides para sí.",
      "Esa regla está reservada a la red: todos los subgrupos tienen la que ella estableció.",
      "Fije solo estas: quorum, notice y chair_term."
    ),
  ])
  func `A locked rule is refused with its lock, its source and what may be set`(
    _ row: (language: String, what: String, why: String, way: String)
  ) throws {
    try Self.with { network in
      let told = network.run("\(Self.add) --rules decides.only=consensus --lang \(row.language)")
      #expect(told.status == .refused)
      for words in [row.what, row.why, row.way, "subgroups.terms"] {
        #expect(told.talk.contains(words), "\(words): \(told.talk)")
      }
      let made = try network.json("subgroup list").list
      #expect(made?.isEmpty == true)
    }
  }

  @Test func `Its meeting opens under its own quorum, and explain says so`() throws {
    try Self.with { network in
      try ReferralTalkTests.play(
        [
          "\(Self.add) --rules quorum.members=1 --rules notice.period=P1D",
          "subgroup coordinate crypto --member PT", "meeting plan crypto --from 2026-12-12",
          "meeting convene crypto-1",
        ], in: network)
      var meeting = network
      meeting.now = "2026-12-12T09:00:00Z"
      try ReferralTalkTests.play(
        [
          "meeting open crypto-1 --present PT --chair PT",
          "deliberation record crypto-1 --title Guide --for 1 --against 0",
        ], in: meeting)
      let told = meeting.run("explain crypto-1").output
      #expect(told.contains("subgroups.crypto.quorum") && told.contains("D-1"), "\(told)")
      let page = try meeting.json("explain crypto-1")
      #expect(
        page["derivations"]?.list?.contains { $0["rule"] == "subgroups.crypto.notice" } == true)
      #expect(meeting.run("explain crypto-1 --check").status == .done)
      #expect(try meeting.json("subgroup show crypto")["coordinator_until"] == "2027-12-09")
      #expect(meeting.run("meeting convocation crypto-1").output.contains("Crypto"))
      #expect(meeting.run("verify").status == .done)
    }
  }

  @Test(arguments: [
    ("en", "No subgroup moon is at work"), ("pt", "Nenhum subgrupo moon está em funções"),
    ("es", "Ningún subgrupo moon está en funciones"),
  ])
  func `A subgroup that is none is told as such`(_ row: (language: String, words: String)) throws {
    try Self.with { network in
      let told = network.run("rules effective --subgroup moon --lang \(row.language)")
      #expect(told.status == .notFound && told.talk.contains(row.words), "\(told.talk)")
    }
  }

  @Test
  func
    `At a terminal its series is offered where a meeting is planned, and its rules are asked for`()
    throws
  {
    try Self.with { network in
      let terminal = ScriptedTerminal(
        lines: [
          "crypto", "Crypto", "Study", "", "D-1", "PT,ES", "quorum.members=1", "", "y",
        ])
      let told = network.run("subgroup add", terminal: terminal)
      #expect(told.talk.contains("Which rules does it set for itself"), "\(told.talk)")
      #expect(told.status == .done, "\(told.talk)")
      let values = try Self.values(network)
      #expect(values.first?.hasPrefix("quorum.members 1") == true)
      let plan = network.run("meeting plan crypto --from 2027-03-01")
      #expect(plan.status == .done, "\(plan.talk)")
    }
  }

  @Test func `It can stand in a file of acts, with its rules as a mapping`() throws {
    try Self.with { network in
      let acts = """
        - do: subgroup add
          subgroup: crypto
          title: Crypto
          mandate: Study
          by: D-1
          members: [PT, ES]
          rules: {quorum.members: 1, notice.period: P3D}
        - {do: subgroup join, subgroup: crypto, member: FR}
        - {do: subgroup leave, subgroup: crypto, member: ES, reason: Busy}
        - {do: subgroup amend, subgroup: crypto, by: D-2, until: 2027-12-31, inherit: notice}

        """
      let file = try network.file("acts.yaml", acts)
      try ReferralTalkTests.play(["import \(file)"], in: network)
      let row = try network.json("subgroup show crypto")
      #expect(row["members"] == ["FR", "PT"] && row["until"] == "2027-12-31")
      #expect(row["own_rules"] == ["quorum.members": "1"] && row["amended_by"] == ["D-2"])
    }
  }
}
