import Foundation
import TestKit
import Testing
import Values

@testable import admin

/// A network with two kinds of silence and two kinds of written votes, four members and an observer.
///
/// P-1 under silence since 1 June, P-2 that waits for consent, P-3 a vote by letter until 8 June, P-4 that waits
/// for notices; all of 2026, at 9:00.
enum ProceduralNetwork {
  /// Runs a body on it; `written` are further keys of its rules.
  static func with(_ written: String = "", _ body: (SampleNetwork) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    let draft = root.appending(path: "network.yaml")
    let text = SampleRules.text + "\n" + SampleRules.procedures + "\n" + written
    try Data(text.utf8).write(to: draft)
    var network = SampleNetwork(folder: root.path)
    network.now = "2026-01-10T09:00:00Z"
    try told(network, ["apply --founding"])
    for member in ["ES", "FR", "IT", "PT"] {
      try told(network, ["member admit \(member) --class member"])
    }
    try told(network, ["member admit CH --class observer"])
    network.now = "2026-06-01T09:00:00Z"
    try told(
      network,
      [
        "procedure open silence --title Guide", "procedure notify P-1 --way e-mail",
        "procedure open asked --title Logo", "procedure open plain --title Budget",
        "procedure open silence --title Seal",
      ])
    network.now = "2026-06-02T09:00:00Z"
    try body(network)
  }

  private static func told(_ network: SampleNetwork, _ lines: [String]) throws {
    for line in lines {
      let outcome = network.run(line)
      try #require(outcome.status == .done, "\(line): \(outcome.talk)")
    }
  }
}
