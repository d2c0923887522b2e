import Publishing
import Testing
import Values

@testable import admin

/// Procedures as people read them, in three languages: every sentence is there and every value in its place.
@Suite struct SpokenProcedureTests {
  /// A line that is refused, with the code of the refusal and the clause; a dash for none.
  private static let refused: [(line: String, code: String, clause: String)] = [
    ("procedure open quiet --title x", "procedure-rule-unknown", "-"),
    ("procedure open silence --title x --matter rules", "matter-excluded", "procedures.silence"),
    ("procedure open plain --title x --urgent", "procedure-not-urgent", "procedures.plain.period"),
    (
      "procedure open plain --title x --matter admission", "consensus-needed",
      "bodies.plenary.decides.admission"
    ),
    ("procedure open plain --title x --follows P-1", "procedure-not-broken", "-"),
    ("procedure open plain --title x --follows P-9", "procedure-unknown", "-"),
    ("procedure open plain --title x --time 10:00", "moment-ahead", "-"),
    ("procedure notify P-9", "procedure-unknown", "-"),
    ("procedure notify P-1", "all-notified", "-"),
    ("procedure notify P-4 --members CH", "not-addressee", "procedures.silence"),
    ("procedure notify P-4 --effective 2026-05-01", "moment-before-opening", "-"),
    ("procedure consent P-1", "consent-not-asked", "procedures.silence"),
    ("procedure consent P-2 --against FR", "consent-missing", "procedures.asked.consent"),
    ("procedure consent P-2 --agreed FR --against FR", "on-both-sides", "-"),
    ("procedure consent P-2 --meeting plenary-9", "meeting-unknown", "-"),
    ("procedure answer P-1 --names PT=for", "silence-takes-no-answers", "procedures.silence"),
    ("procedure answer P-3 --names CH=for", "not-addressee", "procedures.plain"),
    ("procedure object P-1 --member CH", "may-not-object", "procedures.silence.broken"),
    (
      "procedure object P-2 --member FR --means amendment", "means-not-provided",
      "procedures.asked.broken"
    ),
    ("procedure object P-3 --member FR", "procedure-unbreakable", "procedures.plain"),
    ("procedure retract P-1 --member FR", "objection-none", "procedures.silence.broken"),
    (
      "procedure extend P-4 --until 2026-07-01 --reason x", "procedure-not-running",
      "procedures.silence.period"
    ),
    (
      "procedure extend P-1 --until 2026-06-02 --reason x", "extension-shortens",
      "procedures.silence.period"
    ),
    ("procedure close P-1", "procedure-not-due", "procedures.silence.period"),
    ("procedure close P-3", "procedure-not-due", "procedures.plain.period"),
    ("procedure close P-4", "procedure-not-running", "procedures.silence.period"),
    ("procedure publish P-1", "procedure-not-adopted", "-"),
  ]

  private func gaps(_ text: String) -> [String] {
    text.matches(of: #/\[[a-z_.-]+\]|\{[a-z_]+\}/#).map { String($0.output) }
  }

  @Test(arguments: Language.allCases)
  func `Each refusal says what and why, with nothing left to be filled in`(_ language: Language)
    throws
  {
    try ProceduralNetwork.with { network in
      for row in Self.refused {
        let told = network.run("--lang \(language.rawValue) \(row.line) --dry-run")
        #expect(
          [.refused, .badData, .notFound].contains(told.status), "\(row.line): \(told.status)")
        let words = told.talk.split(separator: "\n").filter { !$0.contains("[procedures.") }
        #expect(gaps(words.joined(separator: "\n")) == [], "\(row.line): \(told.talk)")
        #expect(told.talk.split(separator: "\n").count >= 3, "\(row.line): \(told.talk)")
      }
    }
  }

  @Test func `For a program each has its code, its clause and a way out`() throws {
    try ProceduralNetwork.with { network in
      for row in Self.refused {
        let object = try JSON(parsing: network.run("\(row.line) --dry-run --json").output)
        let refusal = object["refusals"]?.list?.first
        #expect(refusal?["code"]?.text == row.code, "\(row.line)")
        #expect((refusal?["rule"]?.text ?? "-") == row.clause, "\(row.line)")
        #expect(refusal?["ways"]?.list?.isEmpty == false, "\(row.line)")
      }
    }
  }

