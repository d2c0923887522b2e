import Testing
import Values

@testable import admin

/// An id that nobody knows is doubted when it is given, and not at the end.
@Suite struct DoubtTests {
  private static func question(_ known: Question.Known, _ kind: Parameter.Kind = .text) -> Question
  {
    Question(title: "Member", parameter: .option("member", kind).required, known: known)
  }

  private static func wizard(_ known: Question.Known, _ kind: Parameter.Kind = .text) -> Wizard {
    Wizard(
      [question(known, kind), Question(title: "Note", parameter: .option("note", .text))],
      yes: ["y"], no: ["n"])
  }

  private static let states = ["BE", "ES", "PT"]

  @Test(
    arguments: [
      ("PT", nil, nil), ("pt", "pt", "PT"), ("TP", "TP", "PT"), ("ZZZZZZ", "ZZZZZZ", nil),
    ] as [(String, String?, String?)])
  func `The nearest known one is suggested, whatever the case of the letters`(
    _ row: (typed: String, found: String?, nearest: String?)
  ) {
    let doubt = Self.question(.open(Self.states)).doubt(about: .text(row.typed))
    #expect(doubt?.found == row.found)
    #expect(doubt?.nearest == row.nearest)
  }

  @Test func `Of a list each id is looked at, and the first that is not known is named`() {
    let question = Self.question(.open(Self.states), .list)
    #expect(question.doubt(about: .list(["PT", "ES"])) == nil)
    #expect(question.doubt(about: .list(["PT", "XX", "YY"]))?.found == "XX")
  }

  @Test func `Of a pair the id before the sign counts`() {
    let question = Self.question(.open(Self.states), .list)
    #expect(question.doubt(about: .list(["PT=for", "ES=against"])) == nil)
    #expect(question.doubt(about: .list(["PT=for", "FR=against"]))?.found == "FR")
    #expect(question.doubt(about: .text("=for"))?.found == "")
  }

  @Test func `Where nothing is known nothing is doubted`() {
    #expect(Self.question(.nothing).doubt(about: .text("XX")) == nil)
  }

  @Test func `Whoever insists on an open list is believed the second time`() {
    var wizard = Self.wizard(.open(Self.states))
    #expect(
      wizard.take("FR") == .unknown(.init(found: "FR", nearest: nil, mayInsist: true)))
    #expect(wizard.state == .asking(0) && wizard.answers[0] == nil)
    #expect(wizard.take("FR") == nil)
    #expect(wizard.state == .asking(1) && wizard.answers[0] == .text("FR"))
  }

  @Test func `Another unknown answer is doubted anew`() {
    var wizard = Self.wizard(.open(Self.states))
    _ = wizard.take("FR")
    guard case .unknown(let doubt) = wizard.take("IT") else {
      Issue.record("not doubted")
      return
    }
    #expect(doubt.found == "IT" && wizard.state == .asking(0))
    #expect(wizard.take("PT") == nil)
    #expect(wizard.answers[0] == .text("PT"))
  }

  @Test func `Insisting is forgotten when one goes back`() {
    var wizard = Wizard(
      [
        Question(title: "Title", parameter: .option("title", .text)),
        Self.question(.open(Self.states)),
      ], yes: ["y"], no: ["n"])
    for line in ["x", "FR", "b", "x"] { _ = wizard.take(line) }
    guard case .unknown = wizard.take("FR") else {
      Issue.record("taken the first time after coming back")
      return
    }
  }

  @Test func `A closed list takes no other, however often it is said`() {
    var wizard = Self.wizard(.closed(["member", "observer"], offered: ["member", "observer"]))
    for _ in 1...3 {
      #expect(
        wizard.take("membre")
          == .unknown(.init(found: "membre", nearest: "member", mayInsist: false)))
      #expect(wizard.state == .asking(0))
    }
    #expect(wizard.take("2") == nil)
    #expect(wizard.answers[0] == .text("observer"))
  }

  @Test func `A closed list that is too long is not offered, and holds all the same`() {
    var wizard = Self.wizard(.closed(["BE", "PT"], offered: []))
    #expect(Self.question(.closed(["BE", "PT"], offered: [])).numbered == [])
    #expect(wizard.take("1") == .unknown(.init(found: "1", nearest: nil, mayInsist: false)))
    #expect(wizard.take("PT") == nil)
  }

  @Test func `An empty line leaves out what is not required, known or not`() {
    var wizard = Wizard(
      [Question(title: "Chair", parameter: .option("chair", .text), known: .open(Self.states))],
      yes: ["y"], no: ["n"])
    #expect(wizard.take("") == nil)
    #expect(wizard.state == .checking && wizard.answers.isEmpty)
  }
}
