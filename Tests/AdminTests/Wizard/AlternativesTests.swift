import Testing
import Values

@testable import admin

/// Questions of which one answer leaves no sense in another: consensus, numbers of votes, votes by name.
@Suite struct AlternativesTests {
  private static let ballot: [Question] = {
    var questions = [
      Question(title: "Meeting", parameter: .positional("meeting")),
      Question(title: "Consensus?", parameter: .flag("consensus")),
      Question(title: "For", parameter: .option("for", .number)),
      Question(title: "Against", parameter: .option("against", .number)),
      Question(title: "Names", parameter: .option("names", .list)),
      Question(title: "Text", parameter: .option("text", .text)),
    ]
    questions[1].excludes = ["for", "against", "names"]
    questions[2].excludes = ["consensus", "names"]
    questions[3].excludes = ["consensus", "names"]
    questions[4].excludes = ["consensus", "for", "against"]
    return questions
  }()

  private static func after(_ lines: [String]) -> (wizard: Wizard, notice: Wizard.Notice?) {
    var wizard = Wizard(ballot, yes: ["y", "yes"], no: ["n", "no"])
    var notice: Wizard.Notice?
    for line in lines { notice = wizard.take(line) }
    return (wizard, notice)
  }

  @Test(arguments: [
    (["M", "y"], Wizard.State.asking(5)), (["M", "YES"], .asking(5)), (["M", "n"], .asking(2)),
    (["M", ""], .asking(2)), (["M", "", "3"], .asking(3)), (["M", "", "3", ""], .asking(5)),
    (["M", "", "", "1"], .asking(5)), (["M", "", "", ""], .asking(4)),
    (["M", "", "", "", "PT=for"], .asking(5)), (["M", "y", ""], .checking),
  ])
  func `A question that an answer made pointless is passed over`(
    _ row: (lines: [String], state: Wizard.State)
  ) {
    #expect(Self.after(row.lines).wizard.state == row.state, "\(row.lines)")
  }

  @Test func `Yes sets a flag, no takes it back, and an empty line leaves it`() {
    #expect(Self.after(["M", "y"]).wizard.answers[1] == .present)
    #expect(Self.after(["M", "n"]).wizard.answers[1] == nil)
    #expect(Self.after(["M", "y", "b", ""]).wizard.answers[1] == .present)
    #expect(Self.after(["M", "y", "b", "n"]).wizard.answers[1] == nil)
  }

  @Test(arguments: ["maybe", "1", "-", "oui"])
  func `A question of yes or no takes nothing else`(_ word: String) {
    let (wizard, notice) = Self.after(["M", word])
    #expect(notice == .yesOrNo)
    #expect(wizard.state == .asking(1) && wizard.answers[1] == nil)
  }

  @Test func `Back passes over what is pointless too`() {
    #expect(Self.after(["M", "y", "b"]).wizard.state == .asking(1))
    #expect(Self.after(["M", "", "", "", "PT=for", "b"]).wizard.state == .asking(4))
    #expect(Self.after(["M", "", "3", "", "b"]).wizard.state == .asking(3))
  }

  @Test func `A yes on the page takes the numbers out, and the page has only what counts`() {
    let lines = ["M", "", "3", "1", "", "2", "y"]
    let (wizard, _) = Self.after(lines)
    #expect(wizard.state == .checking)
    #expect(wizard.answers == [0: .text("M"), 1: .present])
    #expect((2...4).allSatisfy { wizard.isPointless($0) } && !wizard.isPointless(5))
  }

  @Test func `A no on the page asks for what was never asked, once`() {
    let (wizard, _) = Self.after(["M", "y", "", "2", "n"])
    #expect(wizard.state == .asking(2))
    let (counted, _) = Self.after(["M", "y", "", "2", "n", "3", "1"])
    #expect(counted.state == .checking)
    #expect(counted.answers[2] == .number(3) && counted.answers[3] == .number(1))
  }

  @Test func `Numbers given before come back when the consensus is taken back`() {
    let (wizard, _) = Self.after(["M", "", "3", "1", "", "2", "y", "2", "n"])
    #expect(wizard.state == .checking)
    #expect(wizard.answers[2] == .number(3) && wizard.answers[3] == .number(1))
  }

  @Test func `What is pointless cannot be changed on the page`() {
    #expect(Self.after(["M", "y", "", "3"]).notice == .notAnAnswer)
    #expect(Self.after(["M", "y", "", "b"]).wizard.state == .asking(5))
  }

  @Test func `Of two answers that exclude each other the earlier question counts`() {
    let (wizard, _) = Self.after(["M", "", "", "", "PT=for", "", "3", "2"])
    #expect(wizard.answers[2] == .number(2) && wizard.answers[4] == nil)
  }

  @Test func `What would be refused is not confirmed, and may be left or changed`() {
    var (wizard, _) = Self.after(["M", "y", ""])
    wizard.mayConfirm = false
    for word in ["", "y", "yes"] {
      #expect(wizard.take(word) == .nothingToConfirm)
      #expect(wizard.state == .checking)
    }
    var declined = wizard
    #expect(declined.take("n") == nil && declined.state == .declined)
    #expect(wizard.take("1") == nil && wizard.state == .asking(0))
  }
}

extension Wizard.State: CustomTestStringConvertible {
  /// The state as a test names it.
  public var testDescription: String {
    switch self {
    case .asking(let index): "asking \(index)"
    case .checking: "checking"
    case .confirmed: "confirmed"
    case .declined: "declined"
    case .ended: "ended"
    }
  }
}