  /// Lines that are recorded one after the other, each with a word of its answer in each language.
  private static let course: [(line: String, at: String, words: [String])] = [
    (
      "procedure notify P-4 --members PT", "2026-06-02T09:00:00Z",
      [
        "no proven notice of ES, FR and IT", "notificação de ES, FR e IT",
        "notificación de ES, FR e IT",
      ]
    ),
    (
      "procedure consent P-2 --agreed PT", "2026-06-02T09:00:00Z",
      ["2026-06-05 17:00", "2026-06-05 17:00", "2026-06-05 17:00"]
    ),
    (
      "procedure object P-2 --member CH", "2026-06-03T09:00:00Z",
      ["1 more member", "mais 1 membro", "1 miembro más"]
    ),
    (
      "procedure retract P-2 --member CH", "2026-06-03T09:00:00Z",
      ["2 more members", "mais 2 membros", "2 miembros más"]
    ),
    (
      "procedure object P-2 --member CH", "2026-06-03T09:00:00Z",
      ["1 more member", "mais 1 membro", "1 miembro más"]
    ),
    (
      "procedure object P-2 --member FR", "2026-06-03T09:00:00Z",
      ["is closed", "fica encerrada", "queda cerrada"]
    ),
    (
      "procedure answer P-3 --names ES=for,FR=for,IT=for", "2026-06-04T09:00:00Z",
      [
        "the time ends on 2026-06-08", "o prazo termina em 2026-06-08",
        "el plazo termina el 2026-06-08",
      ]
    ),
    (
      "procedure extend P-3 --until 2026-06-09 --reason late", "2026-06-04T09:00:00Z",
      ["procedure.extended", "procedure.extended", "procedure.extended"]
    ),
    (
      "tick", "2026-06-09T09:00:00Z",
      [
        "Due on 2026-06-09 09:00: procedure close P-3", "Devido em 2026-06-09 09:00",
        "Procede el 2026-06-09 09:00",
      ]
    ),
    (
      "procedure object P-1 --member PT --means meeting_request", "2026-06-10T09:00:00Z",
      ["goes to the next meeting", "passa para a reunião seguinte", "pasa a la reunión siguiente"]
    ),
    (
      "procedure object P-1 --member ES", "2026-06-11T09:00:00Z",
      ["without effect", "sem efeito", "sin efecto"]
    ),
    (
      "procedure withdraw P-4 --reason revised", "2026-06-11T09:00:00Z",
      ["procedure.withdrawn", "procedure.withdrawn", "procedure.withdrawn"]
    ),
    (
      "procedure publish P-3 --identifier 2026/1", "2026-06-12T09:00:00Z",
      ["procedure.published", "procedure.published", "procedure.published"]
    ),
    (
      "tick", "2026-06-12T09:00:00Z",
      [
        "Nothing is due by 2026-06-12 09:00", "Nada é devido até 2026-06-12",
        "Nada procede hasta el 2026-06-12",
      ]
    ),
  ]

  @Test(arguments: zip(Language.allCases.indices, Language.allCases))
  func `A whole course of procedures is told in the reader's language`(
    _ index: Int, _ language: Language
  ) throws {
    try ProceduralNetwork.with { network in
      var network = network
      for step in Self.course {
        network.now = step.at
        let told = network.run("--lang \(language.rawValue) \(step.line)")
        #expect(told.status == .done, "\(step.line): \(told.talk)")
        #expect(told.output.contains(step.words[index]), "\(step.line): \(told.output)")
        let lines = told.output.split(separator: "\n").map { line in
          line.hasSuffix("]") ? line.prefix { $0 != "[" } : line
        }
        #expect(gaps(lines.joined(separator: "\n")) == [], "\(told.output)")
      }
      for id in ["P-1", "P-2", "P-3", "P-4"] {
        let page = network.run("--lang \(language.rawValue) explain \(id)")
        #expect(page.status == .done, "\(page.talk)")
        #expect(gaps(page.output) == [], "\(page.output)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `Each key of a procedure is explained with its guard or the reason why there is none`(
    _ language: Language
  ) throws {
    try ProceduralNetwork.with { network in
      for key in [
        "procedures.silence.period", "procedures.silence.period.urgent", "procedures.asked.consent",
        "procedures.written.answers", "procedures.silence.broken.then", "procedures.silence.kind",
      ] {
        let page = network.run("--lang \(language.rawValue) explain \(key)")
        #expect(page.status == .done, "\(key): \(page.talk)")
        #expect(page.output.contains(key), "\(page.output)")
      }
    }
  }

  @Test func `The lists of procedures and deliberations tell what came of them`() throws {
    try ProceduralNetwork.with { network in
      var network = network
      for step in Self.course {
        network.now = step.at
        _ = network.run(step.line)
      }
      let rows = try network.json("procedure list").list ?? []
      #expect(
        rows.map { "\($0["procedure"]?.text ?? "") \($0["stage"]?.text ?? "")" } == [
          "P-1 broken", "P-2 broken", "P-3 adopted", "P-4 withdrawn",
        ])
      let decided = try network.json("deliberation show D-1")
      #expect(decided["procedure"] == "P-3")
      #expect(decided["for"] == 3)
      #expect(decided["rule"] == "bodies.plenary.decides.default")
      let owed = try network.json("obligation list").list ?? []
      #expect(owed.contains { $0["obligation"] == "procedures.silence.broken:P-1" })
      let table = network.run("procedure list").output
      #expect(table.contains("withdrawn") && table.contains("P-4"))
    }
  }
}
