import Foundation
import Publishing
import Testing
import Values

@testable import admin

/// `admin explain KEY` while the draft has faults.
@Suite struct FaultyDraftTests {
  /// A folder with the draft of a network, edited.
  private func withDraft(
    _ found: String, _ wrong: String, _ body: (SampleNetwork) throws -> Void
  ) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    let plugin = SampleNetwork.policies.appending(path: "networks/ejcn.yaml")
    let text = try String(contentsOf: plugin, encoding: .utf8)
    try #require(text.contains(found))
    let network = SampleNetwork(folder: root.path)
    _ = try network.file("network.yaml", text.replacing(found, with: wrong))
    try body(network)
  }

  @Test(arguments: [
    ("en", "When the body may decide.", "The draft has one fault".replacing("one", with: "1")),
    ("pt", "Quando o órgão pode deliberar.", "O projeto tem 1 falha"),
    ("es", "Cuándo puede deliberar el órgano.", "El proyecto tiene 1 error"),
  ])
  func `A key is told with what it means and what stands there, and that faults wait`(
    _ row: (language: String, meaning: String, faulty: String)
  ) throws {
    try withDraft("more_than: 1/2, of: members", "more_than: half, of: members") { network in
      #expect(network.run("lint").status != .done)
      let told = network.run("explain bodies.plenary.quorum --lang \(row.language)")
      #expect(told.status == .done)
      for words in [
        row.meaning, "half", "governance.bodies.plenary.quorum", row.faulty, "admin lint",
      ] {
        #expect(told.output.contains(words), "\(words)\n\(told.output)\(told.talk)")
      }
    }
  }

  @Test func `A program gets the key, its value and how many faults there are`() throws {
    try withDraft("length: P2Y", "length: bi-annual") { network in
      let object = try network.json("explain programme.length")
      #expect(object["key"] == "governance.programme.length" && object["value"] == "bi-annual")
      #expect(object["errors"] == 1 && object["clause"] == "programme")
      #expect(object["means"]?.text?.isEmpty == false)
    }
  }

  @Test func `What the template says is explained too, and what nobody says`() throws {
    try withDraft("length: P2Y", "length: bi-annual") { network in
      #expect(network.run("explain outputs.outcome_report.within").output.contains("P30D"))
      let unset = network.run("explain series.plenary.agenda")
      #expect(unset.status == .done && unset.output.contains("series.plenary.agenda"))
    }
  }

  @Test func `A word that is no key is told the nearest, faults or not`() throws {
    try withDraft("length: P2Y", "length: bi-annual") { network in
      let missing = network.run("explain bodies.plenary.quorom")
      #expect(missing.status == .notFound)
      #expect(missing.talk.contains("bodies.plenary.quorum"))
    }
  }

  @Test func `A file that is no YAML is told as such`() throws {
    try withDraft("format: plugin/1", "format: [plugin/1") { network in
      let told = network.run("explain bodies.plenary.quorum")
      #expect(told.status == .badData && told.talk.contains("network.yaml:"))
    }
  }
}
