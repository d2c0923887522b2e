import Foundation

/// One bit of one file of a network is changed: it is found, or everything reads as before.
enum BitFlips {
  /// A file, and what is read from it when nothing was found.
  private struct Target {
    let file: String
    let share: Int
    let reads: [[String]]
    /// Whether the file is a proof, which is whole to the bit or none.
    var isProof = false
  }

  static func run(_ trial: Trial) throws -> String {
    let network = try Network.found(in: trial)
    let (files, count) = (try network.files(), trial.count(short: 200, long: 2_000))
    var deck: [Target] = []
    for target in targets(files.keys.sorted()) {
      deck += Array(repeating: target, count: target.share)
    }
    let before = try answers(to: deck, network, trial)
    var (found, same): ([String: Int], [String: Int]) = ([:], [:])
    for number in 0..<count {
      let target = deck[number % deck.count]
      guard var bytes = files[target.file], !bytes.isEmpty else { continue }
      let (place, bit) = (trial.number(0...bytes.count - 1), trial.number(0...7))
      bytes[place] ^= 1 << UInt8(bit)
      try bytes.write(to: URL(filePath: "\(network.folder)/\(target.file)"))
      let name = "\(target.file), byte \(place), bit \(bit)"
      if try isFound(target, before, name, network, trial) {
        found[target.file, default: 0] += 1
      } else {
        same[target.file, default: 0] += 1
      }
      try network.restore(files)
    }
    let told = Set(deck.map(\.file)).sorted().map { file in
      "\(file) \(found[file] ?? 0)+\(same[file] ?? 0)"
    }
    return "\(count) flips, found + read identical: \(told.joined(separator: ", "))"
  }

  private static func targets(_ files: [String]) -> [Target] {
    let members = ["member", "list", "--json"]
    let people = ["person", "list", "--json"]
    let fixed = [
      Target(file: "log.db", share: 8, reads: [["log", "export"]]),
      Target(file: "keys.db", share: 2, reads: [people]),
      Target(file: "views.db", share: 3, reads: [members, people, ["seat", "list", "--json"]]),
      Target(file: "export.jsonl", share: 2, reads: [], isProof: true),
      Target(file: "extract.json", share: 2, reads: [], isProof: true),
    ]
    let checkpoints = files.filter { $0.hasPrefix("checkpoints/") }
    return fixed + checkpoints.map { Target(file: $0, share: 1, reads: [["checkpoint", "list"]]) }
  }

  private static func answers(
    to targets: [Target], _ network: Network, _ trial: Trial
  ) throws -> [[String]: String] {
    try Set(targets.flatMap(\.reads)).reduce(into: [:]) { answers, words in
      let outcome = try trial.run(["-C", network.folder] + words)
      trial.expect(outcome.status == 0, "\(words) before any fault: \(outcome.talk)")
      answers[words] = outcome.output
    }
  }

  /// Whether a changed bit is told; what is neither told nor harmless is a failure of the trial.
  private static func isFound(
    _ target: Target, _ before: [[String]: String], _ name: String, _ network: Network,
    _ trial: Trial
  ) throws -> Bool {
    let proof = ["verify", "\(network.folder)/\(target.file)", "--key", network.key]
    let words = target.isProof ? proof : ["-C", network.folder, "verify"]
    let verified = try trial.run(words, as: name)
    trial.expect(verified.status != 70, "\(name): an internal error: \(verified.talk)")
    guard verified.status == 0 else { return true }
    trial.expect(!target.isProof, "\(name): was called whole")
    for words in target.reads {
      let read = try trial.run(["-C", network.folder] + words, as: name)
      trial.expect(read.status != 70, "\(name): an internal error: \(read.talk)")
      guard read.status == 0 else { return true }
      trial.expect(read.output == before[words], "\(name): \(words.joined(separator: " ")) differs")
    }
    return false
  }
}
