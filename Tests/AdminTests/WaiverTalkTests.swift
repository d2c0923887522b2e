import Foundation
import Testing
import Values

@testable import admin

/// Waivers on the command line, in each language.
@Suite struct WaiverTalkTests {
  private static let rules = """

    guards:
      - id: members.most
        on: [member.admitted]
        source: assumption
        require: size(members) < 1
        message:
          en: "There is a member already."
          pt: "Já há um membro."
          es: "Ya hay un miembro."
        waiver: {by: [secretariat, plenary]}

    """

  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let plugin = SampleNetwork.policies.appending(path: "networks/ejcn.yaml").path
    let network = SampleNetwork(folder: root.path)
    #expect(Outcome(["init", "--template", plugin, root.path], [:], tree: .all).status == .done)
    let file = root.appending(path: "network.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data((text + rules).utf8).write(to: file)
    try? FileManager.default.removeItem(at: root.appending(path: "cases.yaml"))
    let founded = network.run("apply --founding")
    #expect(founded.status == .done, "\(founded.talk)")
    #expect(network.run("member admit PT --class member").status == .done)
    try body(network)
  }

  @Test(arguments: [
    ("en", "Have the rule waived by secretariat and plenary"),
    ("pt", "peça a dispensa da regra a secretariat e plenary"),
    ("es", "pida la dispensa de la regla a secretariat y plenary"),
  ])
  func `A refusal says who may waive the rule, and how`(_ row: (language: String, words: String))
    throws
  {
    try Self.with { network in
      let refused = network.run("member admit ES --class member --lang \(row.language)")
      #expect(refused.status == .refused)
      #expect(refused.talk.contains(row.words), "\(refused.talk)")
      #expect(refused.talk.contains("admin guard waive members.most"))
    }
  }

  @Test(arguments: [
    ("en", "The waiver of the rule members.most has no reason.", "--reason"),
    ("pt", "Falta o motivo da dispensa da regra members.most.", "--reason"),
    ("es", "Falta el motivo de la dispensa de la regla members.most.", "--reason"),
  ])
  func `A waiver without a reason is refused with the way out`(
    _ row: (language: String, words: String, way: String)
  ) throws {
    try Self.with { network in
      let refused = network.run("guard waive members.most --lang \(row.language)")
      #expect(refused.status == .refused)
      #expect(refused.talk.contains(row.words) && refused.talk.contains(row.way))
    }
  }

  @Test(arguments: [
    ("en", "The rule members.most is not met and was waived by secretariat (W-1)"),
    ("pt", "A regra members.most não está cumprida e foi dispensada por secretariat (W-1)"),
    ("es", "La regla members.most no se cumple y fue dispensada por secretariat (W-1)"),
  ])
  func `An act that passes by a waiver says so, then and years later`(
    _ row: (language: String, words: String)
  ) throws {
    try Self.with { network in
      #expect(network.run("guard waive members.most --reason urgent").status == .done)
      let answer = network.run("member admit ES --class member --lang \(row.language)")
      #expect(answer.status == .done && answer.output.contains("waiver.used"))
      #expect(answer.output.contains(row.words), "\(answer.output)")
      #expect(network.run("explain ES --lang \(row.language)").output.contains(row.words))
      let waiver = network.run("explain W-1 --lang \(row.language)").output
      #expect(waiver.contains("guard.waived") && waiver.contains("waiver.used"))
      #expect(network.run("explain ES --check").status == .done)
    }
  }

  @Test func `Waivers and guards are listed, shown and dry-run like anything else`() throws {
    try Self.with { network in
      let trial = network.run("guard waive members.most --reason urgent --dry-run")
      #expect(trial.status == .done && trial.output.contains("guard.waived"))
      #expect(try network.json("waiver list").list?.isEmpty == true)
      #expect(
        network.run("guard waive members.most --reason urgent --until 2026-12-01").status == .done)
      let waiver = try #require(try network.json("waiver show W-1").fields)
      #expect(waiver["state"] == "open" && waiver["given_by"] == "secretariat")
      #expect(waiver["until"] == "2026-12-01" && waiver["reason"] == "urgent")
      let rule = try #require(try network.json("guard show members.most").fields)
      #expect(rule["waivers"] == ["W-1"] && rule["may_waive"] == ["secretariat", "plenary"])
      let later = try network.json("waiver list --as-of 2026-12-02").list
      #expect(later?.first?["state"] == "ended")
    }
  }

  @Test func `A guard that nobody knows is answered with those that can be waived`() throws {
    try Self.with { network in
      let refused = network.run("guard waive members.least --reason urgent")
      #expect(refused.status == .notFound)
      #expect(refused.talk.contains("members.most"))
    }
  }
}
