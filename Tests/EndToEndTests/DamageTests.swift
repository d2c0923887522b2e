import Foundation
import Testing
import Values

/// Check 5 of the first release: a changed byte is found, or everything reads as before.
@Suite struct DamageTests {
  /// A small seeded generator, so that a failure can be repeated.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 33
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `Fifty random bytes, each changed alone, are found or harmless`(_ seed: UInt64) throws {
    try NetworkOnDisk.with("forum-cibercrime") { network in
      let whole = try Data(contentsOf: network.file("log.db"))
      let export = try network.run("log export").output
      var generator = Seeded(state: seed)
      for _ in 0..<50 {
        let place = Int.random(in: 0..<whole.count, using: &generator)
        let bit = UInt8.random(in: 1...255, using: &generator)
        var damaged = whole
        damaged[place] ^= bit
        try damaged.write(to: network.file("log.db"))
        try check(network, export, "seed \(seed), byte \(place), bits \(bit)")
      }
    }
  }

  private func check(_ network: NetworkOnDisk, _ export: String, _ name: String) throws {
    let verified = try network.run("verify --json")
    guard verified.status != 0 else {
      let read = try network.run("log export")
      #expect(read.status == 0 && read.output == export, "\(name) was not found")
      return
    }
    #expect(verified.status == 11, "\(name): \(verified.status) \(verified.talk)")
    let found = try verified.json
    #expect(found["findings"]?.list?.isEmpty == false, "\(name)")
  }

  @Test(arguments: [
    ("a dropped event", "DELETE FROM events WHERE position = 5", 5),
    (
      "a changed datum",
      "UPDATE events SET data = replace(data, 'member', 'mender') WHERE position = 5", 5
    ),
    ("a dropped command", "DELETE FROM commands WHERE id = 3", 5),
    ("a changed head", "UPDATE head SET position = position - 1", nil),
  ])
  func `Rows changed behind the program's back are found, though the triggers were dropped`(
    _ row: (name: String, statement: String, position: Int64?)
  ) throws {
    try NetworkOnDisk.with("forum-cibercrime") { network in
      try Self.change(network.file("log.db").path, row.statement)
      let verified = try network.run("verify --json")
      #expect(verified.status == 11, "\(row.name)")
      let position = try verified.json["first_bad_position"]?.int
      if let expected = row.position {
        #expect(
          (position ?? 0) > 0 && (position ?? 0) <= expected, "\(row.name): \(position ?? -1)")
      }
    }
  }

  /// Runs a statement without the triggers that forbid it.
  private static func change(_ file: String, _ statement: String) throws {
    let script = """
      import sqlite3, sys
      db = sqlite3.connect(sys.argv[1])
      for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
          db.execute("DROP TRIGGER " + name)
      db.execute(sys.argv[2])
      db.commit()
      db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      """
    try Python.run(script, [file, statement])
  }
}
