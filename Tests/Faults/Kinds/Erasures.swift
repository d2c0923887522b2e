import EventStore
import Foundation

/// A process is killed in the middle of an erasure: what it left is told, and asked for again it is finished.
enum Erasures {
  /// What opens the words of a person, and the words as they are sealed.
  private struct Traces {
    let key: [UInt8]
    let sealed: [[UInt8]]
  }

  static func run(_ trial: Trial) throws -> String {
    let network = try Network.found(in: trial)
    let whole = try duration(of: add(to: network, trial), in: network, trial)
    let count = trial.count(short: 10, long: 60)
    var (begun, told) = (0, 0)
    for round in 0..<count {
      let person = try add(to: network, trial)
      let traces = try traces(of: person, in: network)
      let words = ["-C", network.folder, "person", "erase", person, "--basis", "law", "-q"]
      try kill(words, after: trial.number(0...Int(whole)), trial)
      let verified = try trial.run(["-C", network.folder, "verify"])
      trial.expect(
        verified.status == 0 || verified.status == 11 && verified.output.contains("[log-broken]"),
        "round \(round), after the kill: exit \(verified.status) \(verified.output)")
      let isRecorded = try isErased(person, in: network)
      begun += isRecorded ? 1 : 0
      told += verified.status == 11 ? 1 : 0
      trial.expect(isRecorded || verified.status == 0, "round \(round): an erasure of nobody")
      try finish(words, traces, in: network, trial, "round \(round)")
    }
    return
      "\(count) kills: \(begun) erasures recorded, \(told) of them not finished and told; all finished when asked again"
  }

  /// Asked again it is done: the log is whole, and nothing of it stands in any file.
  private static func finish(
    _ words: [String], _ traces: Traces, in network: Network, _ trial: Trial, _ round: String
  ) throws {
    let again = try trial.run(words)
    trial.expect(again.status == 0, "\(round), asked again: \(again.talk)")
    let verified = try trial.run(["-C", network.folder, "verify"])
    trial.expect(verified.status == 0, "\(round), at the end: \(verified.output)")
    for (name, bytes) in try network.files() {
      trial.expect(bytes.range(of: Data(traces.key)) == nil, "\(round): the key stands in \(name)")
      for sealed in traces.sealed {
        trial.expect(bytes.range(of: Data(sealed)) == nil, "\(round): words stand in \(name)")
      }
    }
  }

  /// Adds a person; its id.
  private static func add(to network: Network, _ trial: Trial) throws -> String {
    let added = try trial.run([
      "-C", network.folder, "person", "add", "--name", "Zulmira Quental", "--email",
      "zulmira@example.org",
    ])
    guard added.status == 0 else { throw Acts.Broken(what: "person add: \(added.talk)") }
    let log = try Log.open(in: network.folder, for: .reading)
    let streams = try log.streams(in: "person")
    guard let last = streams.last else { throw Acts.Broken(what: "nobody was added") }
    return last.id
  }

  /// How long an erasure takes when nobody stops it, in microseconds.
  private static func duration(
    of person: String, in network: Network, _ trial: Trial
  ) throws -> Int64 {
    let start = ContinuousClock.now
    let words = ["-C", network.folder, "person", "erase", person, "--basis", "law", "-q"]
    let erased = try trial.run(words)
    trial.expect(erased.status == 0, "an erasure that nobody stops: \(erased.talk)")
    let (seconds, attoseconds) = start.duration(to: .now).components
    return seconds * 1_000_000 + attoseconds / 1_000_000_000_000
  }

  private static func kill(_ words: [String], after microseconds: Int, _ trial: Trial) throws {
    let process = try Program.start(
      trial.admin, words, output: "\(trial.folder)/killed", ["ACTA_NOW": "2026-11-23T09:00:00Z"])
    usleep(UInt32(microseconds))
    Program.stop(process)
  }

  private static func isErased(_ person: String, in network: Network) throws -> Bool {
    let log = try Log.open(in: network.folder, for: .reading)
    let erasures = try log.events(ofType: "person.erased", after: 0, limit: Log.maximumPage)
    return erasures.contains { $0.stream.id == person }
  }

  private static func traces(of person: String, in network: Network) throws -> Traces {
    let keys = try Connection(path: "\(network.folder)/keys.db", for: .reading)
    let key = try keys.first("SELECT key FROM keys WHERE subject = ?", [.text(person)]) {
      try $0.blob(at: 0)
    }
    let log = try Connection(path: "\(network.folder)/log.db", for: .reading)
    var sealed: [[UInt8]] = []
    try log.query("SELECT ciphertext FROM sealed WHERE subject = ?", [.text(person)]) {
      sealed.append(try $0.blob(at: 0))
    }
    guard let key, sealed.count == 2 else { throw Acts.Broken(what: "\(person) has no words") }
    return Traces(key: key, sealed: sealed)
  }
}
