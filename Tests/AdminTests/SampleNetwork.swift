import Foundation
import Values

@testable import admin

/// A folder with the founded EJCN, gone when the body returns; each line runs at a fixed time.
struct SampleNetwork {
  static let policies = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "policies")

  let folder: String
  var now = "2026-11-23T09:00:00Z"

  static func with(_ body: (SampleNetwork) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let network = SampleNetwork(folder: root.path)
    let plugin = policies.appending(path: "networks/ejcn.yaml").path
    let made = network.run(["init", "--template", plugin, root.path], at: nil)
    let founded = network.run(["apply", "--founding"])
    guard made.status == .done, founded.status == .done else {
      throw Failure(.unexpected, ["made": .text(made.talk), "founded": .text(founded.talk)])
    }
    try body(network)
  }

  /// Runs a line as a shell would split it.
  func run(_ line: String, terminal: ScriptedTerminal = ScriptedTerminal()) -> Outcome {
    run(ShellWords.split(line), terminal: terminal)
  }

  func run(_ words: [String], terminal: ScriptedTerminal = ScriptedTerminal()) -> Outcome {
    run(words, at: folder, terminal: terminal)
  }

  private func run(
    _ words: [String], at folder: String?, terminal: ScriptedTerminal = ScriptedTerminal()
  ) -> Outcome {
    let place = folder.map { ["-C", $0] } ?? []
    return Outcome(place + words, ["ACTA_NOW": now], terminal, tree: .all)
  }

  /// What a line answers in JSON.
  func json(_ line: String) throws -> JSON { try JSON(parsing: run(line + " --json").output) }

  /// How many rows the log and the list of members have; nil when they cannot be read.
  var eventCount: Int? { try? json("log list").list?.count }
  var memberCount: Int? { try? json("member list").list?.count }

  /// Writes a file into the folder and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    let path = folder + "/" + name
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }
}
