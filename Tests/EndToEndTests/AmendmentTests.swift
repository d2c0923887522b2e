import Foundation
import Testing
import Values

/// The EJCN amends its rules by a two-thirds deliberation: before, across and after the change.
@Suite struct AmendmentTests {
  private static let sitting = "2026-12-14T09:00:00Z"

  /// The draft with a notice of 21 days and a default majority of more than 3/5.
  private static func amend(_ network: NetworkOnDisk, _ more: [(String, String)] = []) throws {
    let file = network.file("network.yaml")
    var text = try String(contentsOf: file, encoding: .utf8)
    for (old, new) in [
      ("version: 1.0.0", "version: 1.1.0"), ("period: P14D", "period: P21D"),
      ("default: {first: consensus, more_than: 1/2", "default: {first: consensus, more_than: 3/5"),
    ] + more {
      try #require(text.contains(old))
      text = text.replacingOccurrences(of: old, with: new)
    }
    try Data(text.utf8).write(to: file)
  }

  private static func members(_ network: NetworkOnDisk) throws -> String {
    try network.rows("member list --filter class=member").compactMap { $0["member"]?.text }
      .joined(separator: ",")
  }

  /// Runs lines, each of which must be done.
  private static func done(_ network: NetworkOnDisk, _ lines: [String], at now: String) throws {
    for line in lines {
      let outcome = try network.run(line, at: now)
      try #require(outcome.status == 0, "\(line): \(outcome.talk)")
    }
  }

  /// The plenary of December, open, with one matter adopted by 13 and one rejected by 12 of 25.
  private static func withPlenary(_ body: (NetworkOnDisk, String) throws -> Void) throws {
    try NetworkOnDisk.with { network in
      // The cases of the first rules are promises that the amended ones do not keep.
      try? FileManager.default.removeItem(at: network.file("cases.yaml"))
      let members = try members(network)
      try done(
        network,
        [
          "meeting plan plenary --from 2026-12-14 --until 2026-12-31",
          "meeting convene plenary-19 --agenda Rules",
        ],
        at: "2026-11-20T09:00:00Z")
      try done(
        network,
        [
          "meeting open plenary-19 --present \(members)",
          "deliberation record plenary-19 --title Guide --for 13 --against 12",
          "deliberation record plenary-19 --title Letter --for 12 --against 13",
        ], at: sitting)
      try body(network, members)
    }
  }

  private static func differences(_ json: JSON?) -> [String] {
    json?.list?.map { "\($0["kind"]?.text ?? "") \($0["subject"]?.text ?? "")" } ?? []
  }

  /// The version and the outcome that an explanation gives.
  private static func explained(_ id: String, _ network: NetworkOnDisk) throws -> [String] {
    let json = try network.run("explain \(id) --check --json").json
    let act = json["acts"]?.list?.first
    let version = act?["rules_version"]?.text?.split(separator: "#").first.map { String($0) }
    return [
      version ?? "", json["events"]?.list?.first?["type"]?.text ?? "", act?["check"]?.text ?? "",
    ]
  }

