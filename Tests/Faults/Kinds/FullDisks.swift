import CFaultVFS
import EventStore
import Foundation
import Values

/// The disk has no room: an act is refused whole, reading goes on, and with room writing does.
enum FullDisks {
  static func run(_ trial: Trial) throws -> String {
    let count = trial.count(short: 40, long: 200)
    for number in 1...count { try fillUp(at: number, trial) }
    let told = "\(count) writes without room"
    do {
      return "\(told), \(try fillUpFileSystem(trial))"
    } catch let skipped as Skipped {
      return "\(told); a full file system skipped: \(skipped.reason)"
    }
  }

  /// The n-th write and all after it find no room.
  private static func fillUp(at number: Int, _ trial: Trial) throws {
    guard acta_fault_install() == 0 else { throw Skipped(reason: "SQLite takes no file system") }
    let folder = trial.freshFolder()
    try Log.create(in: folder, now: Clock.now()).close()
    let full: Int32 = 13
    let plan = unsafe acta_fault_plan(
      folder, Int32(ACTA_FAULT_WRITE), Int32(number), full, Int32(ACTA_FAULT_FOR_EVER))
    let (told, failure) = append(to: folder)
    acta_fault_end(plan)
    trial.expect(failure == "database-full", "write \(number): \(failure ?? "no failure")")
    let flaw = try Acts.flaw(in: folder, told: told, next: nil)
    trial.expect(flaw == nil, "write \(number): \(flaw ?? "")")
    try Acts.record("after", on: Log.open(in: folder, for: .writing))
    try FileManager.default.removeItem(atPath: folder)
  }

  /// Acts until one fails; those acknowledged, and the failure's code.
  private static func append(to folder: String) -> ([String], String?) {
    var told: [String] = []
    do {
      let log = try Log.open(in: folder, for: .writing)
      defer { log.close() }
      while told.count < 5_000 {
        try Acts.record("F-\(told.count)", bytes: 1_000, on: log)
        told.append("F-\(told.count)")
      }
      return (told, nil)
    } catch {
      return (told, (error as? Failure)?.code.name ?? "\(error)")
    }
  }

  private static func fillUpFileSystem(_ trial: Trial) throws -> String {
    let mount = try Mount(["-t", "tmpfs", "-o", "size=3m", "tmpfs"], in: trial)
    let folder = "\(mount.path)/log"
    let ballast = "\(mount.path)/ballast"
    try Data(count: 300_000).write(to: URL(filePath: ballast))
    try Log.create(in: folder, now: Clock.now()).close()
    let (told, failure) = append(to: folder)
    trial.expect(failure == "database-full", "tmpfs: \(failure ?? "no failure")")
    let flaw = try Acts.flaw(in: folder, told: told, next: nil)
    trial.expect(flaw == nil, "tmpfs: \(flaw ?? "")")
    try FileManager.default.removeItem(atPath: ballast)
    try Acts.record("after", on: Log.open(in: folder, for: .writing))
    trial.expect(
      try Acts.flaw(in: folder, told: told + ["after"], next: nil) == nil, "tmpfs: after room came")
    try refuse(trial)
    return "one file system of 3 MB with \(told.count) acts, and the program on one"
  }

  /// The program on a full file system says so, changes nothing, and goes on when there is room.
  private static func refuse(_ trial: Trial) throws {
    let mount = try Mount(["-t", "tmpfs", "-o", "size=8m", "tmpfs"], in: trial)
    let network = try Network.found(in: trial)
    let folder = "\(mount.path)/network"
    try FileManager.default.copyItem(atPath: network.folder, toPath: folder)
    for size in [1 << 20, 1 << 12, 1 << 9] { fill(mount.path, by: size) }
    let before = try trial.run(["-C", folder, "log", "export"]).output
    let act = ["-C", folder, "member", "admit", "XK", "--class", "member"]
    let refused = try trial.run(act)
    trial.expect(refused.status == 74, "an act on a full disk: exit \(refused.status)")
    trial.expect(refused.talk.contains("[database-full]"), "it said: \(refused.talk)")
    trial.expect(try trial.run(["-C", folder, "verify"]).status == 0, "verify on a full disk")
    let after = try trial.run(["-C", folder, "log", "export"])
    trial.expect(after.output == before, "the log on a full disk reads otherwise")
    try FileManager.default.removeItem(atPath: "\(mount.path)/ballast")
    trial.expect(try trial.run(act).status == 0, "an act with room again")
  }

  /// Adds to the ballast until a piece finds no room.
  private static func fill(_ folder: String, by size: Int) {
    let path = "\(folder)/ballast"
    if !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
    }
    guard let file = FileHandle(forWritingAtPath: path) else { return }
    _ = try? file.seekToEnd()
    while (try? file.write(contentsOf: Data(count: size))) != nil {}
  }
}
