import Foundation
import Publishing
import Testing
import Values

@testable import admin

/// Lists on terminals of any width, in any language: no line is longer than the terminal, and no row is lost.
@Suite struct WidthTests {
  private static let lists = CommandTree.all.commands.filter { $0.verb == "list" }.map(\.name)

  private static func withHistory(_ body: (SampleNetwork) throws -> Void) throws {
    try SampleNetwork.with { network in
      let history = SampleNetwork.policies.appending(path: "histories/ejcn.yaml").path
      let told = network.run(["import", history, "-q"])
      #expect(told.status == .done, "\(told.talk)")
      try body(network)
    }
  }

  @Test(arguments: Language.allCases)
  func `No line of a list is longer than the terminal`(_ language: Language) throws {
    try Self.withHistory { network in
      for name in Self.lists {
        let rows = network.run("\(name) --lang \(language.rawValue)").output.split(separator: "\n")
        for width in [24, 40, 80, 132, 400] {
          let terminal = ScriptedTerminal(outputIsTerminal: true, width: width)
          let line = "\(name) --lang \(language.rawValue) --color never"
          let shown = network.run(line, terminal: terminal)
          let lines = shown.output.split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast()
          let longest = lines.map { DisplayWidth.columns(of: String($0)) }.max() ?? 0
          #expect(longest <= width, "\(line) at \(width)")
          #expect(lines.count == rows.count, "\(line) at \(width)")
        }
      }
    }
  }

  @Test func `A wider terminal never shows fewer columns`() throws {
    try Self.withHistory { network in
      for name in Self.lists {
        var former = 0
        for width in [24, 40, 60, 80, 100, 132, 200, 400] {
          let terminal = ScriptedTerminal(outputIsTerminal: true, width: width)
          let shown = network.run("\(name) --color never", terminal: terminal)
          let head = shown.output.split(separator: "\n").first ?? ""
          let count = head.split(separator: "  ").filter { !$0.isEmpty }.count
          #expect(count >= former, "\(name) at \(width)")
          former = count
        }
      }
    }
  }

  @Test func `Colour adds nothing but marks around the titles`() throws {
    try Self.withHistory { network in
      for name in Self.lists {
        let plain = network.run("\(name) --color never").output
        let coloured = network.run("\(name) --color always").output
        let stripped = coloured.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "")
        #expect(stripped == plain, "\(name)")
        #expect(coloured.contains("\u{1B}[1m") || plain.isEmpty, "\(name)")
      }
    }
  }
}
