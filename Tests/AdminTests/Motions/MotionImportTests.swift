import TestKit
import Testing
import Values

@testable import admin

/// Motions in a file of acts, all or none, and asked for one by one.
@Suite struct MotionImportTests {
  private static let acts = """
    - {do: motion put, title: Guide, body: plenary, text: "One.\\n\\nTwo.", member: PT, as: g}
    - {do: motion support, motion: $g, member: ES}
    - {do: motion move, motion: $g, to: debated}
    - {do: motion amend, motion: $g, paragraph: 2, text: Zwei., member: FR}
    - {do: meeting open, meeting: plenary-1, present: [PT, ES, FR]}
    - {do: deliberation record, meeting: plenary-1, title: Two, motion: $g, amendment: 1, for: 3}
    - {do: deliberation record, meeting: plenary-1, title: Guide, motion: $g, consensus: true}

    """

  @Test func `A motion goes from its putting to its adoption in one file`() throws {
    try MotionNetwork.with { network in
      let file = try network.file("acts.yaml", Self.acts)
      let told = network.run("import \(file)")
      #expect(told.status == .done, "\(told.talk)")
      let motion = try #require(try network.json("motion show M-1").fields)
      #expect(motion["state"] == "adopted" && motion["text"] == "One.\n\nZwei.")
      #expect(motion["deliberation"] == "D-2")
      #expect(try network.json("amendment show M-1.1").fields?["deliberation"] == "D-1")
      #expect(network.run("verify").status == .done)
    }
  }

  @Test func `One act that is refused keeps nothing of the file`() throws {
    try MotionNetwork.with { network in
      let events = network.eventCount
      let wrong = Self.acts.split(separator: "\n").filter { !$0.contains("motion support") }
        .joined(separator: "\n")
      let file = try network.file("acts.yaml", wrong)
      let told = network.run("import \(file)")
      #expect(told.status == .refused && told.talk.contains(":2"), "\(told.talk)")
      #expect(network.eventCount == events)
    }
  }

  @Test func `At a terminal an amendment is asked for paragraph by paragraph`() throws {
    try MotionNetwork.with { network in
      _ = network.run("motion put Guide --body plenary --text 'One.' --member PT")
      let terminal = ScriptedTerminal(lines: ["M-1", "1", "", "Uno.", "", "ES", "", "y"])
      let told = network.run("motion amend", terminal: terminal)
      #expect(told.status == .done, "\(told.talk)")
      #expect(told.talk.contains("What are the new words?"))
      #expect(!told.talk.contains("Does the paragraph go?"), "\(told.talk)")
      let row = try #require(try network.json("amendment show M-1.1").fields)
      #expect(row["text"] == "Uno." && row["member"] == "ES" && row["change"] == "replace")
    }
  }

  @Test func `The states of the rules are offered where a motion is moved`() throws {
    try MotionNetwork.with { network in
      _ = network.run("motion put Guide --body plenary --text 'One.' --member PT")
      _ = network.run("motion support M-1 --member ES")
      let terminal = ScriptedTerminal(lines: ["M-1", "debatted", "debated", "", "y"])
      let told = network.run("motion move", terminal: terminal)
      #expect(told.status == .done, "\(told.talk)")
      #expect(told.talk.contains("Did you mean `debated`?"), "\(told.talk)")
      let shown = try network.json("motion show M-1").fields
      #expect(shown?["state"] == "debated")
    }
  }

  @Test func `A place at a meeting is asked for at a terminal`() throws {
    let quota = [
      (
        "documents: P7D, source: assumption}}",
        "documents: P7D, source: assumption}, "
          + "invitations: {seats: {member: 1}, source: assumption}}"
      )
    ]
    try MotionNetwork.with(quota) { network in
      let terminal = ScriptedTerminal(lines: ["plenary-1", "PT", "", "y"])
      let told = network.run("invitation register", terminal: terminal)
      #expect(told.status == .done, "\(told.talk)")
      #expect(told.talk.contains("Whose place is it?") && told.talk.contains("Who comes?"))
      let listed = try network.json("invitation list").list
      #expect(listed?.count == 1)
    }
  }

  @Test func `What a rule on motions means is explained, with the guard that says the same`() throws
  {
    try MotionNetwork.with { network in
      let way = try network.json("explain motions.transitions.take_up")
      #expect(way["key"] == "governance.motions.transitions.take_up")
      let told = network.run("explain motions.transitions.take_up.supporters").output
      #expect(told.contains("payload.supporters >= 1"), "\(told)")
      let first = network.run("explain motions.first").output
      #expect(first.contains("The state of a motion that was just put."), "\(first)")
    }
  }
}
