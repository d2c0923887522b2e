import TestKit
import Testing
import Values

@testable import admin

/// Places at a meeting on the command line, in each language.
@Suite struct InvitationTalkTests {
  private static let quota = [
    (
      "documents: P7D, source: assumption}}",
      "documents: P7D, source: assumption}, "
        + "invitations: {seats: {member: 3, observer: 1}, source: assumption}}"
    )
  ]

  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    try MotionNetwork.with(quota) { network in
      for _ in 1...3 {
        let told = network.run("invitation register plenary-1 --member PT")
        #expect(told.status == .done, "\(told.talk)")
      }
      try body(network)
    }
  }

  @Test(arguments: [
    ("en", "PT waits in place 1: members of the class member have 3 places each"),
    ("pt", "PT fica em espera no lugar 1: cada membro da categoria member tem 3 lugares"),
    ("es", "PT queda en espera en el puesto 1: cada miembro de la categoría member tiene 3 plazas"),
  ])
  func `The fourth of a state with three places waits, with the clause`(
    _ row: (language: String, words: String)
  ) throws {
    try Self.with { network in
      let told = network.run("invitation register plenary-1 --member PT --lang \(row.language)")
      #expect(told.status == .done)
      #expect(told.output.contains(row.words), "\(told.output)")
      #expect(told.output.contains("series.plenary.invitations"))
      let rows = try #require(try network.json("invitation list plenary-1").list)
      #expect(rows.map { $0["state"] } == ["seated", "seated", "seated", "waiting"])
    }
  }

  @Test(arguments: [
    ("en", "asked late", "asks too late"), ("pt", "pediu tarde", "pede demasiado tarde"),
    ("es", "pidió tarde", "pide demasiado tarde"),
  ])
  func `Who asks after the last day is told so, or refused where the rules say it`(
    _ row: (language: String, told: String, refused: String)
  ) throws {
    for (late, words) in [("accepted", row.told), ("refused", row.refused)] {
      let edit = Self.quota.map { old, new in
        (old, new.replacing("observer: 1}", with: "observer: 1}, until: P1Y, late: \(late)"))
      }
      try MotionNetwork.with(edit) { network in
        let told = network.run("invitation register plenary-1 --member PT --lang \(row.language)")
        #expect(told.status == (late == "accepted" ? .done : .refused), "\(told.talk)")
        #expect((told.output + told.talk).contains(words), "\(told.output) \(told.talk)")
      }
    }
  }

  @Test func `An observer's quota is separate, and its own`() throws {
    try Self.with { network in
      #expect(network.run("invitation register plenary-1 --member CH").status == .done)
      #expect(network.run("invitation register plenary-1 --member CH").status == .done)
      let rows = try #require(try network.json("invitation list plenary-1").list)
      #expect(rows.suffix(2).map { $0["state"] } == ["seated", "waiting"])
      #expect(rows.last?["waiting_place"] == 1)
    }
  }

  @Test func `A place that is given back goes to who waits, and the answer says so`() throws {
    try Self.with { network in
      _ = network.run("invitation register plenary-1 --member PT")
      let told = network.run("invitation cancel plenary-1 --number 2 --reason 'cannot travel'")
      #expect(told.status == .done && told.output.contains("invitation.advanced"), "\(told.talk)")
      let rows = try #require(try network.json("invitation list plenary-1").list)
      #expect(rows.map { $0["state"] } == ["seated", "cancelled", "seated", "seated"])
      #expect(rows[1]["reason"] == "cannot travel")
      #expect(network.run("explain plenary-1").status == .done)
    }
  }

  @Test(arguments: [
    ("invitation cancel plenary-1 --number 9", "registration-unknown"),
    ("invitation register plenary-1 --member XX", "delegation-unknown"),
    ("invitation register plenary-9 --member PT", "meeting-unknown"),
    ("invitation register plenary-1 --member PT --person H-9", "person-unknown"),
  ])
  func `What cannot be is refused with its code and its sentences in each language`(
    _ row: (line: String, code: String)
  ) throws {
    try Self.with { network in
      for language in ["en", "pt", "es"] {
        let refused = network.run("\(row.line) --dry-run --lang \(language)")
        #expect([.refused, .notFound].contains(refused.status), "\(refused.talk)")
        let gaps = refused.talk.matches(of: #/\[[a-z_.-]+\]|\{\w+\}/#).map { String($0.output) }
        #expect(gaps == [], "\(refused.talk)")
      }
      let object = try JSON(parsing: network.run("\(row.line) --dry-run --json").output)
      #expect(object["refusals"]?.list?.first?["code"] == .text(row.code))
    }
  }

  @Test func `Where the rules lay down no places, the refusal says what to do`() throws {
    try MotionNetwork.with { network in
      let refused = network.run("invitation register plenary-1 --member PT")
      #expect(refused.status == .refused)
      #expect(refused.talk.contains("series.plenary.invitations"), "\(refused.talk)")
    }
  }
}
