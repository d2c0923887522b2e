import Foundation
import TestKit
import Testing
import Values

@testable import admin

/// A network with a key and a member, and a folder beside it for copies.
struct CopyStage {
  let stage: ProofStage
  let beside: TemporaryFolder
  var network: SampleNetwork { stage.network }

  static func with(_ body: (CopyStage) throws -> Void) throws {
    try ProofStage.with { stage in
      try body(CopyStage(stage: stage, beside: TemporaryFolder()))
    }
  }

  /// The path of something beside the network.
  func path(_ name: String) -> String { "\(beside.path)/\(name)" }

  func run(_ line: String) -> Outcome {
    network.run(ShellWords.split(line).map { $0.replacingOccurrences(of: "@", with: beside.path) })
  }

  /// Runs a line on another folder.
  func run(_ line: String, in folder: String) -> Outcome {
    var other = network
    other = SampleNetwork(folder: path(folder), now: other.now)
    return other.run(
      ShellWords.split(line).map { $0.replacingOccurrences(of: "@", with: beside.path) })
  }

  /// What stands in a folder beside the network.
  func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: path(name))) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path(name)))
  }

  /// The head that `verify` finds in a folder; nil where it is not whole.
  func head(of folder: String? = nil) throws -> String? {
    let outcome = folder.map { run("verify --json", in: $0) } ?? run("verify --json")
    guard outcome.status == .done else { return nil }
    return try JSON(parsing: outcome.output)["head"]?.text
  }

  func expectDone(_ outcome: Outcome, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(outcome.status == .done, "\(outcome.talk)", sourceLocation: sourceLocation)
  }
}
