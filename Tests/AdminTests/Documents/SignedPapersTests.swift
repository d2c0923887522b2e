import Foundation
import Publishing
import TestKit
import Testing
import Values

@testable import admin

/// What a jurist looks for in a paper before signing it: who, when, under which urgency, in which session.
@Suite struct SignedPapersTests {
  private static func played(_ body: (SampleNetwork) throws -> Void) throws {
    try PaperNetwork.with { founded in try body(PaperNetwork.play(in: founded)) }
  }

  /// The value of a row at the top of a paper in Markdown.
  private static func fact(_ name: String, _ text: String) -> String? {
    text.split(separator: "\n").first { $0.hasPrefix("- **\(name)** ") }.map {
      String($0.dropFirst("- **\(name)** ".count)).replacing(/\[\^[0-9]+\]/) { _ in "" }
        .replacing("\\", with: "")
    }
  }

  // MARK: - Convocations

  @Test(arguments: [
    (Language.english, "Registration", "places are asked for until 16 November 2026"),
    (.portuguese, "Inscrição", "os lugares pedem-se até 16 de novembro de 2026"),
    (.spanish, "Inscripción", "las plazas se piden hasta el 16 de noviembre de 2026"),
  ])
  func `A convocation says until when places are asked for, where the rules end that`(
    _ row: (language: Language, name: String, words: String)
  ) throws {
    let minutes = "minutes: {comments: P10D, approval: silence, source: assumption}"
    let rule = "invitations: {seats: {member: 3}, until: P7D, source: assumption}"
    let line = "--lang \(row.language.rawValue) meeting convocation plenary-1"
    try PaperNetwork.with([(minutes, "\(minutes)\n      \(rule)")]) { founded in
      let network = try PaperNetwork.play(in: founded)
      #expect(Self.fact(row.name, network.run(line).output) == row.words)
    }
    try Self.played { network in #expect(Self.fact(row.name, network.run(line).output) == nil) }
  }

  // MARK: - Extracts

  @Test(arguments: [
    (Language.english, "Session", "closed session"),
    (.portuguese, "Sessão", "sessão à porta fechada"),
    (.spanish, "Sesión", "sesión a puerta cerrada"),
  ])
  func `The extract of a closed item says so, and that of an open one nothing`(
    _ row: (language: Language, name: String, words: String)
  ) throws {
    try Self.played { network in
      let lang = "--lang \(row.language.rawValue)"
      let closed = network.run("\(lang) deliberation extract D-2").output
      #expect(Self.fact(row.name, closed) == row.words)
      let open = network.run("\(lang) deliberation extract D-3").output
      #expect(Self.fact(row.name, open) == nil)
    }
  }

  @Test(arguments: ["deliberation extract D-3", "meeting convocation plenary-1"])
  func `A paper has lines to be signed, and the last event on which it rests`(_ line: String) throws
  {
    try Self.played { network in
      let text = network.run(line).output
      let notes = text.matches(of: #/\n\[\^([0-9]+)\]: /#).compactMap { Int($0.output.1) }
      let last = try #require(notes.max())
      #expect(text.contains("after event \(last) of the log"), "\(text)")
      #expect(Self.fact("Place, date and signature", text)?.allSatisfy { $0 == "…" } == true)
    }
  }

  @Test func `The rule stands once in an extract, in words with its source and its key`() throws {
    try Self.played { network in
      let text = network.run("deliberation extract D-3").output
      let rule = try #require(Self.fact("Rule applied", text))
      #expect(
        rule == "consensus or, failing that, more than half of all members entitled to vote "
          + "(assumption: nothing is published; bodies.plenary.decides.default)")
      #expect(text.components(separatedBy: "bodies.plenary").count == 2)
    }
  }

  @Test(arguments: [
    ("", "No reason is on record."), (" --reason 'The term ends'", "The term ends."),
  ])
  func `An urgent procedure says that it was, by how much, and why as far as it was said`(
    _ row: (option: String, words: String)
  ) throws {
    try PaperNetwork.with { founded in
      var network = try PaperNetwork.play(in: founded)
      for (now, line) in [
        (
          "2026-12-11T08:00:00Z",
          "procedure open silence --title Handbook --text 'It is adopted.' --urgent\(row.option)"
        ),
        ("2026-12-11T08:30:00Z", "procedure notify P-1 --way e-mail"),
        ("2026-12-17T09:05:00Z", "procedure object P-1 --member PT --text 'Too late.'"),
        ("2026-12-17T09:10:00Z", "tick"),
      ] {
        network.now = now
        let told = network.run(line + " --quiet")
        #expect(told.status == .done, "\(line): \(told.talk)")
      }
      let text = network.run("deliberation extract D-5").output
      #expect(text.contains("with 3 working days instead of 10. "), "\(text)")
      #expect(text.contains(row.words), "\(text)")
      #expect(
        text.contains("PT declared on 17 December 2026 at 10:05 (time of Amsterdam)"), "\(text)")
    }
  }

  // MARK: - Convocations

