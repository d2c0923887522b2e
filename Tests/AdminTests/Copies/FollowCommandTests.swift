import EventStore
import Foundation
import Testing
import Values

@testable import admin

/// `admin backup --since` and `admin follow`: a copy that keeps up, and may witness.
@Suite struct FollowCommandTests {
  private static func with(_ body: (CopyStage) throws -> Void) throws {
    try CopyStage.with { stage in
      stage.expectDone(stage.run("backup @/copy"))
      try body(stage)
    }
  }

  private static func grow(_ stage: CopyStage, _ code: String) {
    stage.expectDone(stage.run("member admit \(code) --class member --quiet"))
    #expect(stage.run("member admit \(code) --class member").status == .refused)
  }

  @Test(arguments: ["6", "1", "0", "@/copy"])
  func `A copy that is given what came since is level with the log`(_ since: String) throws {
    try Self.with { stage in
      Self.grow(stage, "ES")
      stage.expectDone(stage.run("backup @/shipped --since \(since)"))
      let told = stage.run("follow @/shipped @/copy")
      stage.expectDone(told)
      let (copy, original) = (try stage.head(of: "copy"), try stage.head())
      #expect(copy == original && copy != nil)
      stage.expectDone(stage.run("restore @/copy @/again"))
    }
  }

  @Test func `A later file begins where an earlier one ended`() throws {
    try Self.with { stage in
      for (index, code) in ["ES", "FR", "IT"].enumerated() {
        Self.grow(stage, code)
        let since = index == 0 ? "@/copy" : "@/shipped\(index - 1)"
        stage.expectDone(stage.run("backup @/shipped\(index) --since \(since)"))
      }
      let gap = stage.run("follow @/shipped2 @/copy")
      #expect(gap.status == .tryAgain && gap.talk.hasSuffix("[follow-gap]\n"))
      for index in 0..<3 { stage.expectDone(stage.run("follow @/shipped\(index) @/copy")) }
      #expect(try stage.head(of: "copy") == stage.head())
      let again = try JSON(parsing: stage.run("follow @/shipped1 @/copy --json").output)
      #expect(again["new"] == 0)
    }
  }

  @Test func `A log that was put back and went on otherwise is a fork`() throws {
    try Self.with { stage in
      try FileManager.default.copyItem(
        atPath: stage.network.folder, toPath: stage.path("other"))
      Self.grow(stage, "ES")
      stage.expectDone(stage.run("backup @/shipped --since @/copy"))
      stage.expectDone(stage.run("follow @/shipped @/copy"))
      let head = try stage.head(of: "copy")
      stage.expectDone(stage.run("member admit MT --class member --quiet", in: "other"))
      stage.expectDone(stage.run("backup @/forked --since 0", in: "other"))
      let told = stage.run("follow @/forked @/copy")
      #expect(told.status == .checkFailed && told.talk.hasSuffix("[follow-fork]\n"), "\(told.talk)")
      #expect(try stage.head(of: "copy") == head)
    }
  }

  @Test func `A network that is no copy follows nobody`() throws {
    try Self.with { stage in
      stage.expectDone(stage.run("backup @/shipped --since 1"))
      let told = stage.run("follow @/shipped \(stage.network.folder)")
      #expect(told.status == .notFound && told.talk.hasSuffix("[copy-missing]\n"))
    }
  }

  @Test(arguments: ["99", "-1", "soon", "@/nothing", "@/text"])
  func `What is no beginning is refused, and no file is made`(_ since: String) throws {
    try Self.with { stage in
      try stage.write("hello\n", to: "text")
      let told = stage.run("backup @/shipped --since=\(since)")
      #expect([.usage, .notFound].contains(told.status), "\(told.talk)")
      #expect(!stage.exists("shipped"))
    }
  }

  @Test func `A file that was cut off is refused by its place, and the copy stays`() throws {
    try Self.with { stage in
      Self.grow(stage, "ES")
      stage.expectDone(stage.run("backup @/shipped --since @/copy"))
      let text = String(decoding: try stage.bytes("shipped"), as: UTF8.self)
      let head = try stage.head(of: "copy")
      try stage.write(String(text.dropLast(9)), to: "cut")
      let told = stage.run("follow @/cut @/copy")
      #expect(told.status == .badData && told.talk.contains("cut:"), "\(told.talk)")
      try stage.write(text.replacingOccurrences(of: "member-ES", with: "member-EL"), to: "forged")
      #expect(stage.run("follow @/forged @/copy").status == .badData)
      #expect(try stage.head(of: "copy") == head)
    }
  }

