import TestKit
import Testing
import Values

@testable import admin

/// Motions on the command line, in each language.
@Suite struct MotionTalkTests {
  private static func done(_ network: SampleNetwork, _ lines: String...) {
    for line in lines {
      let told = network.run(line)
      #expect(told.status == .done, "\(line): \(told.talk)")
    }
  }

  @Test func `A motion goes from its putting to a decision that is bound to its text`() throws {
    try MotionNetwork.with { network in
      Self.done(
        network, "motion put Guide --body plenary --text 'We agree.' --member PT",
        "motion support M-1 --member ES", "motion move M-1 --to debated",
        "meeting open plenary-1 --present PT,ES,FR",
        "deliberation record plenary-1 --title Guide --motion M-1 --for 3")
      let motion = try #require(try network.json("motion show M-1").fields)
      #expect(motion["state"] == "adopted" && motion["deliberation"] == "D-1")
      let decision = try #require(try network.json("deliberation show D-1").fields)
      #expect(decision["motion"] == "M-1" && decision["text"] == "We agree.")
      #expect(decision["digest"] == motion["digest"])
      #expect(network.run("explain M-1").output.contains("motion.decided"))
      #expect(network.run("explain M-1 --check").status == .done)
      #expect(network.run("verify").status == .done)
    }
  }

  @Test(arguments: [
    ("en", "it may be taken by anybody,"), ("pt", "podem fazê-la quaisquer pessoas,"),
    ("es", "pueden darlo cualesquiera personas,"),
  ])
  func `A way for which the rules name nobody may be taken by anybody, and says so`(
    _ row: (language: String, words: String)
  ) throws {
    try MotionNetwork.with { network in
      Self.done(
        network, "motion put Guide --body plenary --text 'We agree.' --member PT",
        "motion support M-1 --member ES")
      let told = network.run("motion move M-1 --to debated --lang \(row.language)")
      #expect(told.status == .done && told.output.contains(row.words), "\(told.output)")
      let back = network.run("motion move M-1 --to tabled --as board --lang \(row.language)")
      #expect(back.status == .done, "\(back.talk)")
      #expect(!back.output.contains(row.words) && back.output.contains("board"), "\(back.output)")
    }
  }

  @Test(arguments: [
    ("en", "No way leads the motion M-1 from tabled to adopted.", "Use one of these: debated."),
    ("pt", "Nenhuma passagem leva a moção M-1 de tabled a adopted.", "debated"),
    ("es", "Ningún paso lleva la moción M-1 de tabled a adopted.", "debated"),
  ])
  func `A way that is not laid down is refused with those that are`(
    _ row: (language: String, words: String, way: String)
  ) throws {
    try MotionNetwork.with { network in
      Self.done(network, "motion put Guide --body plenary --text 'We agree.' --member PT")
      let refused = network.run("motion move M-1 --to adopted --lang \(row.language)")
      #expect(refused.status == .refused)
      #expect(refused.talk.contains(row.words) && refused.talk.contains(row.way), "\(refused.talk)")
    }
  }

