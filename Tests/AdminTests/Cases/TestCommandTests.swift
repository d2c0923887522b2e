import Foundation
import Publishing
import Testing
import Values

@testable import admin

@Suite struct TestCommandTests {
  @Test func `Each case has a line, and a case that fails makes the status 11`() throws {
    let folder = try CasesFolder()
    let outcome = folder.run("test")
    let lines = outcome.output.split(separator: "\n").map { String($0) }
    #expect(outcome.status == .checkFailed)
    #expect(lines[0] == " ok    two of all three adopt")
    #expect(lines[1] == " FAIL  one of two present adopts")
    #expect(lines.contains("1 passed, 1 failed."))
  }

  @Test func `A case that fails says what was expected, what came out and why`() throws {
    let folder = try CasesFolder()
    let lines = folder.run("test").output.split(separator: "\n").map { String($0) }
    let start = try #require(lines.firstIndex { $0.contains("FAIL") })
    #expect(lines[start + 1] == "       Expected outcome: adopted; got: rejected.")
    let reasons = lines[(start + 2)...].prefix { $0.hasPrefix("       ") }
    #expect(reasons.contains { $0.contains("2 votes in favour are needed") })
    #expect(reasons.contains { $0.hasSuffix("[bodies.plenary.decides.default]") })
  }

