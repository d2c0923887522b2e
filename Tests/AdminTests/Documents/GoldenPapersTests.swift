import Foundation
import Publishing
import Testing
import Values

@testable import admin

/// The documents of one plenary as they are printed, in three languages: golden files that were read in full.
///
/// After a wanted change `ACTA_RECORD_PAPERS=1` writes them anew; read them, then run the tests again.
@Suite struct GoldenPapersTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden")

  static let papers: [(name: String, line: String)] = [
    ("convocation", "meeting convocation plenary-1"), ("minutes", "minutes text plenary-1"),
    ("outcome", "meeting outcome plenary-1"),
    ("outcome-public", "meeting outcome plenary-1 --public"),
    ("extract", "deliberation extract D-3"),
  ]

  /// A leaf depends on the random id of its act, and so does what is made of it.
  static func steady(_ text: String) -> String {
    text.replacing(/leaf: [0-9a-f]{64}/) { _ in "leaf: …" }
      .replacing(/folha: [0-9a-f]{64}/) { _ in "folha: …" }
      .replacing(/hoja: [0-9a-f]{64}/) { _ in "hoja: …" }
      .replacing(/#[0-9a-f]{12}/) { _ in "#…" }
  }

  @Test(arguments: Language.allCases)
  func `Each document is the one that was read`(_ language: Language) throws {
    try PaperNetwork.with { founded in
      let network = try PaperNetwork.play(in: founded)
      for (name, line) in Self.papers {
        for form in ["md", "html"] {
          let told = network.run(
            "--lang \(language.rawValue) \(line)" + (form == "html" ? " --html" : ""))
          #expect(told.status == .done, "\(line): \(told.talk)")
          try compare(Self.steady(told.output), to: "\(name).\(language.rawValue).\(form)")
        }
      }
    }
  }

  private func compare(_ text: String, to name: String) throws {
    let file = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["ACTA_RECORD_PAPERS"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)), "\(name)")
  }

  @Test(arguments: Language.allCases)
  func `No document has a place that was not filled`(_ language: Language) throws {
    try PaperNetwork.with { founded in
      let network = try PaperNetwork.play(in: founded)
      for (_, line) in Self.papers {
        let text = network.run("--lang \(language.rawValue) \(line)").output
        let gaps = text.matches(of: #/\\?\[[a-z][a-z_.-]+\\?\]/#).map { String($0.output) }
        #expect(gaps == [], "\(line)")
      }
    }
  }

  @Test func `A document is the same however often it is asked for`() throws {
    try PaperNetwork.with { founded in
      var network = try PaperNetwork.play(in: founded)
      for (_, line) in Self.papers {
        network.now = "2026-12-10T09:00:00Z"
        let first = network.run(line).output
        network.now = "2027-12-10T09:00:00Z"
        #expect(network.run(line).output == first, "\(line)")
      }
    }
  }
}
