import Foundation
import Testing
import Values

@testable import admin

/// What was proved before an erasure can be proved after it.
@Suite struct ErasedProofTests {
  /// A network with a person, a checkpoint over it, and the position of the event that registered it.
  private static func with(_ body: (ProofStage, _ position: Int) throws -> Void) throws {
    try ProofStage.with { stage in
      #expect(stage.run("person add 'Ana Sousa' --email ana@example.org -q").status == .done)
      let position = try #require(stage.network.eventCount)
      _ = try stage.publish()
      try body(stage, position)
    }
  }

  private static func extract(_ stage: ProofStage, _ position: Int) throws -> String {
    let told = stage.run("log extract \(position)")
    #expect(told.status == .done, "\(told.talk)")
    return told.output
  }

  @Test func `The extract of an event is the same, byte for byte, before and after`() throws {
    try Self.with { stage, position in
      let before = try Self.extract(stage, position)
      #expect(stage.run("person erase H-1 --basis law -q").status == .done)
      let after = try Self.extract(stage, position)
      #expect(before == after)
      #expect(!after.contains("Ana Sousa") && !after.contains("ana@example.org"))
      let path = try stage.network.file("extract.json", after)
      #expect(stage.verify(path).status == .done)
    }
  }

  @Test func `A checkpoint from before is borne out, and a new one grows from it`() throws {
    try Self.with { stage, _ in
      #expect(stage.run("person erase H-1 --basis law -q").status == .done)
      let verified = try stage.network.json("verify")
      #expect(verified["whole"] == true && verified["checkpoints"]?.list?.count == 1)
      _ = try stage.publish()
      #expect(try stage.network.json("verify")["checkpoints"]?.list?.count == 2)
    }
  }

  @Test func `The erasure itself can be proved to somebody who has only the key`() throws {
    try Self.with { stage, _ in
      #expect(stage.run("person erase H-1 --basis 'GDPR art. 17(1)(a)' -q").status == .done)
      let position = try #require(stage.network.eventCount)
      _ = try stage.publish()
      let path = try stage.network.file("extract.json", try Self.extract(stage, position))
      let told = stage.verify(path)
      #expect(told.status == .done && told.output.contains("person.erased"))
    }
  }

  @Test func `A signed export checks as before, and holds no word`() throws {
    try Self.with { stage, _ in
      #expect(stage.run("person erase H-1 --basis law -q").status == .done)
      _ = try stage.publish()
      let told = stage.run("log export --signed")
      #expect(!told.output.contains("Ana") && told.output.contains("sealedhashes"))
      let path = try stage.network.file("events.jsonl", told.output)
      #expect(stage.verify(path).status == .done)
    }
  }
}
