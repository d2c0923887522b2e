import Testing

@testable import admin

/// The closed list of verbs: one word for one meaning, in every corner of the program.
@Suite struct VerbTests {
  /// Source: the contract of the command line, "Verbs".
  private static let listed = Set(
    """
    list show history explain diff compare export add edit correct end clone convene open close \
    adjourn cancel adopt arrive leave excuse represent circulate comment approve publish record defer \
    propose amend withdraw object nominate vote elect admit appoint replace confirm rotate extend \
    mandate coordinate draft assign report register revise mark validate share request accept contact \
    post moderate need offer attend answer review remedy init plan apply lint test simulate inspect \
    upgrade verify doctor status backup restore serve search query import send token completion help \
    version tutorial
    """.split(separator: " ").map { String($0) })

  /// Words that came later, each for what no word of the list says.
  private static let additions = [
    "annul": "a vote that was not taken as it should have been, while `correct` mends a record",
    "choose":
      "one of several options, by first choices or rankings, while `record` takes yes and no",
    "retract":
      "a member takes back that it objected, while `withdraw` ends the procedure for everybody",
    "swap": "two members of a group take each other's turn, which seats nobody and rotates nothing",
    "repeal": "a decision that a later one ended, while `end` closes what has a term",
    "compose": "who sits on a board where no rule determines it is neither elected nor rotated",
    "effective":
      "the rules as they come out when a template is merged in, which is no `show` of what is in force",
    "schema": "what editors need to know of a format, which is no `show` of rules",
    "move": "other days or another place for a meeting, which is neither planned nor convened anew",
    "extract": "one event with its proof, for a third person; `export` hands out the whole",
    "erase":
      "what is known of a person is destroyed for ever, while its acts stay: nothing is ended",
    "set": "a parameter gets a value of its own, while `edit` changes what is known of a thing",
    "give": "a member's vote into another's hand, which appoints nobody and edits nothing",
    "revoke":
      "a proxy is taken back by its giver; what ends by its day needs no act, so it is no `end`",
    "waive":
      "a guard that does not hold lets an act pass, which approves no act and changes no rule",
    "attendance": "who was in the room at a minute; `attendance list` gives every stay",
    "limit": "how long and how often each delegation speaks, which edits no thing that is kept",
    "speakers": "who had the floor or waited at a minute; `speaker list` gives every request",
    "put": "a motion comes before a body as it stands, which is more than a proposal of its text",
    "support": "a member stands behind a motion of another one, and votes nothing by it",
    "consent": "members agree to the method of a procedure, which adopts nothing",
    "notify":
      "the proof that members were told of a procedure, while `convene` calls them together",
    "activity": "a paper on a period; `list` and `show` tell of one thing each",
    "chain": "what hangs together from decision to report, over all nouns; `explain` tells why",
    "desk": "what wants doing by day, over all nouns, while each noun's `list` tells of one",
    "tick": "what is due is recorded since its time has come, which nobody asks for by a verb",
    "archive": "a whole network in one file, the same bytes each time, which no `backup` is",
    "follow": "a copy takes what came since, while `import` asks for acts",
    "join": "a member takes part in a subgroup, which appoints nobody and admits nobody",
    "forward":
      "what a body was handed goes on to the next one as it is, which neither moves nor convenes it",
    "return": "what a body was handed goes back to the one that handed it over, unanswered",
    "freeze": "an agenda takes no more items, while the meeting stays open to all else",
    "write":
      "a paragraph of the secretariat's own within minutes that were drawn up; a letter that is due",
    "convocation": "a paper of a meeting; `show` gives what is known of it",
    "calendar": "meetings as a file for calendar programs; `export` hands out the whole log",
    "outcome": "a paper of a meeting; `show` gives what is known of it",
    "text": "minutes or a motion as a paper; `show` gives how far they have come",
    "members": "what the rows of a sheet are, while `import` alone takes acts",
    "persons": "what the rows of a sheet are, while `import` alone takes acts",
    "seats": "what the rows of a sheet are, while `import` alone takes acts",
    "file": "somebody asks to belong, which proposes nothing to a body yet",
    "opinion": "what a body thinks of an application, which decides nothing",
    "decide":
      "what a deliberation made of an application; the deliberation itself is recorded before",
    "rebuild": "views made anew from the events, which is no `restore` since nothing was lost",
  ]

  private static func words(_ commands: [Command]) -> Set<String> {
    Set(commands.map { $0.verb ?? $0.noun })
  }

  @Test func `No verb stands outside the list and what was added to it with a reason`() {
    let unknown = Self.words(CommandTree.all.commands)
      .subtracting(Self.listed).subtracting(Self.additions.keys)
    #expect(unknown.sorted() == [])
  }

  @Test func `Every word that was added is used, and was not in the list`() {
    #expect(Set(Self.additions.keys).isSubset(of: Self.words(CommandTree.all.commands)))
    #expect(Self.listed.isDisjoint(with: Self.additions.keys))
  }

  @Test(arguments: [
    "delete", "reset", "force", "remove", "drop", "purge", "create", "new", "update", "get",
  ])
  func `Nothing is deleted, forced, or called by a second name`(_ word: String) {
    #expect(!Self.words(CommandTree.all.commands).contains(word))
    #expect(!CommandTree.all.hasOption(word))
  }

  @Test func `Only parameters are set, within the bounds of the rules`() {
    #expect(CommandTree.all.commands.filter { $0.verb == "set" }.map(\.noun) == ["parameter"])
  }

  @Test func `Only deliberations are recorded, since to record is what every act does`() {
    let nouns = CommandTree.all.commands.filter { $0.verb == "record" }.map(\.noun)
    #expect(nouns == ["deliberation"])
  }

  /// An event is shown by its position, with `log show` and `explain`.
  @Test
  func `What can be listed by views can be shown, but for events and days one after the other`() {
    let listed = Set(CommandTree.all.commands.filter { $0.verb == "list" }.map(\.noun))
    let shown = Set(CommandTree.all.commands.filter { $0.verb == "show" }.map(\.noun))
    #expect(listed.subtracting(shown) == ["event", "timeline"])
  }

  @Test func `An act changes the log and a list does not`() {
    let reading: Set<String> = ["list", "show", "explain", "export", "lint", "status", "verify"]
    for command in CommandTree.all.commands where reading.contains(command.verb ?? command.noun) {
      // Who was handed what is on record.
      guard command.name != "person export" else { continue }
      #expect(command.effect == .reads, "\(command.name)")
    }
    let recorded = CommandTree.all.commands.filter { $0.effect == .records }
    for command in recorded {
      let isAlone = ["apply", "import", "tick", "backup"].contains(command.noun)
      #expect(isAlone || command.verb != nil)
    }
  }
}
