import Foundation
import Testing
import Values

@testable import admin

/// Obligations that a network wrote itself, and its holidays, on the command line.
@Suite struct ObligationTalkTests {
  private static let rules = """

    calendar:
      holidays: {closure: {on: 2026-11-25}}
      source: practice
    obligations:
      - id: welcome
        on: member.admitted
        owed_by: secretariat
        due: addWorkingDays(now, 3)
        met_by: {event: member.reclassified, where: "event.id == trigger.event.id"}
        message: {en: "Welcome {member}.", pt: "Acolher {member}.", es: "Acoger a {member}."}
        values: {member: trigger.event.id}
        remind: [P1D]
        source: assumption

    """

  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let plugin = SampleNetwork.policies.appending(path: "networks/ciberred.yaml").path
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

  /// 23 November 2026 is a Monday, and the Wednesday is free.
  @Test func `What is owed is listed with its day, its reminders and its state`() throws {
    try Self.with { network in
      let owed = try #require(try network.json("obligation show welcome:3").fields)
      #expect(owed["due"] == "2026-11-27" && owed["state"] == "due")
      #expect(owed["remind"] == ["2026-11-26"] && owed["owed_by"] == "secretariat")
      #expect(owed["basis"]?["value.member"] == "PT")
      let late = try network.json("obligation list --as-of 2026-11-28").list ?? []
      #expect(
        late.contains { $0["obligation"] == "welcome:3" && $0["state"] == "overdue" })
    }
  }

  @Test func `What was met names the event`() throws {
    try Self.with { network in
      #expect(network.run("member edit PT --class observer").status == .done)
      let met = try #require(try network.json("obligation show welcome:3").fields)
      #expect(met["state"] == "met" && met["met_by"] == 4 && met["late"] == false)
      #expect(met["met_on"] == "2026-11-23")
    }
  }

  @Test func `A table and the desk say what is owed, with its values`() throws {
    try Self.with { network in
      for line in ["obligation list", "obligation show welcome:3", "desk"] {
        #expect(network.run(line).output.contains("Acoger a PT."), "\(line)")
      }
      let row = try network.json("obligation show welcome:3").fields
      #expect(row?["owed"] == nil && row?["message"] == "Acoger a {member}.")
      let entry = try network.json("desk").list?.first { $0["subject"] == "welcome:3" }
      #expect(entry?["title"] == "Acoger a {member}.")
    }
  }

  @Test func `The status counts what is overdue among the rest`() throws {
    try Self.with { network in
      let status = try network.json("status --as-of 2026-12-31")
      let clauses = (status["overdue"]?.list ?? []).compactMap { $0["clause"]?.text }
      #expect(clauses.contains("welcome"))
    }
  }

  @Test func `The calendar stands among the rules with its source`() throws {
    try Self.with { network in
      let rules = try network.json("rules show").list ?? []
      let calendar = try #require(rules.first { $0["clause"] == "calendar" })
      #expect(calendar["source"] == "practice")
    }
  }
}
