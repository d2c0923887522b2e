import Foundation
import Testing
import Values

/// Another network, on another continent and another template, founded by somebody who reads Portuguese.
///
/// `docs/rehearsal.md` tells what it is for; `Rehearsal/Second/` holds what the founder writes and types.
@Suite(.serialized) struct SecondRehearsalTests {
  private static let rehearsal = Rehearsal(
    folder: "Rehearsal/Second", template: "steering-group", network: "racas", language: "pt")

  @Test func `The draft of the founder is without a finding and keeps its promises`() throws {
    try Self.rehearsal.withDraft { network in
      let lint = try network.run("lint")
      let told = lint.output + lint.talk
      #expect(lint.status == 0 && told == "0 errors, 0 warnings.\n", "\(told)")
      let test = try network.run("test")
      #expect(test.status == 0, "\(test.output)")
    }
  }

  @Test func `What the founder removed from the template is gone, and the rest stands`() throws {
    try Self.rehearsal.withDraft { network in
      let effective = try network.run("rules effective").output
      #expect(!effective.contains("associate") && !effective.contains("kind: written"))
      #expect(effective.contains("kind: silence") && effective.contains("members: 4"))
      #expect(!effective.contains("of: members"))
    }
  }

  @Test func `Each line answers as it must, and what came of it stands in the views`() throws {
    try Self.rehearsal.withFirstPlenary { network in
      let now = "2027-01-10T12:00:00Z"
      let rows = { (list: String) in try network.rows(list, at: now) }
      #expect(try rows("member list").count == 8)
      #expect(try rows("board list").map { $0["member"] } == ["AO", "BR", "CV"])
      let meeting = try #require(try rows("meeting list").first)
      #expect(meeting["stage"] == "closed" && meeting["chair"] == "CV")
      let deliberations = try rows("deliberation list")
      #expect(deliberations.map { $0["decides"] } == [[], ["AO", "BR", "CV"]])
      #expect(try rows("event list").map { $0["type"] } == ["racas.pedido.transmitido"])
      let verified = try network.run("verify")
      #expect(verified.output.hasPrefix("verified "))
    }
  }

  @Test func `What was refused is kept with its reason`() throws {
    try Self.rehearsal.withFirstPlenary { network in
      let refused = try network.rows("log list --refused").compactMap { row in
        row["refusals"]?.list?.compactMap(\.text).joined(separator: "+")
      }
      for reason in [
        "seat-maximum", "notice-too-short", "quorum-missing", "may-not-chair",
        "deliberation-decides-other", "guard-fails",
      ] {
        #expect(refused.contains(reason), "\(reason) is not among \(refused)")
      }
    }
  }
}
