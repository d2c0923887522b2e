import Foundation
import TestKit
import Testing
import Values

@testable import admin

/// `--for CLASS`: what the readers of a class see, and nothing else in any form of output.
@Suite struct ReaderClassTests {
  private static let rule = (
    "  programme: {length: P2Y",
    "  visibility: {name: [member, observer, guest], email: [member, observer], phone: [member], "
      + "languages: [member], closed: [member], restricted: [member, observer], "
      + "source: assumption}\n  programme: {length: P2Y"
  )

  private static let secrets = ["+351 210 000 000", "ana@example.org", "extradition"]

  private static func with(
    _ edits: [(String, String)] = [rule], _ body: (SampleNetwork) throws -> Void
  ) throws {
    try MotionNetwork.with(edits) { network in
      let add =
        "person add 'Ana Sousa' --email ana@example.org --phone '+351 210 000 000' "
        + "--languages pt --specialities extradition"
      for line in [
        add, "seat appoint PT --kind contact_point --person H-1",
        "agenda add opening --meeting plenary-1 --title Opening",
        "agenda add case --meeting plenary-1 --title 'Case Lobo' --session closed",
        "agenda add end --meeting plenary-1 --title End",
      ] {
        let told = network.run(line)
        #expect(told.status == .done, "\(line): \(told.talk)")
      }
      try body(network)
    }
  }

  private static let forms = ["", " --json", " --csv", " -o jsonl", " -o tsv", " -o md"]

  @Test(arguments: [
    ("member", ["+351 210 000 000", "ana@example.org"]), ("observer", ["ana@example.org"]),
    ("guest", []),
  ])
  func `Each form of each list holds what the class sees, and no hidden value`(
    _ row: (reader: String, seen: [String])
  ) throws {
    try Self.with { network in
      for line in [
        "directory list", "directory show PT", "person list", "person show H-1",
      ] {
        for form in Self.forms {
          let shown = network.run("\(line) --for \(row.reader)\(form)")
          #expect(shown.status == .done && shown.output.contains("Ana Sousa"), "\(line)\(form)")
          for secret in Self.secrets {
            let isSeen = shown.output.contains(secret)
            let isHidden = !row.seen.contains(secret)
            #expect(!isSeen || !isHidden, "\(line)\(form): \(secret)")
          }
        }
        let whole = network.run("\(line) --json --for \(row.reader)").output
        for secret in row.seen { #expect(whole.contains(secret), "\(line): \(secret)") }
      }
    }
  }

  @Test(arguments: ["person list", "person show H-1", "directory list", "directory show PT"])
  func `Without a class the secretariat sees all`(_ line: String) throws {
    try Self.with { network in
      let whole = network.run("\(line) --json").output
      for secret in Self.secrets.prefix(2) { #expect(whole.contains(secret), "\(secret)") }
    }
  }

  @Test(arguments: [
    "--fields phone", "--filter 'phone=+351 210 000 000'", "--sort phone", "--fields specialities",
  ])
  func `A hidden field is unknown, so that nobody learns of it by asking`(_ option: String) throws {
    try Self.with { network in
      let outcome = network.run("person list --for observer \(option)")
      #expect(outcome.status == .usage && outcome.output.isEmpty, "\(outcome.output)")
      #expect(!outcome.talk.contains("+351 210 000 000") || option.contains("filter"))
      #expect(network.run("person list \(option)").status == .done)
    }
  }

  @Test func `Without a rule no class sees anything of a person but its id`() throws {
    try Self.with([]) { network in
      for form in Self.forms {
        let shown = network.run("person list --for member\(form)")
        #expect(shown.status == .done && shown.output.contains("H-1"), "\(form)")
        for word in Self.secrets + ["Ana Sousa"] {
          #expect(!shown.output.contains(word), "\(form): \(word)")
        }
      }
    }
  }

  @Test func `Somebody who was erased has no name in the list of a class that sees names`() throws {
    try Self.with { network in
      let erased = network.run("person erase H-1 --basis 'GDPR art. 17(1)(a)' -y")
      #expect(erased.status == .done, "\(erased.talk)")
      let shown = network.run("person list --for guest --json")
      #expect(!shown.output.contains("Ana") && shown.output.contains("erased_on"))
    }
  }

  @Test(arguments: [
    ("member", ["1 opening", "2 case", "3 end"]), ("observer", ["1 opening", "2 end"]),
    ("guest", ["1 opening", "2 end"]),
  ])
  func `An agenda has no title of a closed item, and no gap where it stands`(
    _ row: (reader: String, lines: [String])
  ) throws {
    try Self.with { network in
      let rows = try network.json("agenda list plenary-1 --for \(row.reader)").list ?? []
      let lines = rows.map { "\($0["number"]?.text ?? "") \($0["item"]?.text ?? "")" }
      #expect(lines == row.lines)
      for form in Self.forms {
        let shown = network.run("agenda list --for \(row.reader)\(form)").output
        #expect(shown.contains("Case Lobo") == (row.reader == "member"), "\(form)")
      }
    }
  }

  @Test func `An item that is not heard is not there, and no nearest name betrays it`() throws {
    try Self.with { network in
      let hidden = network.run("agenda show case --for observer")
      let nothing = network.run("agenda show cast --for observer")
      #expect(hidden.status == .notFound && nothing.status == .notFound)
      #expect(!nothing.talk.contains("`case`"), "\(nothing.talk)")
      #expect(network.run("agenda show case --for member").status == .done)
    }
  }

  @Test(arguments: [
    ("en", "The rules know no readers called"), ("pt", "As regras não conhecem leitores"),
    ("es", "Las reglas no conocen lectores"),
  ])
  func `Readers whom the rules do not know are refused with those whom they do`(
    _ row: (language: String, what: String)
  ) throws {
    try Self.with { network in
      let refused = network.run("person list --for friend --lang \(row.language)")
      #expect(refused.status == .usage && refused.output.isEmpty)
      #expect(refused.talk.contains(row.what), "\(refused.talk)")
      #expect(refused.talk.contains("observer") && refused.talk.contains("guest"))
    }
  }

  @Test func `A list that holds nothing hidden takes no class`() throws {
    try Self.with { network in
      #expect(network.run("member list --for observer").status == .usage)
    }
  }
}
