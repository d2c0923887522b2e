import Testing
import Values

@testable import admin

/// Conversations with the finished program, as somebody in a secretariat has them.
@Suite struct InterviewTests {
  /// A network of three members with an open plenary of two days.
  private static func withPlenary(_ body: (SampleNetwork) throws -> Void) throws {
    try SampleNetwork.with { network in
      var network = network
      network.now = "2026-11-01T09:00:00Z"
      for state in ["BE", "ES", "PT"] {
        #expect(network.run("member admit \(state) --class member").status == .done)
      }
      let plan = "meeting plan plenary --from 2026-11-23 --until 2026-11-24"
      for line in [plan, "meeting convene plenary-1 --agenda Opening"] {
        #expect(network.run(line).status == .done, "\(line)")
      }
      network.now = "2026-11-23T09:00:00Z"
      #expect(network.run("meeting open plenary-1 --present BE,ES,PT").status == .done)
      try body(network)
    }
  }

  /// So many questions without an answer.
  private static func blank(_ count: Int) -> [String] {
    Array(repeating: "", count: count)
  }

  private static func ask(_ network: SampleNetwork, _ line: String, _ lines: [String]) -> Outcome {
    network.run(line, terminal: ScriptedTerminal(lines: lines))
  }

  @Test
  func `A deliberation is recorded by consensus when it is said to be, and no votes are asked for`()
    throws
  {
    try Self.withPlenary { network in
      let told = Self.ask(
        network, "deliberation record", ["1", "Budget", "", "", "y"] + Self.blank(15) + ["y"])
      #expect(told.status == .done, "\(told.talk)")
      #expect(told.output.contains("deliberation.adopted  D-1"))
      #expect(told.talk.contains("Was it decided by consensus? [y/N]"))
      #expect(!told.talk.contains("How many votes for?"))
      #expect(told.talk.contains("--title Budget --consensus\n"))
      let row = try network.json("deliberation show D-1")
      #expect(row["method"] == "consensus" && row["outcome"] == "adopted")
    }
  }

  @Test
  func `Without consensus the votes are asked for, and names only where no numbers were given`()
    throws
  {
    try Self.withPlenary { network in
      let counted = Self.ask(
        network, "deliberation record",
        ["plenary-1", "Budget", "", "", "n", "2", "1"] + Self.blank(18) + ["y"])
      #expect(counted.status == .done, "\(counted.talk)")
      #expect(!counted.talk.contains("Or votes by name"))
      let named = Self.ask(
        network, "deliberation record plenary-1",
        ["Logo", "", "", "", "", "", "", "BE=for,ES=for,PT=against"] + Self.blank(17) + ["y"])
      #expect(named.status == .done, "\(named.talk)")
      #expect(named.talk.contains("Or votes by name"))
      let found = try network.json("deliberation show D-2")
      #expect(found["method"] == "names")
    }
  }

  @Test func `What the line says already is not asked for, nor what it excludes`() throws {
    try Self.withPlenary { network in
      let told = Self.ask(
        network, "deliberation record plenary-1 --consensus",
        ["Budget", "", "", "", "", "", "", "y"])
      #expect(told.status == .done, "\(told.talk)")
      for question in ["Which meeting?", "consensus?", "How many", "Or votes by name"] {
        #expect(!told.talk.contains(question), "\(question)")
      }
    }
  }

