import Foundation
import TestKit
import Values

@testable import admin

/// The sample network with a cycle of motions, four members, and a plenary that is convened.
struct MotionNetwork {
  /// Runs lines in a founded network; gone when the body returns.
  static func with(
    _ edits: [(String, String)] = [], _ body: (SampleNetwork) throws -> Void
  ) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    var network = SampleNetwork(folder: root.path)
    var text = SampleRules.text + "\n" + SampleRules.motions + "\n"
    for (old, new) in edits { text = text.replacingOccurrences(of: old, with: new) }
    _ = try network.file("network.yaml", text)
    network.now = "2026-11-01T09:00:00Z"
    for line in [
      "apply --founding", "member admit PT --class member", "member admit ES --class member",
      "member admit FR --class member", "member admit CH --class observer",
      "meeting plan plenary --from 2026-11-23 --until 2026-11-24", "meeting convene plenary-1",
    ] {
      let told = network.run(line)
      guard told.status == .done else { throw Failure(.unexpected, ["line": .text(told.talk)]) }
    }
    network.now = "2026-11-23T10:00:00Z"
    try body(network)
  }
}
