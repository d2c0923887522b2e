import EventStore
import Foundation
import Values

/// The works that a run gives to processes of their own, so that they can be killed and stopped.
enum Child {
  static func run(_ words: [String]) throws {
    let numbers = words.map { Int($0) ?? 0 }
    switch words.first {
    case "append" where words.count == 6:
      try append(to: words[1], as: words[2], from: numbers[3], milliseconds: numbers[4], numbers[5])
    case "hold" where words.count == 2: try hold(words[1])
    case "parse" where words.count == 6:
      try Parsers.work(words[1], seed: UInt64(numbers[2]), numbers[3], numbers[4], words[5])
    default: throw Acts.Broken(what: "no such work: \(words)")
    }
  }

  /// Appends acts one after the other for some time, and tells each when it is durable:
  /// its name, how long it waited in microseconds, and how many others came between.
  private static func append(
    to folder: String, as writer: String, from first: Int, milliseconds: Int, _ bytes: Int
  ) throws {
    let log = try Log.open(in: folder, for: .writing)
    let (start, time) = (ContinuousClock.now, Duration.milliseconds(milliseconds))
    var number = first
    while start.duration(to: .now) < time {
      let name = "\(writer)-\(number)"
      let turn = try Acts.record(name, bytes: bytes, on: log)
      let (seconds, attoseconds) = turn.waited.components
      let waited = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
      Console.say("\(name) \(waited) \(turn.acts)")
      number += 1
    }
    log.close()
  }

  /// Takes the lock of a folder, stops, and gives the lock back when it may go on.
  private static func hold(_ folder: String) throws {
    let lock = try LockFile(in: folder)
    try lock.lock()
    Console.say("held")
    _ = raise(SIGSTOP)
    lock.unlock()
  }
}
