import Foundation
import Publishing
import Testing
import Values

@testable import admin

/// Every event of a network's past is explained in each language, with nothing left to be filled in.
@Suite struct ExplainTests {
  @Test(arguments: ["ejcn", "ciberred", "forum-cibercrime"])
  func `Each event of the public past is explained`(_ name: String) throws {
    try SampleNetwork.withPast(name) { network in
      let count = try #require(network.eventCount)
      #expect(count > 20)
      for position in 1...count {
        let object = try network.json("explain \(position)")
        let event = object["events"]?.list?.first
        #expect(event?["position"] == .int(Int64(position)), "\(position)")
        for language in Language.allCases {
          let told = network.run("--lang \(language.rawValue) explain \(position)")
          #expect(told.status == .done && told.talk.isEmpty, "\(position): \(told.talk)")
          #expect(told.output.hasPrefix("\(position)  "), "\(told.output)")
          let gaps = told.output.matches(
            of: #/\[(?:derivation|note|way|input|refusal|term|word|column|source)\.[^\]]*\]/#)
          #expect(gaps.isEmpty, "\(language) \(position): \(told.output)")
        }
      }
    }
  }

  @Test func `A meeting that moved is explained by its move, with the notice counted again`() throws
  {
    try SampleNetwork.with { network in
      for line in [
        "meeting plan plenary --from 2027-01-11", "meeting convene plenary-1 --agenda Opening",
        "meeting move plenary-1 --from 2027-02-01 --reason 'the host asked'",
      ] {
        let told = network.run(line)
        #expect(told.status == .done, "\(told.talk)")
      }
      let object = try network.json("explain 6")
      #expect(object["events"]?.list?.first?["type"] == "meeting.moved")
      let derivation = try #require(object["derivations"]?.list?.first)
      #expect(derivation["question"] == "notice" && derivation["inputs"]?["days_given"] == 70)
      let shown = try network.json("meeting show plenary-1")
      #expect(shown["from"] == "2027-02-01" && shown["moved_on"] == "2026-11-23")
      #expect(shown["moved_for"] == "the host asked" && shown["notice_days"] == 70)
    }
  }
}

extension SampleNetwork {
  /// One of the three networks with its public past.
  static func withPast(_ name: String, _ body: (SampleNetwork) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let network = SampleNetwork(folder: root.path)
    let plugin = policies.appending(path: "networks/\(name).yaml").path
    let made = Outcome(
      ["init", "--template", plugin, network.folder], [:], ScriptedTerminal(), tree: .all)
    let history = policies.appending(path: "histories/\(name).yaml").path
    let founded = network.run("apply --founding")
    let imported = network.run(["import", history, "-q"])
    guard [made, founded, imported].allSatisfy({ $0.status == .done }) else {
      throw Failure(.unexpected, ["imported": .text(imported.talk)])
    }
    try body(network)
  }
}
