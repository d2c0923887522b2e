import Foundation
import Plugins
import TestKit
import Testing
import Values

/// What a plugin takes away from the template that it extends.
@Suite struct RemovalTests {
  private static let more = """
    guards:
      - {id: end.first, on: [member.ended], require: payload.from < now, source: assumption, message: {en: No., pt: Não., es: No.}}
    obligations:
      - {id: entry-sent, on: member.admitted, owed_by: secretariat, due: now, met_by: {event: person.revised}, source: assumption, message: {en: Send., pt: Enviar., es: Enviar.}}
    views:
      ended: {title: {en: Ended, pt: Fim, es: Fin}, key: event.id, from: {member.ended: {since: now}}}

    """

  private static let child = """
    format: plugin/1
    id: child
    version: 1.0.0
    extends: base@1
    recording_since: 2026-01-01
    languages: [en]
    timezone: UTC
    title: {en: Child}
    basis: {act: Founding act}
    founding: {on: 2026, instrument: Act, source: act}

    """

  /// The keys of the plenary of states with a guard, an obligation and a view, and a network on it.
  private func load(_ own: String) throws -> Rules {
    let folder = try TemporaryFolder()
    let bytes = try #require(EmbeddedText.bytes(named: "template/plenary-of-states"))
    let keys = try #require(
      String(decoding: bytes, as: UTF8.self).components(separatedBy: "\nguards:\n").first)
    let base = keys.replacing("template: plenary-of-states", with: "template: base")
    try Data((base + "\n" + Self.more).utf8).write(to: URL(filePath: folder.path + "/base.yaml"))
    return try PluginFile.load(
      text: Self.child + own, file: "n.yaml", templates: [folder.path]
    ).rules
  }

  private func failures(_ own: String) -> [Failure] {
    do {
      _ = try load(own)
      return []
    } catch let refused as PluginRefused {
      return refused.errors
    } catch {
      return [Failure(.unknownForTest)]
    }
  }

  @Test func `A body can be taken away, and nothing of it is left`() throws {
    #expect(Set(try load("").bodies.map(\.id)) == ["plenary", "board"])
    let rules = try load("remove: [bodies.board]\n")
    #expect(rules.bodies.map(\.id) == ["plenary"])
    #expect(rules.resolved["remove"] == nil)
    #expect(try PluginFile.load(resolved: rules.resolved) == rules)
  }

  @Test(arguments: [
    "outputs.outcome_report", "outputs", "programme", "subgroups", "series.plenary.notice",
    "bodies.plenary.decides.election", "bodies.plenary.quorum", "membership.classes.observer.id",
  ])
  func `A key at any depth can be named, below governance or from the top`(_ path: String) throws {
    guard !path.hasSuffix(".id") else {
      #expect(failures("remove: [\(path)]\n").map(\.code).contains(.referenceUnknown))
      return
    }
    let names = path.split(separator: ".").map { String($0) }
    let parent = { (rules: Rules) in
      names.dropLast().reduce(rules.resolved["governance"] ?? .null) { $0[$1] ?? .null }
    }
    let last = try #require(names.last)
    #expect(parent(try load(""))[last] != nil)
    for written in [path, "governance.\(path)"] {
      #expect(parent(try load("remove: [\(written)]\n"))[last] == nil)
    }
  }

  @Test func `Guards, obligations and views go by their names`() throws {
    let rules = try load("remove: [end.first, entry-sent, views.ended]\n")
    #expect(rules.guards.isEmpty && rules.obligations.isEmpty && rules.views.isEmpty)
    let all = try load("")
    #expect(all.guards.count == 1 && all.obligations.count == 1 && all.views.count == 1)
  }

  @Test func `What is taken away can be written anew, with nothing of the template in it`() throws {
    let rules = try load(
      """
      remove: [bodies.board]
      governance:
        bodies:
          board:
            title: {en: Coordinator}
            composition: coordinator
            coordinator: {source: act}

      """)
    let board = try #require(rules.resolved["governance"]?["bodies"]?["board"])
    #expect(board["title"] == ["en": "Coordinator"])
    #expect(board["rotation"] == nil)
  }

  @Test(arguments: [
    ("bodies.bord", "bodies.board"), ("outputs.outcome_repart", "outputs.outcome_report"),
    ("entry-snet", "entry-sent"), ("bodies.plenary.quorom", "bodies.plenary.quorum"),
  ])
  func `What the template does not have is a fault that names the nearest`(
    _ row: (written: String, nearest: String)
  ) throws {
    let failure = try #require(failures("remove: [\(row.written)]\n").first)
    #expect(failure.code == .referenceUnknown)
    #expect(failure.values["nearest"] == .text(row.nearest))
    #expect(failure.values["kind"] == .word("kind.removable"))
    #expect(failure.place == Place(file: "n.yaml", line: 11, column: 10))
    guard case .list(let choices) = failure.values["choices"] else {
      Issue.record("no choices")
      return
    }
    #expect(choices.allSatisfy { $0.split(separator: ".").count <= 2 } && choices.count < 60)
  }

  @Test func `What other rules need is missed at its place`() {
    let codes = failures("remove: [bodies.plenary]\n").map(\.code)
    #expect(!codes.isEmpty && codes.allSatisfy { $0 == .referenceUnknown || $0 == .keyMissing })
    #expect(failures("remove: [governance.membership]\n").map(\.code.name).contains("key-missing"))
  }

  @Test(arguments: ["remove: bodies.board\n", "remove: [{a: b}]\n"])
  func `A list of names is what is asked for`(_ own: String) {
    #expect(!failures(own).isEmpty)
  }
}

extension Failure.Code {
  /// Stands for an error of another kind, which no test expects.
  fileprivate static let unknownForTest = Failure.Code("unknown-for-test", exit: .badData)
}
