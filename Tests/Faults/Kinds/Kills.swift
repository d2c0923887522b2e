import EventStore
import Foundation

/// A writer is killed while another connection is open: what it acknowledged is there, and no more.
enum Kills {
  /// Rounds on one log; then another begins, so that both short and long ones are struck.
  private static let roundsOfLog = 20

  static func run(_ trial: Trial) throws -> String {
    let count = trial.count(short: 200, long: 1_000)
    var (told, folder, acts, extra) = ([String](), "", 0, 0)
    var second: Log?
    for round in 0..<count {
      if round % roundsOfLog == 0 {
        (folder, told) = (trial.freshFolder(), [])
        try Log.create(in: folder, now: Clock.now()).close()
        second = try Log.open(in: folder, for: .reading)
      }
      let writer = "R\(round)"
      let new = try kill(writer, in: folder, trial)
      let before = try second?.head().position
      told += new
      let next = "\(writer)-\(new.count)"
      if let flaw = try Acts.flaw(in: folder, told: told, next: next) {
        trial.expect(false, "round \(round): \(flaw)")
        return "stopped after \(round) kills"
      }
      trial.expect(
        try second?.head().position == before, "round \(round): the head moved by itself")
      let found = try Acts.names(in: folder, after: Int64(told.count))
      told += found
      (acts, extra) = (acts + new.count, extra + found.count)
    }
    second?.close()
    return "\(count) kills, \(acts) acts acknowledged and there, \(extra) under way and whole"
  }

  /// The acts that a writer acknowledged before it was killed.
  private static func kill(_ writer: String, in folder: String, _ trial: Trial) throws -> [String] {
    let output = "\(trial.folder)/\(writer)"
    let (acts, pause) = (trial.number(0...6), trial.number(0...20_000))
    let process = try Program.child(
      ["append", folder, writer, "0", "600000", "200"], output: output)
    // Some are killed while they start, the others after some acts.
    if acts > 0 {
      let began = Program.wait { Program.lines(output).count >= acts || !process.isRunning }
      trial.expect(began && process.isRunning, "\(writer): wrote nothing")
    }
    usleep(UInt32(pause))
    Program.stop(process)
    let lines = Program.lines(output)
    try FileManager.default.removeItem(atPath: output)
    return lines.map { String($0.prefix { $0 != " " }) }
  }
}
