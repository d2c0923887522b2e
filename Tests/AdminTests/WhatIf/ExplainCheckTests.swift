import Foundation
import Testing
import Values

@testable import admin

/// `admin explain` names the version of the rules, and can decide again by it.
@Suite struct ExplainCheckTests {
  @Test func `An explanation names the rules that decided`() throws {
    try SittingNetwork.with { sitting in
      #expect(sitting.vote(2, against: 1).status == .done)
      let output = sitting.network.run("explain D-1").output
      let digest = try #require(try sitting.network.json("status")["digest"]?.text)
      #expect(output.contains("\n  decided by ejcn@1.0.0#\(digest.prefix(12))\n"))
      let act = try sitting.network.json("explain D-1")["acts"]?.list?.first
      #expect(act?["rules_version"] == .text("ejcn@1.0.0#\(digest)"))
      #expect(act?["check"] == nil)
    }
  }

  @Test func `Decided again by the same rules, the answer is the same`() throws {
    try SittingNetwork.with { sitting in
      #expect(sitting.vote(2, against: 1).status == .done)
      for id in ["D-1", "plenary-1", "PT", "1", "H-1"] {
        let outcome = sitting.network.run("explain \(id) --check")
        #expect(outcome.status == .done, "\(id)")
        #expect(outcome.output.contains("the same answer"), "\(id)")
        let acts = try sitting.network.json("explain \(id) --check")["acts"]?.list ?? []
        #expect(!acts.isEmpty && acts.allSatisfy { $0["check"] == "same" }, "\(id)")
      }
    }
  }

  @Test func `A refused act is checked by the id of its command`() throws {
    try SittingNetwork.with { sitting in
      #expect(sitting.network.run("member admit PT --class member").status == .refused)
      let refused = try sitting.network.json("log list --refused").list?.last
      let id = try #require(refused?["command"]?.text)
      let outcome = sitting.network.run("explain \(id) --check")
      #expect(outcome.status == .done && outcome.output.contains("the same answer"))
    }
  }

  @Test func `Old decisions are explained by the version that took them`() throws {
    try SittingNetwork.with { sitting in
      #expect(sitting.vote(2, against: 1).status == .done)
      try sitting.edit(SittingNetwork.strict + [("timezone:", "in_progress: adopt\ntimezone:")])
      #expect(sitting.vote(3, against: 0, digest: try sitting.digest()).status == .done)
      let applied = sitting.network.run("apply --adopted-by D-2 --effective 2026-03-21")
      #expect(applied.status == .done, "\(applied.talk)")
      #expect(sitting.vote(2, against: 1, on: "2026-03-21").status == .done)
      for (id, version, outcome) in [
        ("D-1", "ejcn@1.0.0#", "deliberation.adopted"),
        ("D-3", "ejcn@1.1.0#", "deliberation.rejected"),
      ] {
        let output = sitting.network.run("explain \(id) --check").output
        #expect(output.contains("decided by \(version)") && output.contains(outcome), "\(id)")
        #expect(output.contains("the same answer"), "\(id)")
      }
    }
  }

  @Test(arguments: [
    ("pt", "decidido segundo ejcn@1.0.0#", "a mesma resposta"),
    ("es", "decidido según ejcn@1.0.0#", "la misma respuesta"),
  ])
  func `The version is named in the reader's language`(
    _ row: (language: String, rules: String, check: String)
  ) throws {
    try SittingNetwork.with { sitting in
      let output = sitting.network.run("explain PT --check --lang \(row.language)").output
      #expect(output.contains(row.rules) && output.contains(row.check))
    }
  }
}
