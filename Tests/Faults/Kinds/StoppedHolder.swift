import Foundation

/// A stopped process holds the lock: others say so after their time, change nothing, and go on when it does.
enum StoppedHolder {
  static func run(_ trial: Trial) throws -> String {
    let network = try Network.found(in: trial)
    let output = "\(trial.folder)/held"
    let holder = try Program.child(["hold", network.folder], output: output)
    defer {
      _ = kill(holder.processIdentifier, SIGCONT)
      Program.stop(holder)
    }
    trial.expect(Program.wait { !Program.lines(output).isEmpty }, "the lock was never taken")
    let export = ["-C", network.folder, "log", "export"]
    let before = try trial.run(export).output
    let act = ["-C", network.folder, "member", "admit", "XK", "--class", "member"]
    let start = ContinuousClock.now
    let refused = try trial.run(act)
    let waited = start.duration(to: .now)
    trial.expect(refused.status == 75, "with a stopped holder: exit \(refused.status)")
    trial.expect(refused.talk.contains("[log-busy]"), "it said: \(refused.talk)")
    trial.expect(waited >= .seconds(10) && waited < .seconds(60), "it waited \(waited)")
    trial.expect(try trial.run(export).output == before, "a refused act changed the log")
    let read = try trial.run(["-C", network.folder, "member", "list"])
    trial.expect(read.status == 0, "a reader waits for a stopped writer: \(read.talk)")
    _ = kill(holder.processIdentifier, SIGCONT)
    let after = try trial.run(act)
    trial.expect(after.status == 0, "when the holder went on: \(after.talk)")
    return
      "refused after \(waited.components.seconds) s with its reason, recorded when the holder went on"
  }
}
