import Foundation
import Testing
import Values

/// `admin verify` and `admin rebuild`: what they look at, what they say, and what they leave alone.
@Suite struct VerifyProgramTests {
  @Test func `A log is verified in its folder, from outside, and as a single copy`() throws {
    try NetworkOnDisk.with("ciberred") { network in
      let expected = try network.run("verify").output
      #expect(expected.hasPrefix("verified 38 events, head "))
      #expect(expected.utf8.count == "verified 38 events, head \n".utf8.count + 64)
      try Program.withFolder { folder in
        let copy = folder.appending(path: "minutes-2026.db")
        try FileManager.default.copyItem(at: network.file("log.db"), to: copy)
        for words in [[network.folder], [copy.path], ["-C", network.folder]] {
          let outcome = try Program.run(["verify"] + words)
          #expect(outcome.status == 0 && outcome.output == expected, "\(words)")
        }
        #expect(try Data(contentsOf: copy) == Data(contentsOf: network.file("log.db")))
      }
    }
  }

  @Test func `A folder without a log, and a file that is not there, are told as such`() throws {
    try Program.withFolder { folder in
      let bare = try Program.run(["verify", folder.path])
      #expect(bare.status == 66)
      #expect(bare.talk.hasSuffix("[log-missing]\n"))
      let missing = try Program.run(["verify", folder.path + "/none.db"])
      #expect(missing.status == 66)
      #expect(missing.talk.hasSuffix("[file-missing]\n"))
      #expect(try Program.run(["-C", folder.path, "verify"]).status == 66)
    }
  }

