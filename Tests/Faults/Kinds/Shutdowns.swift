import CFaultVFS
import EventStore
import Foundation

/// An ext4 file system is stopped at once under a writer, its journal unwritten, and mounted again.
enum Shutdowns {
  static func run(_ trial: Trial) throws -> String {
    let image = "\(trial.folder)/image"
    let made = try Mount.run(["mkfs.ext4", "-q", image, "48M"], trial)
    guard made.status == 0 else { throw Skipped(reason: "mkfs.ext4 is missing") }
    let count = trial.count(short: 8, long: 100)
    var (acts, late) = (0, 0)
    for round in 0..<count {
      let mount = try Mount(["-o", "loop", image], in: trial)
      let (before, lost) = try shutDown(mount, round, trial)
      (acts, late) = (acts + before, late + lost)
      guard trial.failures.isEmpty else { break }
    }
    return "\(count) shutdowns, \(acts) acts acknowledged before and there; "
      + "\(late) told by an fsync that the shutdown met under way, and lost"
  }

  /// How many acts were acknowledged before the shutdown, and how many only while it went on and are gone.
  ///
  /// A power cut ends the program; this one leaves it running, and the kernel may call an `fsync` done that it
  /// meets under way. So only what was acknowledged before counts, and what came after must follow on it.
  private static func shutDown(
    _ mount: Mount, _ round: Int, _ trial: Trial
  ) throws -> (before: Int, lost: Int) {
    let (folder, output) = ("\(mount.path)/log\(round)", "\(trial.folder)/told\(round)")
    try Log.create(in: folder, now: Clock.now()).close()
    let second = try Log.open(in: folder, for: .reading)
    _ = try second.head()
    let process = try Program.child(["append", folder, "E", "0", "600000", "300"], output: output)
    _ = Program.wait { Program.lines(output).count > 3 || !process.isRunning }
    usleep(UInt32(trial.number(0...60_000)))
    let before = Program.lines(output).count
    let code = unsafe acta_shut_down(mount.path)
    // The writer ends by itself: its disk is gone.
    _ = Program.wait(atMost: .seconds(20)) { !process.isRunning }
    Program.stop(process)
    second.close()
    try mount.end(trial)
    guard code == 0 else {
      throw Skipped(reason: "the kernel does not shut ext4 down: error \(code)")
    }
    let again = try Mount(["-o", "loop", "\(trial.folder)/image"], in: trial)
    let told = Program.lines(output).map { String($0.prefix { $0 != " " }) }
    let found = "\(again.path)/log\(round)"
    let names = try Acts.names(in: found)
    trial.expect(
      names.count >= before, "shutdown \(round): \(before) acknowledged, \(names.count) found")
    let kept = Array((told + ["E-\(told.count)"]).prefix(names.count))
    let flaw = try Acts.flaw(in: found, told: kept, next: nil)
    trial.expect(flaw == nil, "shutdown \(round): \(flaw ?? "")")
    try FileManager.default.removeItem(atPath: found)
    try again.end(trial)
    return (before, max(0, told.count - names.count))
  }
}
