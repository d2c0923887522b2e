import Foundation
import Testing
import Values

@testable import admin

/// `admin archive`: the whole network in one file, and back.
@Suite struct ArchiveCommandTests {
  @Test func `The same network gives the same bytes, before and after it was moved`() throws {
    try CopyStage.with { stage in
      _ = try stage.stage.publish()
      for name in ["a.tar", "b.tar"] { stage.expectDone(stage.run("archive @/\(name)")) }
      #expect(try stage.bytes("a.tar") == stage.bytes("b.tar"))
      stage.expectDone(stage.run("restore @/a.tar @/moved --keys \(stage.network.folder)/keys.db"))
      #expect(try stage.head(of: "moved") == stage.head())
      stage.expectDone(stage.run("archive @/c.tar", in: "moved"))
      #expect(try stage.bytes("a.tar") == stage.bytes("c.tar"))
      stage.expectDone(stage.run("member admit ES --class member --quiet", in: "moved"))
      #expect(try stage.head(of: "moved") != nil)
    }
  }

  @Test func `It records nothing, and is made from nothing that is not whole`() throws {
    try CopyStage.with { stage in
      let count = stage.network.eventCount
      let told = try JSON(parsing: stage.run("archive @/a.tar --json").output)
      #expect(told["events"]?.int == count.map { Int64($0) })
      #expect(stage.network.eventCount == count)
      #expect(stage.run("archive @/a.tar").status == .cannotCreate)
      try Data(repeating: 7, count: 9_000).write(
        to: URL(filePath: stage.network.folder + "/log.db"))
      #expect(stage.run("archive @/b.tar").status != .done)
      #expect(try stage.names(in: "") == ["a.tar"])
    }
  }

  @Test func `No name of a person, no key and no passphrase is in it`() throws {
    try CopyStage.with { stage in
      stage.expectDone(stage.run("person add 'Zacarias Quitério' --quiet"))
      stage.expectDone(stage.run("archive @/a.tar"))
      let bytes = try stage.bytes("a.tar")
      for word in ["Zacarias", "keys.db", "argon2id", ProofStage.passphrase] {
        #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)")
      }
    }
  }

  @Test(arguments: [10, 130, 155, 260, 400])
  func `An archive whose headers were changed is refused, and nothing is made`(_ place: Int) throws
  {
    try CopyStage.with { stage in
      stage.expectDone(stage.run("archive @/a.tar"))
      var bytes = try stage.bytes("a.tar")
      bytes[place] ^= 0x11
      try bytes.write(to: URL(filePath: stage.path("b.tar")))
      let told = stage.run("restore @/b.tar @/again")
      #expect(told.status != .done && told.output.isEmpty, "\(told.talk)")
      #expect(!stage.exists("again"))
    }
  }

  @Test func `What came out of an archive signs nothing under the old name`() throws {
    try CopyStage.with { stage in
      stage.expectDone(stage.run("archive @/a.tar"))
      let told = stage.run("restore @/a.tar @/moved")
      #expect(told.talk.contains(ProofStage.name))
      try FileManager.default.copyItem(
        atPath: stage.network.folder + "/signing", toPath: stage.path("moved/signing"))
      let line = "checkpoint publish --passphrase-file \(stage.network.folder)/passphrase"
      #expect(stage.run(line, in: "moved").talk.hasSuffix("[origin-closed]\n"))
    }
  }
}
