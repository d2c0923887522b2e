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
