import Foundation
import Testing
import Values

@testable import admin

/// A key that ended leaves no secret behind that somebody could use.
@Suite struct EndedKeyTests {
  private static func secrets(_ network: SampleNetwork) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: network.folder + "/signing")
    return (names ?? []).sorted()
  }

  private static func id(_ stage: ProofStage) throws -> String {
    String(try #require(stage.key.split(separator: "+").dropFirst().first))
  }

  @Test func `With the end of a key its sealed secret goes, and what it signed stays good`() throws
  {
    try ProofStage.with { stage in
      let id = try Self.id(stage)
      let note = try stage.publish()
      #expect(Self.secrets(stage.network) == ["\(id).key"])
      #expect(stage.run("key end \(id) --reason moved").status == .done)
      #expect(Self.secrets(stage.network).isEmpty)
      let path = try stage.network.file("checkpoint.note", note)
      #expect(stage.verify(path).status == .done)
      #expect(stage.run("verify").status == .done)
    }
  }

  @Test func `A trial of the end leaves the secret`() throws {
    try ProofStage.with { stage in
      let id = try Self.id(stage)
      #expect(stage.run("key end \(id) --dry-run").status == .done)
      #expect(Self.secrets(stage.network).count == 1)
      #expect(try stage.publish().hasPrefix(ProofStage.name))
    }
  }

  @Test func `An end that is refused leaves the other secret`() throws {
    try ProofStage.with { stage in
      #expect(stage.run("key end 00000000").status == .notFound)
      #expect(Self.secrets(stage.network).count == 1)
    }
  }

  @Test func `A secret that a broken end left goes with the next act on keys`() throws {
    try ProofStage.with { stage in
      let id = try Self.id(stage)
      let (name, folder) = ("\(id).key", stage.network.folder + "/signing/")
      let bytes = try Data(contentsOf: URL(filePath: folder + name))
      #expect(stage.run("key end \(id)").status == .done)
      try bytes.write(to: URL(filePath: folder + name))
      let other = try ProofStage.addKey(to: stage.network, "--name nep.example/second")
      let second = try #require(other.split(separator: "+").dropFirst().first)
      #expect(Self.secrets(stage.network) == ["\(second).key"])
    }
  }

  @Test func `An end in an import file takes the secret as well`() throws {
    try ProofStage.with { stage in
      let id = try Self.id(stage)
      let text = "- {do: key end, id: '\(id)'}\n"
      let path = try stage.network.file("end.yaml", text)
      #expect(stage.run("import \(path)").status == .done)
      #expect(Self.secrets(stage.network).isEmpty)
    }
  }
}
