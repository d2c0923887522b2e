import EventStore
import Foundation
import Testing
import Values

@testable import admin

/// `admin backup`: a copy that was read again before anybody may rely on it.
@Suite struct BackupCommandTests {
  @Test func `A backup is a network that verifies, as it was when it was made`() throws {
    try CopyStage.with { stage in
      let before = try stage.head()
      let told = stage.run("backup @/copy")
      stage.expectDone(told)
      #expect(told.output.contains(before ?? "-") && told.talk.isEmpty)
      let names = try stage.names(in: "copy")
      let files = ["cases.yaml", "copy.json", "log.db", "network.yaml"]
      #expect(names == files, "no keys, no secrets, no views")
      #expect(try stage.head(of: "copy") == before)
    }
  }

  @Test func `That it was made is an event of the network, and not yet in the copy`() throws {
    try CopyStage.with { stage in
      let head = try stage.network.json("verify")
      stage.expectDone(stage.run("backup @/autumn --as registrar --note monthly"))
      let events = try stage.network.json("log list --type backup.made").list ?? []
      let data = try #require(events.first?["data"])
      #expect(events.count == 1 && data["name"] == "autumn" && data["keys"] == false)
      #expect(data["position"] == head["events"] && data["head"] == head["head"])
      #expect(data["leaves"] == head["leaves"])
      let shown = try stage.network.json("log show \(events.first?["position"]?.int ?? 0)")
      #expect(shown["actor"] == "registrar" && shown["act"] == "backup make")
      #expect(stage.run("log list --type backup.made --json", in: "autumn").output == "[]\n")
      #expect(stage.run("verify").status == .done)
    }
  }

  @Test func `A program is told the events, the entries and where it was recorded`() throws {
    try CopyStage.with { stage in
      let told = try JSON(parsing: stage.run("backup @/copy --json").output)
      let head = try stage.network.json("verify")
      #expect(told["recorded"] == .list([head["events"] ?? .null]))
      #expect(told["events"]?.int == (head["events"]?.int).map { $0 - 1 })
    }
  }

  @Test func `Keys go to a file of their own, when they are asked for`() throws {
    try CopyStage.with { stage in
      stage.expectDone(stage.run("person add 'Ana Sousa' --quiet"))
      stage.expectDone(stage.run("backup @/copy --keys @/keys"))
      #expect(try stage.names(in: "copy").contains("keys.db") == false)
      let data = try stage.network.json("log list --type backup.made").list?.first?["data"]
      #expect(data?["keys"] == true)
      stage.expectDone(stage.run("restore @/copy @/again --keys @/keys"))
      #expect(stage.run("person list --csv", in: "again").output.contains("Ana Sousa"))
    }
  }

  @Test(arguments: ["file", "full", "link"])
  func `Nothing that is there is overwritten`(_ kind: String) throws {
    try CopyStage.with { stage in
      switch kind {
      case "file": try stage.write("mine", to: "copy")
      case "full": stage.expectDone(stage.run("backup @/copy"))
      default:
        try FileManager.default.createSymbolicLink(
          atPath: stage.path("copy"), withDestinationPath: stage.network.folder)
      }
      let count = stage.network.eventCount
      let told = stage.run("backup @/copy")
      #expect(told.status == .cannotCreate && told.talk.hasSuffix("[target-exists]\n"))
      #expect(stage.network.eventCount == count, "nothing is recorded")
    }
  }

  @Test func `Keys are not copied over a file, and then no copy is made`() throws {
    try CopyStage.with { stage in
      try stage.write("mine", to: "keys")
      let told = stage.run("backup @/copy --keys @/keys")
      #expect(told.status == .cannotCreate)
      #expect(!stage.exists("copy"))
      #expect(try stage.names(in: "") == ["keys"])
    }
  }

  @Test func `A trial copies nothing and records nothing`() throws {
    try CopyStage.with { stage in
      let count = stage.network.eventCount
      stage.expectDone(stage.run("backup @/copy --keys @/keys --dry-run"))
      stage.expectDone(stage.run("backup @/shipped --since 1 --dry-run"))
      let names = try stage.names(in: "")
      #expect(names.isEmpty)
      #expect(stage.network.eventCount == count)
    }
  }

  @Test func `A log that is damaged gives no backup, and no event says that there is one`() throws {
    try CopyStage.with { stage in
      let path = stage.network.folder + "/log.db"
      let connection = try Connection(path: path, for: .writing)
      try connection.execute(
        "DROP TRIGGER events_no_update; UPDATE events SET data = '{}' WHERE position = 3")
      connection.close(checkpointing: true)
      let count = stage.network.eventCount
      let told = stage.run("backup @/copy")
      #expect(told.status == .checkFailed && told.talk.hasSuffix("[copy-unfit]\n"))
      #expect(try stage.names(in: "").isEmpty)
      #expect(stage.network.eventCount == count)
    }
  }

  @Test func `A folder that cannot be written is told, and nothing is recorded`() throws {
    try CopyStage.with { stage in
      let count = stage.network.eventCount
      let told = stage.run("backup @/no/such/place")
      #expect(told.status == .cannotCreate, "\(told.talk)")
      #expect(stage.network.eventCount == count)
    }
  }

  @Test func `A request that is repeated under one key is recorded once`() throws {
    try CopyStage.with { stage in
      stage.expectDone(stage.run("backup @/one --key monday"))
      let told = stage.run("backup @/two --key monday")
      #expect(told.status == .badData && told.talk.hasSuffix("[command-reused]\n"))
      #expect(!stage.exists("two"), "a copy that is not recorded is not made")
    }
  }
}
