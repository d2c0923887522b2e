import Foundation
import Testing
import Values

@testable import admin

/// A founded network with a member, a refused act and a key for checkpoints; and what its commands give.
struct ProofStage {
  static let passphrase = "correct horse battery staple"
  static let name = "nep.example/log"

  let network: SampleNetwork
  /// The public key that the network published.
  let key: String

  static func with(_ body: (ProofStage) throws -> Void) throws {
    try SampleNetwork.with { network in
      for line in [
        "member admit PT --class member --quiet", "meeting plan plenary --from 2026-12-01 --quiet",
        "meeting convene plenary-1 --agenda Opening --quiet",
      ] { _ = network.run(line) }
      let key = try addKey(to: network, "--name \(name)")
      try body(ProofStage(network: network, key: key))
    }
  }

  /// Adds a key and gives its public half as `key list` does.
  static func addKey(to network: SampleNetwork, _ options: String) throws -> String {
    let path = try network.file("passphrase", passphrase + "\nnot this line\n")
    let told = network.run("key add \(options) --passphrase-file \(path)")
    #expect(told.status == .done, "\(told.talk)")
    let keys = try network.json("key list").list ?? []
    let inUse = keys.filter { $0["status"] == "in-use" }
    return try #require(inUse.last?["public_key"]?.text)
  }

  func run(_ line: String) -> Outcome { network.run(line) }

  /// Runs a line that opens a key.
  func open(_ line: String) -> Outcome {
    network.run("\(line) --passphrase-file \(network.folder)/passphrase")
  }

  /// Signs a checkpoint and gives its note.
  func publish() throws -> String {
    let told = open("checkpoint publish")
    #expect(told.status == .done, "\(told.talk)")
    return told.output
  }

  func verify(_ file: String, by key: String? = nil) -> Outcome {
    network.run(["verify", file, "--key", key ?? self.key])
  }

  /// The id of the refused act.
  func refused() throws -> String {
    let list = try network.json("log list --refused").list ?? []
    return try #require(list.first?["command"]?.text)
  }
}