  @Test(arguments: [
    ("nothing", [] as [UInt8], "layout"), ("a text", Array("Minutes of 2026\n".utf8), "layout"),
    ("a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "layout"),
    ("zeros", [UInt8](repeating: 0, count: 8_192), "layout"),
  ])
  func `A file that is no log is found out`(
    _ row: (name: String, bytes: [UInt8], reason: String)
  ) throws {
    try Program.withFolder { folder in
      let file = folder.appending(path: "log.db")
      try Data(row.bytes).write(to: file)
      let outcome = try Program.run(["verify", file.path, "--json"])
      #expect(outcome.status == 11)
      let found = try outcome.json
      #expect(found["whole"] == false && found["events"] == 0)
      #expect(found["findings"]?.list?.first?["reason"]?.text == row.reason)
      #expect(try Data(contentsOf: file) == Data(row.bytes))
    }
  }

  @Test(arguments: [1, 99, 100, 1_024, 4_095, 4_096, 5_000, 20_000])
  func `A log cut short is never called whole`(_ count: Int) throws {
    try NetworkOnDisk.with("forum-cibercrime") { network in
      let whole = try Data(contentsOf: network.file("log.db"))
      try #require(count < whole.count)
      try whole.prefix(count).write(to: network.file("log.db"))
      let outcome = try network.run("verify")
      #expect(outcome.status == 11)
      #expect(outcome.output.hasSuffix("[log-broken]\n"))
    }
  }

  @Test func `The first bad position is told in each language, with one status`() throws {
    try NetworkOnDisk.with("forum-cibercrime") { network in
      let file = network.file("log.db")
      var bytes = try Data(contentsOf: file)
      let needle = try #require(
        bytes.range(of: Data(#""class":"member""#.utf8), options: .backwards))
      bytes[needle.upperBound - 2] ^= 1
      try bytes.write(to: file)
      let position = try #require(try network.run("verify --json").json["first_bad_position"]?.int)
      #expect((3...27).contains(position))
      var told: Set<String> = []
      for language in ["en", "pt", "es"] {
        let outcome = try network.run("verify --lang \(language)")
        #expect(outcome.status == 11)
        #expect(outcome.output.contains("\(position)"))
        #expect(outcome.output.hasSuffix("[log-broken]\n"))
        told.insert(outcome.output)
      }
      #expect(told.count == 3)
    }
  }

  @Test func `A public copy without keys is whole, can be read, and takes no act`() throws {
    try NetworkOnDisk.with("ciberred") { network in
      let members = try network.run("member list --json").output
      let verified = try network.run("verify").output
      try FileManager.default.removeItem(at: network.file("keys.db"))
      try FileManager.default.removeItem(at: network.file("views.db"))
      #expect(try network.run("verify").output == verified)
      #expect(try network.run("member list --json").output == members)
      let act = try network.run("member admit FR --class observer")
      #expect(act.status == 66)
      #expect(act.talk.hasSuffix("[keys-missing]\n"))
      #expect(try network.run("verify").output == verified)
    }
  }

  @Test func `Damaged keys stop an act, not the reading`() throws {
    try NetworkOnDisk.with("ciberred") { network in
      let verified = try network.run("verify").output
      try Data().write(to: network.file("keys.db"))
      let act = try network.run("member admit FR --class observer")
      #expect(act.status == 65)
      #expect(act.talk.contains("keys.db"))
      #expect(act.talk.hasSuffix("[database-damaged]\n"))
      #expect(try network.run("verify").output == verified)
      #expect(try network.run("member list").status == 0)
    }
  }

  // MARK: - rebuild

  /// What `views.db` may have become.
  private static let ruins: [(name: String, bytes: [UInt8]?)] = [
    ("gone", nil), ("empty", []), ("a text", Array("not views".utf8)),
    ("zeros", [UInt8](repeating: 0, count: 4_096)),
  ]

  @Test(arguments: ruins)
  func `Views in ruins answer as before, rebuilt or not`(
    _ ruin: (name: String, bytes: [UInt8]?)
  ) throws {
    try NetworkOnDisk.with("ciberred") { network in
      let lists = ["member list", "meeting list", "seat list", "obligation list", "timeline list"]
      let before = try lists.map { try network.run($0 + " --json").output }
      for rebuilds in [true, false] {
        try? FileManager.default.removeItem(at: network.file("views.db"))
        try ruin.bytes.map { try Data($0).write(to: network.file("views.db")) }
        if rebuilds {
          let outcome = try network.run("rebuild")
          #expect(outcome.status == 0, "\(outcome.talk)")
          #expect(outcome.talk.contains("38") || outcome.output.contains("38"))
        }
        #expect(try lists.map { try network.run($0 + " --json").output } == before)
        #expect(try network.run("verify").status == 0)
      }
    }
  }

  @Test func `Views cut at any length answer as before`() throws {
    try NetworkOnDisk.with("forum-cibercrime") { network in
      let before = try network.run("member list --json").output
      let views = try Data(contentsOf: network.file("views.db"))
      for part in 1..<8 {
        try views.prefix(views.count * part / 8).write(to: network.file("views.db"))
        #expect(try network.run("member list --json").output == before, "\(part) of 8")
      }
    }
  }

  @Test func `Rebuilding twice gives the same file and changes no byte of the log`() throws {
    try NetworkOnDisk.with("forum-cibercrime") { network in
      let log = try Data(contentsOf: network.file("log.db"))
      #expect(try network.run("rebuild").status == 0)
      let views = try Data(contentsOf: network.file("views.db"))
      #expect(try network.run("rebuild").status == 0)
      #expect(try Data(contentsOf: network.file("views.db")) == views)
      #expect(try Data(contentsOf: network.file("log.db")) == log)
    }
  }

  @Test func `Where there is no log there is nothing to rebuild`() throws {
    try Program.withFolder { folder in
      try Data().write(to: folder.appending(path: "network.yaml"))
      let outcome = try Program.run(["-C", folder.path, "rebuild"])
      #expect(outcome.status == 66)
      #expect(outcome.talk.hasSuffix("[network-unfounded]\n"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["network.yaml"])
    }
  }

  @Test func `A damaged log is not rebuilt into views that look whole`() throws {
    try NetworkOnDisk.with("forum-cibercrime") { network in
      let whole = try Data(contentsOf: network.file("log.db"))
      try whole.prefix(whole.count / 2).write(to: network.file("log.db"))
      let outcome = try network.run("rebuild")
      #expect(outcome.status == 65)
      #expect(outcome.talk.hasSuffix("[database-damaged]\n"))
    }
  }
}
