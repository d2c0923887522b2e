import EventStore
import Foundation

/// A process is killed while it makes a copy: under the name stands a whole one or none, and the next leaves no draft.
enum Copies {
  static func run(_ trial: Trial) throws -> String {
    let network = try Network.found(in: trial)
    let place = trial.freshFolder()
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let start = ContinuousClock.now
    try make("backup", "\(place)/first", of: network, trial)
    let (seconds, attoseconds) = start.duration(to: .now).components
    let whole = Int(seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
    let count = trial.count(short: 8, long: 60)
    var (made, drafts) = (0, 0)
    for round in 0..<count {
      let (work, target) = (round % 3 == 2 ? "archive" : "backup", "\(place)/copy-\(round)")
      try kill(work, target, of: network, after: trial.number(0...whole), trial)
      drafts += try names(in: place).filter { $0.contains(".acta-draft-") }.count
      if FileManager.default.fileExists(atPath: target) {
        made += 1
        if work == "backup" { try check(target, trial, "round \(round)") }
        try FileManager.default.removeItem(atPath: target)
      }
      try make(work, target, of: network, trial)
      if work == "backup" { try check(target, trial, "round \(round), asked again") }
      try FileManager.default.removeItem(atPath: target)
      let left = try names(in: place)
      trial.expect(left == ["first"], "round \(round): there is left \(left)")
    }
    return
      "\(count) kills: \(made) copies were whole already, \(drafts) drafts left and taken away by the next"
  }

  private static func words(_ work: String, _ target: String, of network: Network) -> [String] {
    ["-C", network.folder, work, target, "-q"]
  }

  private static func make(
    _ work: String, _ target: String, of network: Network, _ trial: Trial
  ) throws {
    let outcome = try trial.run(words(work, target, of: network))
    trial.expect(outcome.status == 0, "\(work): exit \(outcome.status) \(outcome.talk)")
  }

  private static func kill(
    _ work: String, _ target: String, of network: Network, after microseconds: Int, _ trial: Trial
  ) throws {
    let process = try Program.start(
      trial.admin, words(work, target, of: network), output: "\(trial.folder)/killed",
      ["ACTA_NOW": "2026-11-23T09:00:00Z"])
    usleep(UInt32(microseconds))
    Program.stop(process)
  }

  /// Whatever stands under the name of a copy is whole.
  private static func check(_ target: String, _ trial: Trial, _ round: String) throws {
    guard try Verifier.verify(directory: target).isWhole, try CopyMark.read(in: target) != nil
    else {
      return trial.expect(false, "\(round): a copy by halves stands under its name")
    }
  }

  private static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }
}
