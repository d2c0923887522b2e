import TestKit
import Testing
import Values

@testable import admin

/// The text of a motion as a paper: each change with its amendment and its vote.
@Suite struct MotionPaperTests {
  private static let lines = [
    "motion put 'Guide on retention' --body plenary --member PT --text 'We share.\n\nTwice a year.\n\nBy post.'",
    "motion amend M-1 --paragraph 2 --text 'Three times a year.' --member ES",
    "motion amend M-1 --paragraph 2 --strike --member FR",
    "motion amend M-1 --paragraph 3 --insert --text 'And by wire.' --member ES",
    "motion amend M-1 --paragraph 3 --strike", "motion withdraw M-1 --amendment 4",
    "motion support M-1 --member ES", "motion move M-1 --to debated",
    "meeting open plenary-1 --present PT,ES,FR",
    "deliberation record plenary-1 --title Two --motion M-1 --amendment 1 --for 2 --against 1",
    "deliberation record plenary-1 --title Three --motion M-1 --amendment 3 --consensus",
  ]

  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    try MotionNetwork.with { network in
      for line in lines {
        let told = network.run(line)
        #expect(told.status == .done, "\(line): \(told.talk)")
      }
      try body(network)
    }
  }

  @Test func `Two amendments to one paragraph are reported as colliding when the second comes`()
    throws
  {
    try MotionNetwork.with { network in
      for line in Self.lines.prefix(2) { _ = network.run(line) }
      let told = network.run(Self.lines[2])
      #expect(told.status == .done)
      #expect(told.output.contains("The amendment 2 collides with 1"), "\(told.output)")
      let rows = try network.json("amendment list M-1").list
      #expect(rows?.map { $0["collides_with"] } == [["M-1.2"], ["M-1.1"]])
    }
  }

  @Test func `The text shows each change with its amendment number and its vote`() throws {
    try Self.with { network in
      let text = network.run("motion text M-1").output
      #expect(text.hasPrefix("# Guide on retention\n\nMotion M-1\n"), "\(text)")
      #expect(text.contains("- 1. We share.\n"))
      #expect(
        text.contains(
          "- 2. ~~Twice~~ **Three times** a year. — Amendment 1 (ES): adopted with 2 for, 1 against, "
            + "0 abstaining, decision D-1.[^"), "\(text)")
      #expect(text.contains("- 3. By post.\n"))
      #expect(
        text.contains(
          "- 3+1. **And by wire.** — Amendment 3 (ES): adopted by consensus, decision D-2."))
      #expect(
        text.contains("- 2. Amendment 2 (FR): fallen. It strikes paragraph 2. It collides with 1."))
      #expect(text.contains("- 4. Amendment 4 (–): taken back. It strikes paragraph 3."))
    }
  }

  @Test func `Without marks the text is numbered as it reads now`() throws {
    try Self.with { network in
      let text = network.run("motion text M-1 --clean").output
      #expect(
        text.contains(
          "- 1. We share.\n- 2. Three times a year.\n- 3. By post.\n- 4. And by wire.\n"),
        "\(text)")
      #expect(!text.contains("~~") && !text.contains("Amendment 1"))
    }
  }

  @Test(arguments: [
    ("en", "en", "Amendment 1 (ES): adopted with 2 for", "Text"),
    ("pt", "pt-PT", "Proposta de alteração 1 (ES): aprovada com 2 a favor", "Texto"),
    ("es", "es-ES", "Enmienda 1 (ES): aprobada con 2 a favor", "Texto"),
  ])
  func `As a page it has the elements for edits, in each language`(
    _ row: (language: String, tag: String, words: String, heading: String)
  ) throws {
    try Self.with { network in
      let page = network.run("motion text M-1 --html --lang \(row.language)").output
      #expect(page.contains("<html lang=\"\(row.tag)\">"))
      #expect(page.contains("<del>Twice</del> <ins>Three times</ins> a year."), "\(page)")
      #expect(page.contains(row.words) && page.contains(">\(row.heading)</h2>"))
      #expect(page.matches(of: #/\{\w+\}|\[document\./#).isEmpty)
    }
  }

  @Test func `The decision is bound to the digest that the paper names`() throws {
    try Self.with { network in
      let told = network.run("deliberation record plenary-1 --title Guide --motion M-1 --for 3")
      #expect(told.status == .done, "\(told.talk)")
      let decision = try #require(try network.json("deliberation show D-3").fields)
      let digest = try #require(decision["digest"]?.text)
      #expect(decision["text"] == "We share.\n\nThree times a year.\n\nBy post.\n\nAnd by wire.")
      #expect(network.run("motion text M-1").output.contains(digest))
      let answer25 = try network.json("motion show M-1")
      #expect(answer25.fields?["digest"] == .text(digest))
    }
  }

  @Test func `As JSON the paper has the words of each change`() throws {
    try Self.with { network in
      let blocks = try network.json("motion text M-1")["blocks"]?.list ?? []
      let marked = blocks.filter { $0["kind"] == "marked" }
      #expect(marked.map { $0["number"] } == ["2.", "3+1."])
      #expect(marked.first?["words"]?.list?.count == 3)
    }
  }

  @Test func `A motion that nobody put has no text, and the nearest one is named`() throws {
    try Self.with { network in
      let missing = network.run("motion text M-2")
      #expect(missing.status == .notFound && missing.talk.contains("M-1"), "\(missing.talk)")
    }
  }

  @Test func `Amendments are listed with their votes and shown one by one`() throws {
    try Self.with { network in
      let rows = try #require(try network.json("amendment list M-1").list)
      #expect(rows.map { $0["state"] } == ["adopted", "fallen", "adopted", "withdrawn"])
      let one = try #require(try network.json("amendment show M-1.1").fields)
      #expect(one["for"] == 2 && one["against"] == 1 && one["deliberation"] == "D-1")
      #expect(one["first"] == 2 && one["change"] == "replace" && one["member"] == "ES")
      let answer26 = try network.json("motion show M-1")
      #expect(answer26.fields?["undecided"] == 0)
    }
  }
}
