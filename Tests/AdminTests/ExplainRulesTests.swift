import Foundation
import Publishing
import Testing
import Values

@testable import admin

/// What `admin explain` says of the keys and the guards of the rules.
@Suite struct ExplainRulesTests {
  private static let guarded = """

    guards:
      - id: own.agenda
        on: [meeting.convened]
        when: "meeting.series == 'annual'"
        require: "size(payload.agenda) > 0"
        severity: warn
        message: {en: "Say what {series} is about.", pt: "Indique o objeto de {series}.", es: "Indique el objeto de {series}."}
        values: {series: meeting.series}
        waiver: {by: [secretariat], reason: optional}
        source: assumption
    """

  /// A folder with a draft and no log.
  private func withDraft(_ added: String = "", _ body: (SampleNetwork) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    let plugin = SampleNetwork.policies.appending(path: "networks/ciberred.yaml")
    let network = SampleNetwork(folder: root.path)
    _ = try network.file(
      "network.yaml", try String(contentsOf: plugin, encoding: .utf8) + added)
    try body(network)
  }

  @Test func `A key in force is explained with its value, its source and its guard`() throws {
    try SampleNetwork.with { network in
      let object = try network.json("explain series.plenary.notice")
      #expect(object["key"] == "governance.series.plenary.notice")
      #expect(object["means"] == "How long before its first day a meeting is convened.")
      let period = try #require(object["value"]?["period"]?.text)
      #expect(object["clause"]?.text?.isEmpty == false && object["source"]?.text != nil)
      #expect(object["events"] == ["meeting.convened", "meeting.moved"])
      let guards = try #require(object["guards"]?.list)
      #expect(guards.count == 2)
      #expect(guards.first?["on"] == ["meeting.convened"])
      #expect(guards.first?["require"]?.text?.contains("'\(period)'") == true)
      #expect(object["no_guard"] == nil)
    }
  }

  @Test(arguments: Language.allCases)
  func `A key is explained in the reader's language, with nothing left to be filled in`(
    _ language: Language
  ) throws {
    try SampleNetwork.with { network in
      for key in [
        "series.plenary.notice", "bodies.plenary.quorum", "programme.by", "series.plenary.at_least",
        "bodies.plenary.composition", "timezone", "bodies.plenary.decides.default",
      ] {
        let told = network.run("--lang \(language.rawValue) explain \(key)")
        #expect(told.status == .done && told.talk.isEmpty, "\(key): \(told.talk)")
        #expect(!told.output.contains("[explain.") && !told.output.contains("{value}"))
        #expect(told.output.contains("1.0.0") && told.output.contains(key))
      }
    }
  }

  @Test(arguments: [
    ("en", "How long before its first day a meeting is convened."),
    ("pt", "Com que antecedência do primeiro dia se convoca uma reunião."),
    ("es", "Con qué antelación a su primer día se convoca una reunión."),
  ])
  func `People read what a key means in their own language, programs in one`(
    _ row: (language: String, meaning: String)
  ) throws {
    try SampleNetwork.with { network in
      let told = network.run("--lang \(row.language) explain series.plenary.notice")
      #expect(told.output.split(separator: "\n").dropFirst().first == "  \(row.meaning)")
      let json = network.run("--lang \(row.language) explain series.plenary.notice --json")
      #expect(json.output == network.run("explain series.plenary.notice --json").output)
    }
  }

  @Test func `People read the guard as a plugin would have it`() throws {
    try SampleNetwork.with { network in
      let told = network.run("explain bodies.plenary.quorum").output
      #expect(told.contains("    on: [meeting.opened]\n"))
      #expect(told.contains("    when: payload.body == 'plenary' && has(payload.meeting)\n"))
      #expect(told.contains("    require: "))
      #expect(told.contains("the same, written as a guard:"))
      let unguarded = network.run("explain programme.by").output
      #expect(unguarded.contains("expressions do not see the deliberation"))
      #expect(!unguarded.contains("require: "))
    }
  }

  @Test func `Things of the log come before keys of the rules`() throws {
    try SampleNetwork.with { network in
      let event = try network.json("explain 1")
      #expect(event["events"]?.list?.count == 1)
      let key = try network.json("explain timezone")
      #expect(key["key"] == "timezone")
    }
  }

  @Test(arguments: [
    ("series.plenary.notise", "series.plenary.notice"), ("timezon", "timezone"),
  ])
  func `A key that is nearly right is suggested`(_ row: (typed: String, meant: String)) throws {
    try SampleNetwork.with { network in
      let told = network.run("explain \(row.typed)")
      #expect(told.status == .notFound)
      #expect(told.talk.contains(row.meant), "\(told.talk)")
      #expect(told.talk.hasSuffix("[explain-unknown]\n"))
    }
  }

  @Test func `Before the founding the draft is explained, and said to be no more than that`() throws
  {
    try withDraft { network in
      let told = network.run("explain bodies.plenary.quorum")
      #expect(told.status == .done, "\(told.talk)")
      #expect(told.output.contains("these rules are not in force"))
      #expect(network.run("explain D-1").status == .notFound)
      #expect(!FileManager.default.fileExists(atPath: network.folder + "/log.db"))
    }
  }

  @Test func `A draft that cannot be read is told, and nothing is explained`() throws {
    try withDraft("\nnonsense: [true") { network in
      let told = network.run("explain bodies.plenary.quorum")
      #expect(told.status != .done && told.output.isEmpty)
    }
  }

  @Test func `A guard of the network is shown as it stands, in the reader's language`() throws {
    try withDraft(Self.guarded) { network in
      let told = network.run("--lang pt explain own.agenda")
      #expect(told.status == .done, "\(told.talk)")
      for line in [
        "own.agenda\n", "  Indique o objeto de {series}.\n", "  on: [meeting.convened]\n",
        "  when: meeting.series == 'annual'\n", "  require: size(payload.agenda) > 0\n",
        "  severity: warn\n", "    series: meeting.series\n",
        "  waiver: {by: [secretariat], reason: optional}\n", "  regra own.agenda (",
      ] { #expect(told.output.contains(line), "\(line) in \(told.output)") }
    }
  }

  @Test func `Programs get a guard with its texts in every language`() throws {
    try withDraft(Self.guarded) { network in
      let object = try network.json("explain own.agenda")
      #expect(object["guard"] == "own.agenda" && object["severity"] == "warn")
      #expect(object["require"] == "size(payload.agenda) > 0")
      #expect(object["message"]?["es"] == "Indique el objeto de {series}.")
      #expect(object["values"]?["series"] == "meeting.series")
      #expect(object["source"] == "assumption")
    }
  }

  @Test func `What a guard says to a refused act can be asked for by the id that it gave`() throws {
    let denying = Self.guarded.replacing("severity: warn", with: "severity: deny")
    try withDraft(denying) { network in
      #expect(network.run("apply --founding").status == .done)
      #expect(network.run("meeting plan annual --from 2027-06-01").status == .done)
      let refused = network.run("meeting convene annual-1")
      #expect(refused.status == .refused && refused.talk.contains("admin explain own.agenda"))
      #expect(network.run("explain own.agenda").output.contains("require: size(payload.agenda)"))
    }
  }
}
