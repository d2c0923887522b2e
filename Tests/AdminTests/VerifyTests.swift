import EventStore
import Foundation
import Testing
import Values

@testable import admin

/// What `verify` says of the log, of copies of it, and of the views that are made from it.
@Suite struct VerifyTests {
  private static func withViews(_ body: (SampleNetwork, String) throws -> Void) throws {
    try SampleNetwork.with { network in
      _ = network.run("member admit PT --class member")
      _ = network.run("member list")
      try body(network, network.folder + "/views.db")
    }
  }

  @Test func `Views that are level are no matter`() throws {
    try Self.withViews { network, _ in
      let outcome = network.run("verify")
      #expect(outcome.status == .done && outcome.talk.isEmpty, "\(outcome.talk)")
      let object = try network.json("verify")
      #expect(object["views"] == [] && object["views_damaged"] == false)
    }
  }

  @Test(arguments: [0, 100, 8_192])
  func `Damaged views are told with the way to make them again, and no backup is asked for`(
    _ size: Int
  ) throws {
    try Self.withViews { network, path in
      try Data(repeating: 0x78, count: size).write(to: URL(filePath: path))
      let outcome = network.run("verify")
      #expect(outcome.status == .checkFailed)
      #expect(outcome.output.hasPrefix("verified 3 events, head "))
      #expect(outcome.talk.contains("admin rebuild") && !outcome.talk.contains("restore"))
      let found = try network.json("verify")
      #expect(found["views_damaged"] == true)
      #expect(network.run("rebuild").status == .done)
      #expect(network.run("verify").status == .done)
    }
  }

  @Test(arguments: [Data(), Data(repeating: 0x78, count: 8_192)])
  func `Damaged keys are told beside a whole log, and where they come from`(_ data: Data) throws {
    try Self.withViews { network, _ in
      #expect(try network.json("verify")["keys_damaged"] == false)
      try data.write(to: URL(filePath: network.folder + "/keys.db"))
      let outcome = network.run("verify")
      #expect(outcome.status == .checkFailed)
      #expect(outcome.output.hasPrefix("verified 3 events, head "))
      #expect(outcome.talk.contains("`keys.db`") && outcome.talk.contains("backup"))
      #expect(try network.json("verify")["keys_damaged"] == true)
    }
  }

  @Test func `Words that no key opens are told with their event`() throws {
    try Self.withViews { network, _ in
      _ = network.run("person add --name Ines")
      let keys = network.folder + "/keys.db"
      #expect(network.run("verify").status == .done)
      try Self.loseKeys(keys)
      let outcome = network.run("verify")
      #expect(outcome.status == .checkFailed)
      #expect(outcome.talk.contains("the event 4") && outcome.talk.contains("`keys.db`"))
    }
  }

  @Test(arguments: [("en", "from its own backup"), ("pt", "das chaves"), ("es", "de las claves")])
  func `Keys that are missing are told with the file, what is lost and where it comes from`(
    _ row: (language: String, words: String)
  ) throws {
    try Self.withViews { network, _ in
      let keys = network.folder + "/keys.db"
      _ = network.run("person add --name Ines")
      try FileManager.default.removeItem(atPath: keys)
      let outcome = network.run("--lang \(row.language) verify")
      #expect(outcome.status == .checkFailed)
      #expect(outcome.talk.contains("`keys.db`") && outcome.talk.contains(row.words))
      let found = try network.json("verify")
      #expect(found["keys_missing"] == true && found["keys_damaged"] == true)
      #expect(found["whole"] == true)
    }
  }

  @Test func `A log that seals no words lacks no keys`() throws {
    try Self.withViews { network, _ in
      try FileManager.default.removeItem(atPath: network.folder + "/keys.db")
      #expect(network.run("verify").status == .done)
      #expect(try network.json("verify")["keys_missing"] == false)
    }
  }

  private static func loseKeys(_ path: String) throws {
    let connection = try Connection(path: path, for: .writing)
    defer { connection.close(checkpointing: false) }
    try connection.run("DELETE FROM keys")
  }

  @Test func `Damage below the first page is found too`() throws {
    try Self.withViews { network, path in
      var bytes = try Data(contentsOf: URL(filePath: path))
      for place in 4_096..<bytes.count { bytes[place] = 0xFF }
      try bytes.write(to: URL(filePath: path))
      #expect(network.run("verify").status == .checkFailed)
      #expect(network.run("member list --csv --fields member").output == "member\r\nPT\r\n")
      #expect(network.run("verify").status == .done, "a read made them again")
    }
  }

  @Test func `Views that were deleted or stand behind are no damage`() throws {
    try Self.withViews { network, path in
      let old = try Data(contentsOf: URL(filePath: path))
      _ = network.run("member admit ES --class member")
      try old.write(to: URL(filePath: path))
      #expect(network.run("verify").status == .done)
      try FileManager.default.removeItem(atPath: path)
      #expect(network.run("verify").status == .done)
    }
  }

  @Test(arguments: [("en", "holds views"), ("pt", "contém vistas"), ("es", "contiene vistas")])
  func `A file of views is no log to be verified`(_ row: (language: String, words: String)) throws {
    try Self.withViews { network, path in
      let outcome = network.run("--lang \(row.language) verify \(path)")
      #expect(outcome.status == .badData && outcome.output.isEmpty)
      #expect(outcome.talk.contains(row.words) && outcome.talk.contains("admin rebuild"))
      #expect(outcome.talk.hasSuffix("[views-are-no-log]\n"))
    }
  }

  @Test func `A folder is verified by its log, a copy by itself, and what is missing is named`()
    throws
  {
    try Self.withViews { network, _ in
      #expect(network.run("verify \(network.folder)").status == .done)
      let missing = network.run("verify \(network.folder)/nothing.db")
      #expect(missing.status == .notFound)
      #expect(missing.talk.hasSuffix("[file-missing]\n"))
      let empty = try network.file("empty.db", "")
      #expect(network.run("verify \(empty)").status == .checkFailed)
    }
  }
}
