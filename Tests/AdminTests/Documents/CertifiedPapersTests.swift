import Foundation
import Publishing
import Testing
import Values

@testable import admin

/// What is certified to a third person: a decision as it was corrected, and a procedure however it ended.
@Suite struct CertifiedPapersTests {
  @Test(arguments: [
    (
      Language.english,
      "The record was corrected on 12 December 2026 and is certified here as corrected. "
        + "Reason given: read out wrongly."
    ),
    (
      .portuguese,
      "O registo foi retificado em 12 de dezembro de 2026 e é aqui certificado já retificado. "
        + "Motivo indicado: read out wrongly."
    ),
    (
      .spanish,
      "El registro se rectificó el 12 de diciembre de 2026 y se certifica aquí ya rectificado. "
        + "Motivo indicado: read out wrongly."
    ),
  ])
  func `An extract of what was corrected says so, and rests on the correction`(
    _ row: (language: Language, words: String)
  ) throws {
    try PaperNetwork.with { founded in
      var network = try PaperNetwork.play(in: founded)
      network.now = "2026-12-12T09:00:00Z"
      let event = try #require(
        try network.json("log list").list?.first { $0["stream"]?.text == "deliberation-D-3" })
      let position = try #require(event["position"]?.int)
      let told = network.run(
        "event correct \(position) --set title=Accounts --reason 'read out wrongly' --quiet")
      #expect(told.status == .done, "\(told.talk)")
      let by = try #require(try network.json("log list").list?.last?["position"]?.int)
      let lang = "--lang \(row.language.rawValue)"
      let text = network.run("\(lang) deliberation extract D-3").output
      #expect(text.contains("\(row.words)[^\(by)]"), "\(text)")
      #expect(text.contains(" \(by) of the log, of") == (row.language == .english))
      #expect(text.contains("[^\(by)]: "))
      #expect(!network.run("\(lang) deliberation extract D-1").output.contains(row.words))
    }
  }

  // MARK: - Procedures

  @Test(arguments: [
    (
      Language.english, "# Certified extract of a procedure",
      "The silence was broken on 11 December 2026 at 12:00 (time of Amsterdam); nothing was adopted. "
        + "What follows: the matter goes to the next meeting."
    ),
    (
      .portuguese, "# Certidão de procedimento",
      "O silêncio foi quebrado em 11 de dezembro de 2026, às 12:00 (hora de Amesterdão); "
        + "nada foi aprovado. Consequência: a matéria passa para a reunião seguinte."
    ),
    (
      .spanish, "# Certificación de procedimiento",
      "El silencio se rompió el 11 de diciembre de 2026, a las 12:00 (hora de Ámsterdam); "
        + "no se adoptó ningún acuerdo. Consecuencia: el asunto pasa a la reunión siguiente."
    ),
  ])
  func
    `A procedure that was broken has an extract of its own, with the place of its end in the log`(
      _ row: (language: Language, title: String, words: String)
    ) throws
  {
    try PaperNetwork.with { founded in
      var network = try PaperNetwork.play(in: founded)
      for (now, line) in [
        ("2026-12-11T08:00:00Z", "procedure open silence --title Handbook --text 'It is adopted.'"),
        ("2026-12-11T08:30:00Z", "procedure notify P-1 --way e-mail"),
        ("2026-12-11T11:00:00Z", "procedure object P-1 --member PT --text 'Too far.' --time 12:00"),
      ] {
        network.now = now
        let told = network.run(line + " --quiet")
        #expect(told.status == .done, "\(line): \(told.talk)")
      }
      let paper = network.run("--lang \(row.language.rawValue) procedure extract P-1").output
      let text = paper.replacing("\\", with: "")
      #expect(text.hasPrefix(row.title) && text.contains(row.words), "\(text)")
      #expect(text.contains("> Too far.") && text.contains("It is adopted."))
      let notes = text.matches(of: #/\n\[\^([0-9]+)\]: /#).compactMap { Int($0.output.1) }
      #expect(text.contains(" \(notes.max() ?? 0)"), "the last event on which it rests")
      #expect(text.matches(of: #/\[[a-z.-]+\]/#).isEmpty, "a text is missing: \(text)")
      let missing = network.run("procedure extract P-9")
      #expect(missing.status == .notFound && missing.talk.contains("thing-missing"))
    }
  }

  @Test func `The extract of a procedure that decided is that of its decision`() throws {
    try PaperNetwork.with { founded in
      var network = try PaperNetwork.play(in: founded)
      for (now, line) in [
        ("2026-12-11T08:00:00Z", "procedure open silence --title Handbook --text 'It is adopted.'"),
        ("2026-12-11T08:30:00Z", "procedure notify P-1 --way e-mail"),
        ("2026-12-28T09:10:00Z", "tick"),
      ] {
        network.now = now
        #expect(network.run(line + " --quiet").status == .done, "\(line)")
      }
      let text = network.run("procedure extract P-1").output
      #expect(text == network.run("deliberation extract D-5").output)
      #expect(text.hasPrefix("# Certified extract of a deliberation"))
    }
  }
}
