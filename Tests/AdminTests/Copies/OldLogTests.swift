import Foundation
import Testing
import Values

@testable import admin

/// The log that the first release left: every command reads it, and goes on with it.
@Suite struct OldLogTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "EventStoreTests/Corpus")

  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (old, name) in [("layout-1.db", "log.db"), ("layout-1.keys", "keys.db")] {
      try FileManager.default.copyItem(
        at: corpus.appending(path: old), to: folder.appending(path: name))
    }
    var network = SampleNetwork(folder: folder.path)
    network.now = "2026-12-15T09:00:00Z"
    try body(network)
  }

  @Test func `It verifies, its states by a fresh fold`() throws {
    try Self.with { network in
      let told = network.run("verify")
      #expect(told.status == .done, "\(told.talk)")
      #expect(told.output.hasPrefix("verified 12 events, head 17479e3c"))
    }
  }

  /// What the first release showed of it.
  @Test(arguments: [
    (
      "member list --csv --fields member,class,since",
      "member,class,since\r\nBE,member,2026-11-03\r\nES,member,2026-11-02\r\n"
    ),
    (
      "person list --csv --fields person,name",
      "person,name\r\nH-1,Ana Sousa\r\nH-2,erased person H-2\r\n"
    ),
    (
      "meeting list --csv --fields meeting,number,stage",
      "meeting,number,stage\r\nplenary-1,1,open\r\n"
    ),
    (
      "log list --refused --csv --fields act",
      "act\r\nmember admit\r\ndeliberation record\r\nmember admit\r\n"
    ),
  ])
  func `The views tell what they told then`(_ row: (line: String, output: String)) throws {
    try Self.with { network in
      let told = network.run(row.line)
      #expect(told.status == .done && told.output == row.output, "\(told.talk)")
    }
  }

  @Test func `Acts go on by the rules that are in it`() throws {
    try Self.with { network in
      let told = network.run("member admit FR --class member --quiet")
      #expect(told.status == .done, "\(told.talk)")
      #expect(network.run("member admit BE --class member").status == .refused)
      #expect(network.run("verify").status == .done)
      #expect(network.memberCount == 3)
    }
  }
}
