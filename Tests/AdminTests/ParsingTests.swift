import Testing
import Values

@testable import admin

@Suite struct ParsingTests {
  @Test(arguments: [
    ("as given", "member admit PT --class member", "admin member admit PT --class member"),
    ("an equals sign", "member admit PT --class=member", "admin member admit PT --class member"),
    (
      "options before the place", "member admit --class member PT",
      "admin member admit PT --class member"
    ),
    (
      "a day", "member admit PT --class member --from 2026-12-07",
      "admin member admit PT --class member --from 2026-12-07"
    ),
    (
      "lists add up", "member admit PT --class member --languages pt,en --languages fr",
      "admin member admit PT --class member --languages pt,en --languages fr"
    ),
    (
      "globals anywhere", "-C ejcn member --json admit PT --class member -n",
      "admin --network ejcn --json --dry-run member admit PT --class member"
    ),
    ("a letter with its value", "-Cejcn member show PT", "admin --network ejcn member show PT"),
    ("a word after two hyphens", "member show -- -x", "admin member show -- -x"),
    (
      "a value like an option", "member admit PT --class member --note=-x",
      "admin --note=-x member admit PT --class member"
    ),
    (
      "a place by its name", "member admit --state PT --class member",
      "admin member admit PT --class member"
    ),
    (
      "a place by its name, with an equals sign", "member admit --class member --state=PT",
      "admin member admit PT --class member"
    ),
    ("a single hyphen is a word", "member show -", "admin member show -- -"),
    ("a command of one word", "verify", "admin verify"),
    (
      "a flag of its own", "member admit PT --class member --provisional",
      "admin member admit PT --class member --provisional"
    ),
  ])
  func `A line is read and can be written again`(_ row: (name: String, line: String, same: String))
  {
    let outcome = Outcome(row.line)
    #expect(outcome.output == row.same + "\n", "\(row.name)")
    #expect(outcome.talk.isEmpty && outcome.status == .done, "\(row.name)")
    #expect(Outcome(String(row.same.dropFirst(6))).output == row.same + "\n", "\(row.name)")
  }

  @Test(arguments: [
    ("no such noun", "membre list", "noun-unknown"),
    ("no such verb", "member lst", "verb-unknown"),
    ("no such option", "member list --jsno", "option-unknown"),
    ("no such letter", "member list -z", "option-unknown"),
    ("a letter behind a flag", "member list -nx", "option-unknown"),
    ("an option too early", "--class member member admit PT", "option-before-command"),
    ("no value at the end", "member list --sort", "value-missing"),
    ("an option for a value", "member list --sort --quiet", "value-missing"),
    ("a value for a flag", "member list --json=yes", "flag-with-value"),
    ("twice", "member list --sort a --sort b", "option-repeated"),
    (
      "by its place and by its name", "member admit PT --state ES --class member",
      "option-repeated"
    ),
    (
      "by its name and by its place", "member admit --state ES PT --class member",
      "argument-unexpected"
    ),
    ("a place's name without a value", "member admit --class member --state", "value-missing"),
    ("no number", "member list --limit many", "option-unreadable"),
    ("no day", "member list --as-of 2026-02-30", "option-unreadable"),
    ("no part of a day", "member list --effective soon", "option-unreadable"),
    ("a gap in a list", "member list --fields a,,b", "option-unreadable"),
    ("no such choice", "member list -o xml", "option-choice"),
    ("one word too many", "member show PT ES", "argument-unexpected"),
    ("a required option missing", "member admit PT", "option-missing"),
    ("a required place missing", "member show", "option-missing"),
    ("no such field", "member list --fields state,clas", "column-unknown"),
    ("a filter without a sign", "member list --filter state", "filter-unreadable"),
    ("a read that records", "member list --dry-run", "option-unsuited"),
    ("an act with fields", "--fields a member admit PT --class member", "option-unsuited"),
    ("no such help", "help membr", "topic-unknown"),
    ("no such help on a verb", "help member lisst", "topic-unknown"),
  ])
  func `A wrong line is refused with its code`(_ row: (name: String, line: String, code: String)) {
    let outcome = Outcome(row.line)
    #expect(outcome.status == .usage, "\(row.name)")
    #expect(outcome.talk.hasSuffix("[\(row.code)]\n"), "\(row.name): \(outcome.talk)")
    #expect(outcome.output.isEmpty && outcome.talk.hasPrefix("admin: "), "\(row.name)")
  }