  @Test func `A case that fails names its own line and that of its rule`() throws {
    let folder = try CasesFolder()
    let own = try folder.line(of: "one of two present", in: "cases.yaml")
    let rule = try folder.line(of: "default: {", in: "network.yaml")
    #expect(
      folder.run("test").output.contains(
        "\(folder.path)/cases.yaml:\(own)   rule \(folder.path)/network.yaml:\(rule)\n"))
  }

  @Test func `When every case passes the status is 0 and the rules are counted`() throws {
    let folder = try CasesFolder(cases: CasesFolder.fixture + CasesFolder.passing)
    let outcome = folder.run("test")
    #expect(outcome.status == .done)
    #expect(outcome.output.contains("2 passed, 0 failed.\n"))
    #expect(
      outcome.output.hasSuffix(
        "Rule coverage: 3 of 3 rules came up; 3 were seen to hold, 1 to refuse.\n"
          + "Never seen to refuse: membership.classes.member and bodies.plenary.quorum.\n"))
  }

  @Test func `Rules that no case came upon are listed`() throws {
    let plugin = CasesFolder.plugin.replacing(
      "        default: {",
      with:
        "        rules: {at_least: 2/3, of: all_members, abstentions: counted, tie: rejected, source: charter}\n        default: {"
    )
    let folder = try CasesFolder(plugin, cases: CasesFolder.fixture + CasesFolder.passing)
    let output = folder.run("test").output
    #expect(output.contains("Rule coverage: 3 of 4 rules came up"))
    #expect(output.contains("Never exercised: bodies.plenary.decides.rules.\n"))
  }

  @Test func `Quietly only the failures and the sums are told`() throws {
    let output = try CasesFolder().run("test --quiet").output
    #expect(!output.contains(" ok "))
    #expect(output.hasPrefix(" FAIL  one of two present adopts\n"))
    #expect(output.contains("1 passed, 1 failed.\n"))
  }

  @Test func `Cases may stand in the plugin itself`() throws {
    let folder = try CasesFolder(
      CasesFolder.plugin + CasesFolder.fixture + CasesFolder.passing, cases: nil)
    #expect(folder.run("test").output.contains("2 passed, 0 failed."))
  }

  @Test func `Cases of the plugin and of the file beside it are all tried`() throws {
    let folder = try CasesFolder(
      CasesFolder.plugin + CasesFolder.fixture + CasesFolder.passing,
      cases: """
        - name: nobody is admitted twice
          given: {fixture: open}
          on: 2026-03-20
          when: {do: member admit, member: PT, class: member}
          then: {refused: member-admitted-already}
        """)
    #expect(folder.run("test").output.contains("3 passed, 0 failed."))
  }

  @Test func `Another file has its cases beside it under its own name`() throws {
    let folder = try CasesFolder()
    try folder.write(CasesFolder.plugin, to: "draft.yaml")
    try folder.write(CasesFolder.fixture + CasesFolder.passing, to: "draft.cases.yaml")
    let outcome = folder.run("test \(folder.path)/draft.yaml")
    #expect(outcome.status == .done)
    #expect(outcome.output.contains("2 passed, 0 failed."))
  }

  @Test func `A plugin without cases is told where to write them`() throws {
    let folder = try CasesFolder(cases: nil)
    let outcome = folder.run("test")
    #expect(outcome.status == .done)
    #expect(
      outcome.output
        == "There is no worked case. Write what the rules promise in \(folder.path)/cases.yaml, then run `admin test` again.\n"
    )
  }

  @Test func `A name that the answer does not have is told with the nearest`() throws {
    let folder = try CasesFolder(
      cases: CasesFolder.fixture
        + CasesFolder.cases.replacing("needed: 2", with: "neded: 2"))
    let output = folder.run("test").output
    #expect(output.contains("Expected neded: 2; the answer has nothing of that name.\n"))
    #expect(output.contains("Did you mean `needed`?\n"))
  }

  @Test func `An act before the case that is refused is told with its place`() throws {
    let broken = CasesFolder.fixture.replacing("present: [PT, ES]", with: "present: [PT]")
    let folder = try CasesFolder(cases: broken + CasesFolder.passing)
    let outcome = folder.run("test")
    let line = try folder.line(of: "meeting open", in: "cases.yaml")
    #expect(outcome.status == .checkFailed)
    #expect(
      outcome.output.contains(
        "An act before it was not accepted, \(folder.path)/cases.yaml:\(line):\n"))
    #expect(outcome.output.contains("Refused: "))
  }

  @Test func `Nothing expected and nothing found is told as nothing`() throws {
    let folder = try CasesFolder(
      cases: CasesFolder.fixture
        + CasesFolder.cases.replacing("{outcome: adopted}", with: "{refused: quorum-missing}"))
    #expect(folder.run("test").output.contains("Expected refused: quorum-missing; got: nothing.\n"))
  }

  @Test(arguments: [("pt", "FALHA", "Esperava-se"), ("es", "FALLO", "Se esperaba")])
  func `The report is in the reader's language`(
    _ row: (language: String, mark: String, expected: String)
  ) throws {
    let outcome = try CasesFolder().run("test", language: row.language)
    #expect(outcome.output.contains(" \(row.mark)  one of two present adopts\n"))
    #expect(outcome.output.contains("\(row.expected) outcome: adopted;"))
    #expect(!outcome.output.contains("[" + "test."))
  }

  @Test func `A fault in the cases is told as in any file, and nothing is tried`() throws {
    let folder = try CasesFolder(
      cases: CasesFolder.fixture
        + CasesFolder.cases.replacing("do: deliberation record", with: "do: deliberation recrd"))
    let outcome = folder.run("test")
    #expect(outcome.status == .badData)
    #expect(outcome.output == "")
    #expect(outcome.talk.contains("error import-act: "))
    #expect(outcome.talk.contains("cases.yaml:"))
  }

  @Test func `A fault in the rules is told before any case is tried`() throws {
    let folder = try CasesFolder(
      CasesFolder.plugin.replacing(
        "more_than: 1/2, of: members", with: "more_than: half, of: members"))
    let outcome = folder.run("test")
    #expect(outcome.status == .badData)
    #expect(outcome.talk.contains("network.yaml:"))
  }

  @Test func `Names with signs that move the cursor are made visible`() throws {
    let folder = try CasesFolder(
      cases: CasesFolder.fixture
        + CasesFolder.cases.replacing("two of all three adopt", with: #""two \e[2J adopt""#))
    #expect(!folder.run("test").output.contains("\u{1B}"))
  }

  @Test func `Trying the cases writes nothing`() throws {
    let folder = try CasesFolder()
    _ = folder.run("test")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["cases.yaml", "network.yaml"])
  }
}

@Suite struct TestCommandForProgramsTests {
  private func object(_ line: String, _ folder: CasesFolder) throws -> JSON {
    try JSON(parsing: folder.run(line).output)
  }

  @Test func `A program gets sums, cases and coverage as one object`() throws {
    let object = try object("test --json", CasesFolder())
    #expect(object["passed"] == 1)
    #expect(object["failed"] == 1)
    #expect(object["cases"]?.list?.map { $0["passes"] } == [true, false])
    #expect(object["coverage"]?.list?.count == 3)
    #expect(object["mutation"] == nil)
  }

