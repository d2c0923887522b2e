import Testing
import Values

@testable import admin

@Suite struct WizardTests {
  private static let questions = [
    Question(title: "State", parameter: .positional("state")),
    Question(
      title: "Class", parameter: .option("class", .choice(["member", "observer"])).required),
    Question(title: "From", parameter: .option("from", .day)),
  ]

  /// A conversation after some lines, and what the last of them was told.
  private static func after(_ lines: String...) -> (wizard: Wizard, notice: Wizard.Notice?) {
    var wizard = Wizard(questions, yes: ["y", "yes"], no: ["n", "no"])
    var notice: Wizard.Notice?
    for line in lines { notice = wizard.take(line) }
    return (wizard, notice)
  }

  @Test func `Questions come one after the other, then the page, then the end`() {
    #expect(Self.after().wizard.state == .asking(0))
    #expect(Self.after("PT").wizard.state == .asking(1))
    #expect(Self.after("PT", "member", "").wizard.state == .checking)
    #expect(Self.after("PT", "member", "", "y").wizard.state == .confirmed)
    #expect(Self.after("PT", "member", "", "").wizard.state == .confirmed)
    #expect(Self.after("PT", "member", "", "No").wizard.state == .declined)
  }

  @Test func `A choice is taken by its number or its word`() {
    #expect(Self.after("PT", "2").wizard.answers[1] == .text("observer"))
    #expect(Self.after("PT", "observer").wizard.answers[1] == .text("observer"))
    #expect(Self.after("PT", "3").wizard.state == .asking(1))
  }

  @Test func `A few known values are taken by number or by their text, many by their text`() {
    let known = Question(
      title: "Meeting", parameter: .positional("meeting"), known: .open(["plenary-1", "plenary-2"]))
    for (line, answer) in [("2", "plenary-2"), ("plenary-1", "plenary-1")] {
      var wizard = Wizard([known], yes: ["y"], no: ["n"])
      _ = wizard.take(line)
      #expect(wizard.answers[0] == .text(answer))
    }
    let many = Question(
      title: "Member", parameter: .positional("member"), known: .open((1...13).map { "M\($0)" }))
    var wizard = Wizard([many], yes: ["y"], no: ["n"])
    #expect(wizard.take("2") == .unknown(.init(found: "2", nearest: "M2", mayInsist: true)))
    #expect(wizard.answers[0] == nil)
  }

  @Test func `An empty line keeps the former answer and leaves out what is not required`() {
    #expect(Self.after("PT", "b", "").wizard.answers[0] == .text("PT"))
    #expect(Self.after("PT", "1", "").wizard.answers[2] == nil)
    #expect(Self.after("").notice == .answerNeeded)
  }

  @Test func `Back goes to the question before, and stays at the first`() {
    #expect(Self.after("PT", "b").wizard.state == .asking(0))
    #expect(Self.after("b").wizard.state == .asking(0))
    #expect(Self.after("PT", "1", "", "b").wizard.state == .asking(2))
  }

  @Test func `A number on the page changes one answer and comes back`() {
    let (wizard, _) = Self.after("PT", "1", "", "1", "ES")
    #expect(wizard.state == .checking)
    #expect(wizard.answers[0] == .text("ES"))
    #expect(Self.after("PT", "1", "", "2", "b").wizard.state == .checking)
    #expect(Self.after("PT", "1", "", "4").notice == .notAnAnswer)
    #expect(Self.after("PT", "1", "", "0").notice == .notAnAnswer)
  }

  @Test func `A question mark explains and changes nothing`() {
    #expect(Self.after("?").notice == .help)
    #expect(Self.after("?").wizard.state == .asking(0))
    #expect(Self.after("PT", "1", "", "?").notice == .help)
  }

  @Test func `An answer that cannot be read is asked for again`() throws {
    let (wizard, notice) = Self.after("PT", "1", "tomorrow")
    guard case .unreadable(let failure) = notice else {
      Issue.record("no failure")
      return
    }
    #expect(failure.code == .answerUnreadable)
    #expect(wizard.state == .asking(2))
  }

  @Test func `The end of input ends the conversation wherever it stands`() {
    for lines in [[], ["PT"], ["PT", "1", ""]] {
      var wizard = Wizard(Self.questions, yes: ["y"], no: ["n"])
      for line in lines { _ = wizard.take(line) }
      #expect(wizard.take(nil) == nil)
      #expect(wizard.state == .ended)
    }
  }

  @Test func `On a terminal a write asks, shows the page and says the line it stands for`() {
    let terminal = ScriptedTerminal(lines: ["Côte d'Ivoire", "1", "", "", "fr", "y"])
    let outcome = Outcome("member admit -n", terminal: terminal)
    let line =
      #"admin --dry-run member admit 'Côte d'\''Ivoire' --class member --languages fr"#
    #expect(outcome.status == .done)
    #expect(outcome.output == line + "\n")
    #expect(outcome.talk.contains("Check your answers\n"))
    #expect(outcome.talk.contains("Record this? [Y/n] (1-5 changes an answer) "))
    #expect(outcome.talk.hasSuffix("Same as: \(line)\n"))
  }

  @Test(arguments: [
    ("no at the page", ["PT", "1", "", "", "", "n"], "answer-declined"),
    ("the end of input", ["PT", "1"], "answers-ended"),
    ("the end at the page", ["PT", "1", "", "", ""], "answers-ended"),
  ])
  func `Without a yes nothing is run`(_ row: (name: String, lines: [String], code: String)) {
    let outcome = Outcome("member admit", terminal: ScriptedTerminal(lines: row.lines))
    #expect(outcome.status == .declined, "\(row.name)")
    #expect(outcome.output.isEmpty, "\(row.name)")
    #expect(outcome.talk.hasSuffix("[\(row.code)]\n"), "\(row.name)")
  }

  @Test func `Yes given beforehand skips the page`() {
    let terminal = ScriptedTerminal(lines: ["PT", "1", "", "", ""])
    #expect(Outcome("member admit --yes", terminal: terminal).status == .done)
  }

  @Test func `A read never asks`() {
    let outcome = Outcome("member show", terminal: ScriptedTerminal(lines: ["PT"]))
    #expect(outcome.status == .usage)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a-b_c./:,@%+=9", "a-b_c./:,@%+=9"), ("", "''"), ("a b", "'a b'"),
    ("it's", #"'it'\''s'"#), ("$HOME", "'$HOME'"), ("a\nb", "'a\nb'"), ("ação", "'ação'"),
    ("'", #"''\'''"#), ("~", "'~'"), ("*", "'*'"), ("a;b", "'a;b'"), ("`x`", "'`x`'"),
  ])
  func `A word is quoted for the shell`(_ row: (word: String, quoted: String)) {
    #expect(ShellWord.quoted(row.word) == row.quoted)
  }
}