  /// Every beginning gives a file that is whole by itself, from its first act to the head of the log.
  @Test(arguments: ["6", "3", "1", "0", "@/copy"])
  func `What is shipped is verified from its own start to the head that it names`(
    _ since: String
  ) throws {
    try Self.with { stage in
      for code in ["ES", "FR"] { Self.grow(stage, code) }
      stage.expectDone(stage.run("backup @/shipped --since \(since)"))
      let told = try JSON(parsing: stage.run("verify @/shipped --json").output)
      let whole = try JSON(parsing: stage.run("verify --json").output)
      #expect(told["whole"] == true && told["head"] == whole["head"])
      let (first, events) = (try #require(told["first"]?.int), try #require(told["events"]?.int))
      #expect(first + events - 1 == whole["events"]?.int)
      #expect((first == 1) == ["0", "1"].contains(since))
      let talk = stage.run("verify @/shipped").output
      let part = "events \(first) to \(first + events - 1)"
      #expect(talk.contains(part) == (first > 1), "\(talk)")
    }
  }

  @Test func `What is shipped and was changed or cut off is not whole`() throws {
    try Self.with { stage in
      for code in ["ES", "FR"] { Self.grow(stage, code) }
      stage.expectDone(stage.run("backup @/shipped --since @/copy"))
      let text = String(decoding: try stage.bytes("shipped"), as: UTF8.self)
      let lines = text.split(separator: "\n")
      for (name, changed) in [
        ("forged", text.replacingOccurrences(of: "member-FR", with: "member-FI")),
        ("cut", lines.dropLast().joined(separator: "\n") + "\n"),
        ("headless", lines.dropFirst().joined(separator: "\n") + "\n"),
      ] {
        try stage.write(changed, to: name)
        let told = stage.run("verify @/\(name)")
        #expect(told.status == .checkFailed, "\(name): \(told.output)")
        #expect(told.talk.hasSuffix("[log-broken]\n"), "\(name): \(told.talk)")
      }
    }
  }

  @Test func `A shipped checkpoint is held to its key, and its root to nothing yet`() throws {
    try Self.with { stage in
      Self.grow(stage, "ES")
      _ = try stage.stage.publish()
      stage.expectDone(stage.run("backup @/shipped --since @/copy"))
      #expect(stage.run("verify @/shipped").talk.hasSuffix("[key-needed]\n"))
      let told = stage.run("verify @/shipped --key \(stage.stage.key)")
      stage.expectDone(told)
      #expect(told.talk.contains("admin follow"), "\(told.talk)")
      let stranger = try SigningKey(name: ProofStage.name, purpose: .checkpoint).key
      #expect(stage.run("verify @/shipped --key \(stranger.text)").status == .checkFailed)
    }
  }

  @Test func `The checkpoint comes along, and a witness cosigns what the copy holds`() throws {
    try Self.with { stage in
      Self.grow(stage, "ES")
      let note = try stage.stage.publish()
      stage.expectDone(stage.run("backup @/shipped --since @/copy"))
      stage.expectDone(stage.run("follow @/shipped @/copy"))
      #expect(stage.run("checkpoint show", in: "copy").output == note)
      try SampleNetwork.with { watcher in
        _ = try ProofStage.addKey(to: watcher, "--name watch.example/acta --purpose witness")
        let line =
          "witness confirm \(stage.path("copy")) --key \(stage.stage.key) "
          + "--passphrase-file \(watcher.folder)/passphrase"
        let told = watcher.run(line)
        #expect(told.status == .done && told.output.hasPrefix("\u{2014} watch.example/acta "))
        #expect(watcher.run(line).output.hasPrefix("\u{2014} "), "the same size may be asked again")
      }
    }
  }

  @Test func `A checkpoint that nobody of the log signed takes nothing along`() throws {
    try Self.with { stage in
      _ = try stage.stage.publish()
      stage.expectDone(stage.run("backup @/shipped --since @/copy"))
      let text = String(decoding: try stage.bytes("shipped"), as: UTF8.self)
      let forged = text.replacingOccurrences(of: ProofStage.name, with: "mal.example/log")
      try stage.write(forged, to: "forged")
      #expect(stage.run("follow @/forged @/copy").status != .done)
      #expect(stage.run("checkpoint list --json", in: "copy").output == "[]\n")
    }
  }
}