  @Test func `Decisions before, across and after an amendment are each explained by their version`()
    throws
  {
    try Self.withPlenary { network, members in
      try Self.amend(network)
      let planned = try network.run("plan --effective 2026-12-15 --json", at: Self.sitting).json
      let digest = try #require(planned["planned"]?["digest"]?.text)
      let needs = planned["needs"]?.list?.first
      #expect(needs?["threshold"] == "2/3" && needs?["needed"] == 17 && needs?["of"] == 25)
      #expect(planned["open"]?.list?.first?["id"] == "plenary-19")
      #expect(planned["open"]?.list?.first?["keeps"] == true)

      // Sixteen are not two thirds of twenty-five.
      let rules = "deliberation record plenary-19 --title Rules --matter rules --digest \(digest)"
      try Self.done(network, ["\(rules) --for 16 --against 9"], at: Self.sitting)
      let plan = network.file("v2.plan").path
      let save = "plan --effective 2026-12-15 --out \(plan)"
      try Self.done(network, [save], at: Self.sitting)
      let short = try network.run("apply \(plan) --adopted-by D-4", at: Self.sitting)
      #expect(short.status == 10)

      try Self.done(network, ["\(rules) --for 17 --against 8"], at: Self.sitting)
      let old = try network.run("apply \(plan) --adopted-by D-5", at: Self.sitting)
      #expect(old.status == 75 && old.talk.contains("admin plan"))
      try Self.done(network, [save, "apply \(plan) --adopted-by D-5"], at: Self.sitting)

      // The plenary that was convened before goes on under its rules, the next one under the new.
      let day = "2026-12-16T09:00:00Z"
      try Self.done(
        network,
        [
          "deliberation record plenary-19 --title Across --for 13 --against 12",
          "meeting close plenary-19", "meeting plan plenary --from 2027-01-20",
        ], at: day)
      let late = try network.run(
        "meeting convene plenary-20 --agenda Rules", at: "2027-01-04T09:00:00Z")
      #expect(late.status == 10 && late.talk.contains("21 days"))
      try Self.done(
        network, ["meeting convene plenary-20 --agenda Rules"], at: "2026-12-20T09:00:00Z")
      try Self.done(
        network,
        [
          "meeting open plenary-20 --present \(members)",
          "deliberation record plenary-20 --title After --for 13 --against 12",
        ], at: "2027-01-20T09:00:00Z")
      #expect(try Self.explained("D-2", network) == ["ejcn@1.0.0", "deliberation.adopted", "same"])
      #expect(try Self.explained("D-6", network) == ["ejcn@1.0.0", "deliberation.adopted", "same"])
      #expect(
        try Self.explained("D-7", network) == ["ejcn@1.1.0", "deliberation.rejected", "same"])
      #expect(try network.run("verify").status == 0)
      #expect(try network.run("rebuild").status == 0)
    }
  }

  @Test func `A plan lists exactly the decisions that a simulation shows as different`() throws {
    try Self.withPlenary { network, _ in
      let late = "2026-12-15T09:00:00Z"
      try Self.done(network, ["meeting plan plenary --from 2027-01-04"], at: late)
      #expect(
        try network.run("meeting convene plenary-20 --agenda Rules", at: "2026-12-22T09:00:00Z")
          .status == 10)
      try Self.done(
        network, ["meeting convene plenary-20 --urgent --agenda Rules"], at: "2026-12-23T09:00:00Z")
      try Self.amend(network, [("urgent: P4D", "urgent: P13D")])
      let plan = try network.run("plan --json").json["past"]
      let before = try Data(contentsOf: network.file("log.db"))
      let simulated = try network.run("simulate --json")
      #expect(simulated.status == 12)
      #expect(
        Self.differences(plan?["different"]) == ["outcome D-2", "refused plenary-20"])
      #expect(try simulated.json["different"] == plan?["different"])
      #expect(try simulated.json["decided"] == plan?["decided"])
      #expect(try Data(contentsOf: network.file("log.db")) == before)

      let since = try network.run(
        "simulate --rules \(network.file("network.yaml").path) --from 2026-12-15 --json")
      #expect(try Self.differences(since.json["different"]) == ["refused plenary-20"])
      #expect(try network.run("simulate --from 2027-02-01 --json").status == 0)
    }
  }

  @Test func `The three networks decide their whole past alike under their own rules`() throws {
    for name in ["ejcn", "ciberred", "forum-cibercrime"] {
      try NetworkOnDisk.with(name) { network in
        let simulated = try network.run("simulate --json")
        #expect(simulated.status == 0, "\(name)")
        #expect((try simulated.json["decided"]?.int ?? 0) > 20, "\(name)")
        #expect(try network.run("diff").status == 0, "\(name)")
        let events = try network.rows("log list").compactMap { $0["position"]?.int }
        let check = try network.run("explain \(events.count) --check --json").json
        #expect(check["acts"]?.list?.first?["check"] == "same", "\(name)")
      }
    }
  }
}