  @Test(arguments: [
    ("person add --name 'Ana Sousa'", "person.registered"),
    ("member admit --member PT --class member", "member.admitted"),
  ])
  func `An act takes a value by its place or by its name alike`(
    _ row: (line: String, event: String)
  ) throws {
    try SampleNetwork.with { network in
      let byName = try network.json(row.line + " --dry-run")
      let line = row.line.replacing(" --name", with: "").replacing(" --member", with: "")
      let byPlace = try network.json(line + " --dry-run")
      #expect(byName["events"]?.list?.map { $0["type"] } == [.text(row.event)])
      #expect(byName["events"] == byPlace["events"])
    }
  }

  @Test func `A mistake is told with what, why and what to do`() {
    #expect(
      Outcome("member lsit").talk == """
        admin: `member` has no `lsit`
        It knows admit, show and list.
        Did you mean `list`?
        Run `admin help member` for what each does. [verb-unknown]

        """)
  }

  @Test(arguments: [
    ("--lang pt membre", "não existe o comando `membre`"),
    ("membre --lang=es", "no existe la orden `membre`"),
  ])
  func `A mistake is told in the language asked for`(_ row: (line: String, text: String)) {
    #expect(Outcome(row.line).talk.hasPrefix("admin: " + row.text))
  }

  @Test func `The environment chooses the language when the line does not`() {
    let talk = Outcome("membre", environment: ["LANG": "pt_PT.UTF-8"]).talk
    #expect(talk.contains("Quis dizer `member`?"))
  }

  @Test func `A program gets a mistake as one line of JSON`() throws {
    let outcome = Outcome("member lsit --json")
    let error = try #require(JSON(parsing: outcome.talk)["error"])
    #expect(error["code"] == "verb-unknown")
    #expect(error["exit"] == 64)
    #expect(error["suggestion"] == "Did you mean `list`?")
    #expect(outcome.talk.filter { $0 == "\n" }.count == 1)
  }

  @Test func `What is missing is named when nobody can be asked`() {
    let talk = Outcome("member admit").talk
    #expect(talk.hasPrefix("admin: `member admit` needs STATE and --class\n"))
  }

  @Test func `Nobody is asked when asking was turned off`() {
    let terminal = ScriptedTerminal(lines: ["PT", "member"])
    let outcome = Outcome("member admit --no-input", terminal: terminal)
    #expect(outcome.status == .usage)
    #expect(terminal.readLine() == "PT")
  }

  @Test func `An error that nobody foresaw is one sentence`() {
    struct Surprise: Error {}
    let command = Command(
      noun: "verify", verb: nil, group: .run, effect: .reads, parameters: [], examples: []
    ) { _, _ in throw Surprise() }
    let terminal = ScriptedTerminal()
    let status = Admin.run(
      ["verify"], environment: [:], terminal: terminal, tree: CommandTree(commands: [command]))
    #expect(status == .internalError)
    #expect(
      terminal.talk.hasPrefix("admin: something went wrong that the program did not foresee\n"))
    #expect(!terminal.talk.contains("Surprise"))
  }
}

/// Words that a tired person puts in the wrong place.
@Suite struct StrayWordTests {
  private static func run(_ line: String) -> Outcome {
    Outcome(line.split(separator: " ").map { String($0) }, tree: .all)
  }

  @Test(arguments: ["meeting", "seat", "board", "template", "deliberation"])
  func `NOUN help is help on the noun`(_ noun: String) {
    let asked = Self.run("\(noun) help")
    #expect(asked.status == .done)
    #expect(asked.output == Self.run("help \(noun)").output)
    #expect(asked.output.hasPrefix("Usage: admin \(noun) VERB"))
  }

  @Test func `NOUN help VERB is help on the command`() {
    #expect(
      Self.run("meeting help convene").output == Self.run("help meeting convene").output)
    #expect(Self.run("meeting help convent").talk.contains("[topic-unknown]"))
  }

  @Test(arguments: [
    ("seat appoint KH H-1", "--kind, --person"), ("meeting move plenary-1 2026-12-28", "--from"),
    ("board compose coordinator TH", "--members"),
    ("subgroup coordinate cloud TH", "Write the option --member before it"),
  ])
  func `A word too many is told which options may be meant`(_ row: (line: String, words: String)) {
    let told = Self.run(row.line)
    #expect(told.status == .usage)
    #expect(told.talk.contains(row.words), "\(told.talk)")
  }

  @Test func `Where no option takes a word it is to be left out`() {
    #expect(Self.run("member show KH LA").talk.contains("Leave it out, or write quotation marks"))
  }

  @Test func `An option that was given is not offered again`() {
    let told = Self.run("seat appoint KH --kind contact_point H-1").talk
    #expect(told.contains("--person") && !told.contains("--kind,"), "\(told)")
  }
}
