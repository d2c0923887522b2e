import TestKit
import Testing
import Values

@testable import admin

/// A second call on the command line: quorum two thirds, two weeks later one half.
@Suite struct SecondCallTalkTests {
  private static let rule = [
    (
      "quorum: {more_than: 1/2, of: members, source: assumption}",
      "quorum: {at_least: 2/3, of: members, source: assumption, "
        + "second_call: {after: P14D, at_least: 1/2, source: assumption}}"
    )
  ]

  /// Four members; the plenary of 23 November could not be opened, and one of 14 December is planned.
  private static func with(
    _ edits: [(String, String)] = rule, _ body: (SampleNetwork) throws -> Void
  ) throws {
    try MotionNetwork.with(edits) { network in
      for line in [
        "member admit BE --class member",
        "meeting plan plenary --from 2026-12-14 --until 2026-12-15",
      ] {
        let told = network.run(line)
        #expect(told.status == .done, "\(told.talk)")
      }
      let first = network.run("meeting open plenary-1 --present PT,ES")
      #expect(first.status == .refused && first.talk.contains("bodies.plenary.quorum"))
      try body(network)
    }
  }

  private static func late(_ network: SampleNetwork) -> SampleNetwork {
    var network = network
    network.now = "2026-12-14T10:00:00Z"
    return network
  }

  @Test func `The second meeting opens and decides with the half that the first one lacked`() throws
  {
    try Self.with { network in
      let called = network.run("meeting convene plenary-2 --second-call-of plenary-1")
      #expect(called.status == .done, "\(called.talk)")
      #expect(called.output.contains("bodies.plenary.quorum.second_call"), "\(called.output)")
      let network = Self.late(network)
      let opened = network.run("meeting open plenary-2 --present PT,ES")
      #expect(opened.status == .done, "\(opened.talk)")
      #expect(opened.output.contains("bodies.plenary.quorum.second_call"))
      let decided = network.run("deliberation record plenary-2 --title Guide --consensus")
      #expect(decided.status == .done, "\(decided.talk)")
      let meeting = try #require(try network.json("meeting show plenary-2").fields)
      #expect(meeting["second_call_of"] == "plenary-1")
      #expect(meeting["quorum"]?["needed"] == 2 && meeting["quorum"]?["base"] == 4)
      #expect(network.run("explain plenary-2 --check").status == .done)
    }
  }

  @Test func `Convened as a meeting of its own it needs the usual quorum`() throws {
    try Self.with { network in
      #expect(network.run("meeting convene plenary-2").status == .done)
      let refused = Self.late(network).run("meeting open plenary-2 --present PT,ES")
      #expect(refused.status == .refused)
      #expect(!refused.talk.contains("second_call"))
      let shown = try network.json("meeting show plenary-2").fields
      #expect(shown?["second_call_of"] == .null)
    }
  }

  @Test func `One delegation alone is too few for the second meeting too, and the clause is named`()
    throws
  {
    try Self.with { network in
      _ = network.run("meeting convene plenary-2 --second-call-of plenary-1")
      let refused = Self.late(network).run("meeting open plenary-2 --present PT")
      #expect(refused.status == .refused)
      #expect(refused.talk.contains("bodies.plenary.quorum.second_call"), "\(refused.talk)")
    }
  }

  @Test(arguments: [
    ("en", "The rules know no second call"), ("pt", "As regras não preveem segunda convocatória"),
    ("es", "Las reglas no prevén segunda convocatoria"),
  ])
  func `Rules without a second call say so in each language`(
    _ row: (language: String, words: String)
  ) throws {
    try Self.with([("quorum: {more_than: 1/2", "quorum: {at_least: 2/3")]) { network in
      let refused = network.run(
        "meeting convene plenary-2 --second-call-of plenary-1 --lang \(row.language)")
      #expect(refused.status == .refused && refused.talk.contains(row.words), "\(refused.talk)")
    }
  }

  @Test(arguments: ["en", "pt", "es"])
  func `Too early a day is refused with the earliest, in each language`(_ language: String) throws {
    let edits = Self.rule + [("after: P14D", "after: P1M")]
    try Self.with(edits) { network in
      let refused = network.run(
        "meeting convene plenary-2 --second-call-of plenary-1 --dry-run --lang \(language)")
      #expect(refused.status == .refused)
      #expect(refused.talk.contains("2026-12-23"), "\(refused.talk)")
      #expect(refused.talk.matches(of: #/\{\w+\}/#).isEmpty)
    }
  }
}
