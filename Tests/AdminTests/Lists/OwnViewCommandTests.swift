import Foundation
import Testing
import Values

@testable import admin

/// The views that the rules declare, as the command line shows them.
@Suite struct OwnViewCommandTests {
  private static let rules = """

    events:
      ejcn.guideline.published:
        version: 1
        title: {en: Guideline published, pt: Orientação publicada, es: Directriz publicada}
        by: [secretariat]
        payload: {type: object, required: [number], properties: {number: {type: string}, copies: {type: integer}}}
    views:
      guidelines:
        title: {en: Guidelines, pt: Orientações, es: Directrices}
        key: payload.number
        from:
          ejcn.guideline.published: {copies: payload.copies, since: now}

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
    let founded = network.run("apply --founding")
    #expect(founded.status == .done, "\(founded.talk)")
    for (number, day) in [("E1", "2026-10-01"), ("E2", "2026-11-01")] {
      let told = network.run(
        "event register ejcn.guideline.published --set number=\(number) --set copies=3 --effective \(day)"
      )
      #expect(told.status == .done, "\(told.talk)")
    }
    try body(network)
  }

  @Test func `The views are listed with what names their rows`() throws {
    try Self.with { network in
      let listed = try network.json("view list")
      #expect(listed.list?.map { $0["view"] } == ["convocations", "guidelines"])
      #expect(listed.list?.last?["columns"] == ["copies", "since"])
      #expect(listed.list?.last?["title"] == "Guidelines")
    }
  }

  @Test func `The rows of a view name their event`() throws {
    try Self.with { network in
      let rows = try #require(try network.json("view show guidelines").list)
      #expect(rows.map { $0["key"] } == ["E1", "E2"])
      #expect(rows.first?["since"] == "2026-10-01" && rows.first?["copies"] == 3)
      let types = try rows.map { row in
        let event = try #require(row["event"]?.int)
        return try network.json("explain \(event)")["events"]?.list?.first?["type"]
      }
      #expect(types == ["ejcn.guideline.published", "ejcn.guideline.published"])
    }
  }

  @Test func `A table has the columns of the view and nothing more`() throws {
    try Self.with { network in
      let lines = network.run("view show guidelines").output.split(separator: "\n")
      let words = lines.map { $0.split(separator: " ").map { String($0) } }
      #expect(
        words == [
          ["KEY", "COPIES", "SINCE"], ["E1", "3", "2026-10-01"], ["E2", "3", "2026-11-01"],
        ])
    }
  }

  @Test func `An earlier day and an earlier position have their own rows`() throws {
    try Self.with { network in
      for (options, keys) in [
        ("--as-of 2026-10-31", ["E1"]), ("--known-at 3", ["E1"]), ("--known-at 2", []),
        ("--filter key=E2", ["E2"]),
      ] {
        let rows = try network.json("view show guidelines \(options)").list ?? []
        #expect(rows.compactMap { $0["key"]?.text } == keys, "\(options)")
      }
    }
  }

  @Test func `A CSV has its head also when there are no rows`() throws {
    try Self.with { network in
      let none = network.run("view show guidelines --csv --as-of 2026-09-01")
      #expect(none.output == "key,copies,since,valid_from,valid_until,event\r\n")
    }
  }

  @Test func `Rows are the same after a rebuild`() throws {
    try Self.with { network in
      let before = network.run("view show guidelines --json").output
      try FileManager.default.removeItem(atPath: network.folder + "/views.db")
      #expect(network.run("view show guidelines --json").output == before)
      #expect(network.run("rebuild").status == .done)
      #expect(network.run("view show guidelines --json").output == before)
    }
  }

  @Test(arguments: [
    ("en", "guideline", "no view"), ("pt", "guideline", "vista"), ("es", "guideline", "vista"),
  ])
  func `A view that is not declared is answered with the nearest`(
    _ row: (language: String, name: String, word: String)
  ) throws {
    try Self.with { network in
      let outcome = network.run("view show \(row.name) --lang \(row.language)")
      #expect(outcome.status == .notFound && outcome.output.isEmpty)
      #expect(outcome.talk.contains("\"guideline\"") && outcome.talk.contains("guidelines"))
      #expect(outcome.talk.contains(row.word))
    }
  }
}