  @Test func `A case that fails has its mismatches, rule and derivations`() throws {
    let folder = try CasesFolder()
    let failed = try #require(try object("test --json", folder)["cases"]?.list?.last)
    #expect(failed["case"] == "one of two present adopts")
    #expect(
      failed["mismatches"] == [["name": "outcome", "expected": ["adopted"], "found": ["rejected"]]])
    #expect(failed["rule"] == "bodies.plenary.decides.default")
    #expect(failed["derivations"]?.list?.last?["inputs"]?["needed"] == 2)
    let line = try folder.line(of: "one of two present", in: "cases.yaml")
    #expect(failed["place"]?["line"] == .int(Int64(line)))
  }

  @Test func `A rule has its place and what was seen of it`() throws {
    let folder = try CasesFolder()
    let rows = try #require(try object("test --json", folder)["coverage"]?.list)
    let quorum = try #require(rows.first { $0["rule"] == "bodies.plenary.quorum" })
    #expect(quorum["seen_to_hold"] == true)
    #expect(quorum["seen_to_fail"] == false)
    let line = try folder.line(of: "quorum: {", in: "network.yaml")
    #expect(quorum["place"]?["line"] == .int(Int64(line)))
  }

  @Test func `The status is that of the report for people`() throws {
    #expect(try CasesFolder().run("test --json").status == .checkFailed)
    let passing = try CasesFolder(cases: CasesFolder.fixture + CasesFolder.passing)
    #expect(passing.run("test --json").status == .done)
  }

  @Test func `A case that was stopped says where`() throws {
    let broken = CasesFolder.fixture.replacing("present: [PT, ES]", with: "present: [PT]")
    let folder = try CasesFolder(cases: broken + CasesFolder.passing)
    let first = try #require(try object("test --json", folder)["cases"]?.list?.first)
    let line = try folder.line(of: "meeting open", in: "cases.yaml")
    #expect(first["stopped_at"]?["line"] == .int(Int64(line)))
    #expect(first["refusals"]?.list?.first?["code"] == "quorum-missing")
  }

  @Test func `A plugin without cases is an object too`() throws {
    let object = try object("test --json", CasesFolder(cases: nil))
    #expect(object["passed"] == 0)
    #expect(object["cases"] == [])
  }
}

@Suite struct TestMutateTests {
  private let passing = CasesFolder.fixture + CasesFolder.passing

  @Test func `Changes that no case noticed are listed with their place, then a score`() throws {
    let folder = try CasesFolder(cases: passing)
    let outcome = folder.run("test --mutate")
    let lines = outcome.output.split(separator: "\n").map { String($0) }
    let line = try folder.line(of: "default: {", in: "network.yaml")
    #expect(outcome.status == .done)
    #expect(
      lines.contains(
        "\(folder.path)/network.yaml:\(line): bodies.plenary.decides.default.tie: rejected changed to chair_decides, and no case noticed."
      ))
    #expect(lines.last?.hasSuffix(" %).") == true)
    #expect(lines.last?.contains(" changes noticed (") == true)
  }

  @Test func `A key that was added or taken away is told as nothing`() throws {
    let output = try CasesFolder(cases: passing).run("test --mutate").output
    #expect(output.contains("bodies.plenary.decides.default.first: nothing changed to consensus"))
  }

  @Test func `Where a case fails no change is tried`() throws {
    let outcome = try CasesFolder().run("test --mutate")
    #expect(outcome.status == .checkFailed)
    #expect(!outcome.output.contains("noticed"))
  }

  @Test func `A program gets the survivors as objects`() throws {
    let folder = try CasesFolder(cases: passing)
    let mutation = try #require(
      try JSON(parsing: folder.run("test --mutate --json").output)["mutation"])
    let (tried, killed) = (mutation["tried"]?.int ?? 0, mutation["killed"]?.int ?? 0)
    #expect(tried > killed && killed > 0)
    #expect(mutation["survivors"]?.list?.count == Int(tried - killed))
    #expect(mutation["percent"] == .int(killed * 100 / tried))
    let survivor = try #require(mutation["survivors"]?.list?.first)
    for name in ["kind", "path", "place"] { #expect(survivor[name] != nil, "\(name)") }
  }
}
