import CFaultVFS
import EventStore
import Foundation
import Values

/// The power goes at some write: unsynced sectors are lost, torn or left as they lay, in any order.
enum Outages {
  /// What one outage left.
  private struct Loss {
    let acts: Int
    let sectors: Int
    let flaw: String?
  }

  static func run(_ trial: Trial) throws -> String {
    guard acta_fault_install() == 0 else { throw Skipped(reason: "SQLite takes no file system") }
    let (count, liars) = (trial.count(short: 100, long: 1_000), trial.count(short: 20, long: 100))
    let founded = trial.freshFolder()
    try Log.create(in: founded, now: Clock.now()).close()
    var (acts, sectors) = (0, 0)
    for number in 0..<count {
      let loss = try strike(founded, trial, isLying: false)
      trial.expect(loss.flaw == nil, "outage \(number): \(loss.flaw ?? "")")
      (acts, sectors) = (acts + loss.acts, sectors + loss.sectors)
    }
    let seen = try (0..<liars).count { _ in try strike(founded, trial, isLying: true).flaw != nil }
    trial.expect(seen > 0, "no act was lost on a disk that lies: the outages are too mild")
    trial.expect(sectors > count, "only \(sectors) sectors were lost: the outages are too mild")
    return
      "\(count) outages, \(acts) acts acknowledged and there, \(sectors) unsynced sectors lost; "
      + "a disk that lies was seen \(seen) of \(liars) times"
  }

  /// Appends until the power goes, and reads what the disk holds when it comes back.
  private static func strike(_ founded: String, _ trial: Trial, isLying: Bool) throws -> Loss {
    let folder = trial.freshFolder()
    try FileManager.default.copyItem(atPath: founded, toPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let watch = unsafe acta_outage_begin(folder, isLying ? 1 : 0)
    let operations =
      ACTA_FAULT_WRITE | ACTA_FAULT_SYNC | ACTA_FAULT_TRUNCATE | ACTA_FAULT_DELETE
    let ioError: Int32 = 778
    let way = trial.number(0...1) == 0 ? ACTA_FAULT_FOR_EVER : ACTA_FAULT_TORN
    let plan = unsafe acta_fault_plan(
      folder, Int32(operations), Int32(trial.number(1...150)), ioError, Int32(way))
    guard watch >= 0, plan >= 0 else { throw Acts.Broken(what: "too many plans") }
    // A commit comes in one piece of some ten thousand bytes, of which the disk takes any part.
    acta_fault_cut(plan, Int32(trial.number(0...40_000)))
    let told = append(to: folder, trial)
    let sectors = acta_outage_strike(watch, trial.chance.next())
    acta_fault_end(plan)
    acta_outage_end(watch)
    // Shared memory does not outlive a power cut.
    for name in ["log.db-shm", "keys.db-shm"] {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
    let flaw = try Acts.flaw(in: folder, told: told, next: "O-\(told.count)")
    if flaw == nil { try Acts.record("after", on: Log.open(in: folder, for: .writing)) }
    return Loss(acts: told.count, sectors: Int(sectors), flaw: flaw)
  }

  /// Appends in several sessions, so that the log is moved into its file too; the acts acknowledged.
  private static func append(to folder: String, _ trial: Trial) -> [String] {
    var told: [String] = []
    for _ in 0..<40 {
      guard let log = try? Log.open(in: folder, for: .writing) else { return told }
      defer { log.close() }
      for _ in 0..<trial.number(1...6) {
        let name = "O-\(told.count)"
        let bytes = trial.number(0...3_000)
        guard (try? Acts.record(name, bytes: bytes, on: log)) != nil else { return told }
        told.append(name)
      }
    }
    return told
  }
}
