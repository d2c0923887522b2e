import Foundation
import TestKit
import Testing
import Values

@testable import admin

/// `verify FILE` with nothing but the public key that was given.
@Suite struct VerifyFileTests {
  /// Whether the words of an outcome are those of a check that failed.
  private static func isRefused(_ outcome: Outcome) -> Bool {
    outcome.status == .checkFailed && !outcome.output.contains("stands in the log")
  }

  @Test func `An extract of each event holds, and says what it is about`() throws {
    try ProofStage.with { stage in
      _ = try stage.publish()
      let count = try #require(stage.network.eventCount)
      for position in 1...count {
        let told = stage.run("log extract \(position)")
        let path = try stage.network.file("extract", told.output)
        let verified = stage.verify(path)
        #expect(verified.status == .done, "\(verified.talk)")
        #expect(verified.output.hasPrefix("The event \(position) ("))
      }
    }
  }

  @Test func `A refused act has an extract too`() throws {
    try ProofStage.with { stage in
      _ = try stage.publish()
      let told = stage.run("log extract \(try stage.refused())")
      #expect(told.output.contains("notice-too-short"))
      let path = try stage.network.file("extract", told.output)
      #expect(stage.verify(path).output.hasPrefix("The act brought no event."))
      #expect(
        try JSON(parsing: stage.run("verify \(path) --key \(stage.key) --json").output)["whole"]
          == true)
    }
  }

  @Test(arguments: ["0", "99", "nobody", "-1"])
  func `What the log does not have has no extract`(_ target: String) throws {
    try ProofStage.with { stage in
      _ = try stage.publish()
      let told = stage.run("log extract -- \(target)")
      #expect(told.status == .notFound && told.output.isEmpty, "\(told.talk)")
    }
  }

  @Test func `One letter changed in an extract is refused, and told what does not fit`() throws {
    try ProofStage.with { stage in
      _ = try stage.publish()
      let text = stage.run("log extract 3").output
      let forged = text.components(separatedBy: "\"class\": \"member\"").joined(
        separator: "\"class\": \"mender\"")
      #expect(forged != text)
      let told = stage.verify(try stage.network.file("extract", forged))
      #expect(Self.isRefused(told) && told.talk.contains("what is readable does not fit"))
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `A bit changed in an extract or an export is refused, or the file reads the same`(
    _ seed: UInt64
  ) throws {
    try ProofStage.with { stage in
      _ = try stage.publish()
      var generator = Seeded(seed: seed)
      for line in ["log extract 3", "log export --signed"] {
        let whole = Array(stage.run(line).output.utf8)
        for _ in 0..<60 {
          var bytes = whole
          let index = Int.random(in: bytes.indices, using: &generator)
          bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
          let path = stage.network.folder + "/changed"
          try Data(bytes).write(to: URL(filePath: path))
          #expect(Self.isRefused(stage.verify(path)), "\(line), byte \(index)")
        }
      }
    }
  }

  @Test func `The key in the file does not count, and without a key nothing is believed`() throws {
    try ProofStage.with { stage in
      _ = try stage.publish()
      let path = try stage.network.file("extract", stage.run("log extract 1").output)
      let bare = stage.run("verify \(path)")
      #expect(bare.status == .usage && bare.talk.hasSuffix("[key-needed]\n"))
      let other = "nep.example/log+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
      let unreadable = stage.verify(path, by: other)
      #expect(unreadable.status == .usage && unreadable.talk.hasSuffix("[option-unreadable]\n"))
      let peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
      let told = stage.verify(path, by: peter)
      #expect(Self.isRefused(told) && told.talk.contains("the public key does not fit"))
    }
  }

  @Test func `An export verifies by itself, and with its checkpoint by the key`() throws {
    try ProofStage.with { stage in
      _ = try stage.publish()
      let count = try #require(stage.network.eventCount)
      let plain = try stage.network.file("plain", stage.run("log export").output)
      let told = stage.run("verify \(plain)")
      #expect(told.status == .done && told.output.hasPrefix("verified \(count) events, head "))
      let signed = try stage.network.file("signed", stage.run("log export --signed").output)
      let both = stage.verify(signed)
      #expect(both.status == .done && both.output.split(separator: "\n").count == 2)
      #expect(stage.run("verify \(signed)").talk.hasSuffix("[key-needed]\n"))
      #expect(stage.verify(plain).talk.hasSuffix("[checkpoint-missing]\n"))
    }
  }

  @Test func `An export is of a log that went on after the checkpoint too`() throws {
    try ProofStage.with { stage in
      _ = try stage.publish()
      _ = stage.run("member admit ES --class member")
      _ = stage.run("meeting convene plenary-1 --agenda Again")
      let signed = try stage.network.file("signed", stage.run("log export --signed").output)
      #expect(stage.verify(signed).status == .done)
    }
  }

  /// A line taken away, doubled or moved.
  @Test(arguments: ["first", "middle", "last", "doubled", "moved", "added"])
  func `An export with lines gone, doubled or moved is refused with the position`(_ fault: String)
    throws
  {
    try ProofStage.with { stage in
      var lines = stage.run("log export").output.split(separator: "\n").map(String.init)
      switch fault {
      case "first": lines.removeFirst()
      case "middle": lines.remove(at: 1)
      case "doubled": lines.insert(lines[1], at: 1)
      case "moved": lines.swapAt(1, 2)
      case "added": lines.append("{}")
      default: lines[lines.count - 1] = String(lines[lines.count - 1].dropLast(9))
      }
      let path = try stage.network.file("export", lines.map { $0 + "\n" }.joined())
      let told = stage.run("verify \(path)")
      #expect(told.status == .checkFailed && told.talk.hasSuffix("[log-broken]\n"))
    }
  }

  @Test func `An export holds no personal words, and the hashes of their ciphertexts`() throws {
    try SampleLog.with { folder in
      let told = Outcome(["-C", folder, "log", "export"], [:], ScriptedTerminal(), tree: .all)
      #expect(!told.output.contains("Ana"))
      let last = try JSON(parsing: String(told.output.split(separator: "\n").last ?? ""))
      #expect(last["sealed"] == "H-1/name" && last["sealedhashes"]?.text?.count == 64)
      let path = folder + "/export"
      try Data(told.output.utf8).write(to: URL(filePath: path))
      let verified = Outcome(["verify", path], [:], ScriptedTerminal(), tree: .all)
      #expect(verified.status == .done, "\(verified.talk)")
    }
  }
}