  @Test(arguments: [
    ("", "14 December 2026, as a matter of urgency; no reason is on record"),
    (
      " --reason 'the host withdrew'",
      "14 December 2026, as a matter of urgency; reason given: the host withdrew"
    ),
  ])
  func `An urgent convocation says why, as far as it was said, and so do the minutes`(
    _ row: (option: String, words: String)
  ) throws {
    try PaperNetwork.with { founded in
      var network = try PaperNetwork.play(in: founded)
      for (now, line) in [
        ("2026-12-14T09:00:00Z", "meeting plan plenary --from 2026-12-20"),
        ("2026-12-14T09:00:00Z", "meeting convene plenary-2 --agenda Host --urgent\(row.option)"),
        ("2026-12-20T09:00:00Z", "meeting open plenary-2 --present BE,ES,FR,PT --chair BE"),
        ("2026-12-20T12:00:00Z", "meeting close plenary-2"),
        ("2026-12-21T12:00:00Z", "minutes draft plenary-2"),
      ] {
        network.now = now
        let told = network.run(line + " --quiet")
        #expect(told.status == .done, "\(line): \(told.talk)")
      }
      let text = network.run("meeting convocation plenary-2").output
      #expect(Self.fact("Convened on", text) == row.words, "\(text)")
      let minutes = network.run("minutes text plenary-2").output
      let reason =
        row.option.isEmpty
        ? "No reason is on record for the urgency." : "Reason given: the host withdrew."
      #expect(minutes.contains("as a matter of urgency. \(reason)"), "\(minutes)")
    }
  }

  @Test(arguments: [
    (Language.english, "Cancelled by (name and office)", "Convened by (name and office)"),
    (.portuguese, "Cancelada por (nome e cargo)", "Convocada por (nome e cargo)"),
    (.spanish, "Cancelada por (nombre y cargo)", "Convocada por (nombre y cargo)"),
  ])
  func `A notice of cancellation is signed by whoever cancels`(
    _ row: (language: Language, cancelled: String, convened: String)
  ) throws {
    try PaperNetwork.with { founded in
      let network = try PaperNetwork.play(7, in: founded)
      let line = "--lang \(row.language.rawValue) meeting convocation plenary-1"
      #expect(Self.fact(row.convened, network.run(line).output) != nil)
      let told = network.run("meeting cancel plenary-1 --reason storm --quiet")
      #expect(told.status == .done, "\(told.talk)")
      let text = network.run(line).output
      #expect(Self.fact(row.cancelled, text) != nil && Self.fact(row.convened, text) == nil)
    }
  }

  @Test(arguments: [
    (
      Language.english,
      "added on 20 November 2026, after the agenda was frozen; reason given: asked for by the host"
    ),
    (
      .portuguese,
      "inscrito em 20 de novembro de 2026, depois de encerrada a ordem de trabalhos; "
        + "motivo indicado: asked for by the host"
    ),
    (
      .spanish,
      "incluido el 20 de noviembre de 2026, después de cerrado el orden del día; "
        + "motivo indicado: asked for by the host"
    ),
  ])
  func `An item that came late is marked with its day and the reason`(
    _ row: (language: Language, words: String)
  ) throws {
    try Self.played { network in
      let text = network.run("--lang \(row.language.rawValue) meeting convocation plenary-1").output
      let marked = text.split(separator: "\n").filter { $0.contains(row.words) }
      #expect(marked.count == 1 && marked[0].contains("A visit"), "\(text)")
    }
  }

  @Test func `The notice given stands beside the one that the rules ask for`() throws {
    try Self.played { network in
      let text = network.run("meeting convocation plenary-1").output
      #expect(Self.fact("Notice", text) == "20 days")
      #expect(
        Self.fact("Notice required", text)
          == "14 days (assumption: nothing is published; series.plenary.notice)")
    }
  }

  @Test(
    arguments: [
      ("", "the secretariat"), ("--as H-1", nil), ("--as H-1/secretariat", "the secretariat"),
      ("--as plenary", "Plenary"),
    ] as [(String, String?)])
  func `Who convenes is the office in which it was recorded, and no person`(
    _ row: (option: String, office: String?)
  ) throws {
    try PaperNetwork.with { network in
      for line in [
        "member admit PT --class member", "meeting plan plenary --from 2027-03-20",
        "meeting convene plenary-1 --agenda Opening \(row.option)",
      ] {
        let told = network.run(line)
        #expect(told.status == .done, "\(line): \(told.talk)")
      }
      let text = network.run("meeting convocation plenary-1").output
      #expect(Self.fact("Convened by", text) == row.office)
      #expect(Self.fact("Convened by (name and office)", text) != nil)
    }
  }

  @Test func `A draft names the roles to which the rules leave the call`() throws {
    let roles = (
      "governance:",
      "roles: {general_secretary: {grants: [meeting.convened], source: practice}}\ngovernance:"
    )
    try MotionNetwork.with { network in
      #expect(network.run("meeting plan plenary --from 2027-03-20").status == .done)
      let text = network.run("meeting convocation plenary-2").output
      #expect(Self.fact("Convened by", text) == nil, "\(text)")
    }
    try PaperNetwork.with([roles]) { network in
      #expect(network.run("meeting plan plenary --from 2027-03-20").status == .done)
      let text = network.run("meeting convocation plenary-1").output
      #expect(Self.fact("Convened by", text) == "general secretary", "\(text)")
    }
  }
}