  @Test func `A refusal is shown with its ways out, and there is nothing to confirm`() throws {
    try SampleNetwork.with { network in
      _ = network.run("meeting plan plenary --from 2026-12-01")
      let told = Self.ask(
        network, "meeting convene", ["plenary-1", "Opening", "", "", "", "y", "", "?", "n"])
      #expect(told.status == .declined)
      #expect(told.talk.contains("The earliest lawful date is 7 December 2026."))
      #expect(
        told.talk.contains(
          "This cannot be recorded as it stands. (1-5 changes an answer, `n` leaves) "))
      #expect(!told.talk.contains("Record this?"))
      #expect(told.talk.split(separator: "There is nothing to confirm").count == 4)
      let found = try network.json("log list --refused")
      #expect(found == [], "a trial is not kept")
      let shown = try network.json("meeting show plenary-1")
      #expect(shown["stage"] == "planned")
    }
  }

  @Test func `An answer is changed until the act may be recorded`() throws {
    try SampleNetwork.with { network in
      _ = network.run("meeting plan plenary --from 2026-12-01")
      let told = Self.ask(
        network, "meeting convene", ["plenary-1", "Opening", "", "", "", "3", "y", "y"])
      #expect(told.status == .done, "\(told.talk)")
      #expect(told.talk.contains("This cannot be recorded as it stands."))
      #expect(told.talk.contains("Record this? [Y/n] (1-5 changes an answer) "))
      let found = try network.json("meeting show plenary-1")
      #expect(found["urgent"] == true)
    }
  }

  @Test func `Yes given beforehand records the refusal as the line alone would`() throws {
    try SampleNetwork.with { network in
      _ = network.run("meeting plan plenary --from 2026-12-01")
      let told = Self.ask(network, "meeting convene --yes", ["plenary-1", "Opening", "", "", ""])
      #expect(told.status == .refused)
      let found = try network.json("log list --refused")
      #expect(found.list?.count == 1)
    }
  }

  @Test func `A class that the rules do not have is told at once`() throws {
    try SampleNetwork.with { network in
      let told = Self.ask(network, "member admit", ["PT", "membre", "member", "y"])
      #expect(told.status == .done, "\(told.talk)")
      #expect(told.talk.contains("\"membre\" is not known here. Did you mean `member`?\n"))
      #expect(!told.talk.contains("Refused"))
    }
  }

  @Test func `A new member has a code of the world or of the rules, and no other`() throws {
    try SampleNetwork.with { network in
      let told = Self.ask(network, "member admit", ["XX", "XX", "pt", "PT", "member", "y"])
      #expect(told.status == .done, "\(told.talk)")
      #expect(told.talk.split(separator: "\"XX\" is not known here.").count == 3)
      #expect(told.talk.contains("\"pt\" is not known here. Did you mean `PT`?\n"))
      let office = Self.ask(network, "member admit", ["EUROJUST", "institution", "y"])
      #expect(office.status == .done, "\(office.talk)")
    }
  }

  @Test func `A member that is not known is taken when it is said twice, and then refused by name`()
    throws
  {
    try Self.withPlenary { network in
      let told = Self.ask(
        network, "attendance leave", ["plenary-1", "EE", "EE", "", "n"])
      #expect(told.status == .declined)
      #expect(
        told.talk.contains(
          "\"EE\" is not known here. Did you mean `BE`? If you mean it, write it again."))
      #expect(told.talk.contains("Refused: "))
    }
  }

  @Test func `On a past day the members of that day are known, and those of today`() throws {
    try SampleNetwork.with { network in
      _ = network.run("member admit PT --class member --effective 2016-11-24")
      _ = network.run("member end PT --effective 2020-01-01")
      _ = network.run("member admit ES --class member --effective 2021-01-01")
      let then = Self.ask(
        network, "member edit --effective 2018-01-01", ["PT", "observer", "y"])
      #expect(then.status == .done, "\(then.talk)")
      #expect(!then.talk.contains("is not known here"))
      #expect(then.talk.contains("     1  PT\n     2  ES\n"))
    }
  }

  @Test func `A vote by a name that is not known is told by that name`() throws {
    try Self.withPlenary { network in
      let told = Self.ask(
        network, "deliberation record plenary-1",
        ["Budget", "", "", "", "", "", "", "BE=for,IT=for", "BE=for,ES=for"] + Self.blank(17)
          + ["y"])
      #expect(told.status == .done, "\(told.talk)")
      #expect(told.talk.contains("\"IT\" is not known here."))
    }
  }

  @Test(arguments: [
    ("en", "y", "This cannot be recorded as it stands."),
    ("pt", "s", "Assim não pode ser registado."),
    ("es", "sí", "Así no puede registrarse."),
  ])
  func `The wizard speaks the reader's language`(
    _ row: (language: String, yes: String, sentence: String)
  ) throws {
    try SampleNetwork.with { network in
      _ = network.run("meeting plan plenary --from 2026-12-01")
      let told = Self.ask(
        network, "--lang \(row.language) meeting convene",
        ["plenary-1", "x", "", "", "", row.yes, "3", row.yes, row.yes])
      #expect(told.status == .done, "\(told.talk)")
      #expect(told.talk.contains(row.sentence), "\(told.talk)")
    }
  }

  @Test func `A correction asks whether to strike, and then for nothing else but the reason`()
    throws
  {
    try SampleNetwork.with { network in
      _ = network.run("member admit PT --class member")
      let told = Self.ask(
        network, "event correct 3", ["", "", "y", "recorded twice", "y"])
      #expect(told.status == .done, "\(told.talk)")
      let found = try network.json("member list")
      #expect(found == [])
    }
  }
}