  @Test(arguments: [
    ("motion put Guide --body board --text x", "motion-body-decides-nothing"),
    ("motion put Guide --body plenary --text x --member CH", "may-not-propose"),
    ("motion support M-1 --member PT", "motion-own-support"),
    ("motion support M-1 --member ES", "motion-supported-already"),
    ("motion support M-2 --member ES", "motion-ended"),
    ("motion support M-9 --member ES", "motion-unknown"),
    ("motion support M-1 --member FR --effective 2026-01-02", "motion-later"),
    ("motion move M-3 --to debated", "motion-unsupported"),
    ("motion move M-4 --to tabled", "motion-not-entitled"),
    ("motion move M-4 --to nowhere", "motion-way-undefined"),
    (
      "deliberation record plenary-1 --title x --motion M-1 --for 3", "motion-not-for-vote"
    ),
    (
      "deliberation record plenary-1 --title x --motion M-4 --for 3 --matter rules",
      "motion-on-other-matter"
    ),
    (
      "deliberation record plenary-1 --title x --motion M-4 --for 3 --digest "
        + String(repeating: "0", count: 64), "motion-other-text"
    ),
    ("deliberation record plenary-1 --title x --motion M-5 --for 3", "motion-of-other-body"),
    ("motion amend M-1 --paragraph 9 --strike", "amendment-outside"),
    ("motion withdraw M-1 --amendment 7", "amendment-unknown"),
    (
      "deliberation record plenary-1 --title x --motion M-4 --amendment 7 --for 3",
      "amendment-unknown"
    ),
    (
      "meeting convene plenary-2 --second-call-of plenary-1", "second-call-unfounded"
    ),
    ("meeting convene plenary-2 --second-call-of plenary-2", "second-call-elsewhere"),
  ])
  func `Every refusal has its sentences in each language, with nothing left out`(
    _ row: (line: String, code: String)
  ) throws {
    let bureau = (
      "    bureau:\n      title: {en: Bureau}\n",
      "    bureau:\n      decides: {default: {only: consensus, source: assumption}}\n"
        + "      title: {en: Bureau}\n"
    )
    try MotionNetwork.with([bureau]) { network in
      Self.done(
        network, "motion put One --body plenary --text x --member PT",
        "motion put Two --body plenary --text x --member PT", "motion withdraw M-2",
        "motion put Three --body plenary --text x --member PT",
        "motion put Four --body plenary --text x --member PT", "motion support M-4 --member ES",
        "motion move M-4 --to debated", "motion support M-1 --member ES",
        "motion put Five --body bureau --text x --member PT", "motion support M-5 --member ES",
        "motion move M-5 --to debated", "meeting open plenary-1 --present PT,ES,FR",
        "meeting plan plenary --from 2027-03-01")
      for language in ["en", "pt", "es"] {
        let refused = network.run("\(row.line) --dry-run --lang \(language)")
        #expect([.refused, .badData, .notFound].contains(refused.status), "\(refused.talk)")
        let gaps = refused.talk.matches(of: #/\[[a-z_.-]+\]|\{\w+\}/#).map { String($0.output) }
        #expect(refused.output.isEmpty && gaps == [], "\(refused.talk)")
      }
      let object = try JSON(parsing: network.run("\(row.line) --dry-run --json").output)
      #expect(object["refusals"]?.list?.first?["code"] == .text(row.code), "\(row.line)")
    }
  }

  @Test func `Where the rules lay down no motions, the refusal says what to do`() throws {
    try SampleNetwork.with { network in
      let refused = network.run("motion put Guide --body plenary --text x")
      #expect(refused.status == .refused && refused.talk.contains("governance.motions"))
      let listed = try network.json("motion list").list
      #expect(listed?.isEmpty == true)
    }
  }

  @Test func `A state that is added to the file of the rules is there once they are applied`()
    throws
  {
    try MotionNetwork.with(SampleRules.scrubbing) { network in
      Self.done(
        network, "motion put Guide --body plenary --text x --member PT",
        "motion support M-1 --member ES", "motion move M-1 --to debated")
      let open = try network.json("motion show M-1").fields
      #expect(open?["may_become"] == ["legal-scrubbing", "tabled"])
      Self.done(network, "motion move M-1 --to legal-scrubbing")
      #expect(try network.json("motion show M-1").fields?["state"] == "legal-scrubbing")
      Self.done(
        network, "meeting open plenary-1 --present PT,ES,FR",
        "deliberation record plenary-1 --title Guide --motion M-1 --consensus")
      #expect(try network.json("motion show M-1").fields?["state"] == "adopted")
    }
  }

  @Test func `A person at a terminal is asked for what a motion needs`() throws {
    try MotionNetwork.with { network in
      let terminal = ScriptedTerminal(
        lines: ["Guide", "plenary", "We agree.", "", "PT", "", "y"])
      let told = network.run("motion put", terminal: terminal)
      #expect(told.status == .done, "\(told.talk)")
      #expect(told.talk.contains("Which body?") && told.talk.contains("Whose motion is it?"))
      let listed = try network.json("motion list").list
      #expect(listed?.count == 1)
    }
  }
}
