import Foundation
import Testing
import Values

@testable import admin

/// Acts for two persons as they are typed, one person after the other.
@Suite struct ApprovalCommandsTests {
  private static let rule = """
    two_persons: {acts: [person_erase, rules_adopt, key_add, key_rotate, key_end], within: P7D, source: assumption}

    """

  /// A network whose founding rules leave the grave acts to two persons.
  static func with(_ body: (SampleNetwork) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let network = SampleNetwork(folder: root.path)
    let plugin = SampleNetwork.policies.appending(path: "networks/ejcn.yaml").path
    let made = Outcome(
      ["init", "--template", plugin, root.path], ["ACTA_NOW": network.now], tree: .all)
    #expect(made.status == .done, "\(made.talk)")
    let rules = try String(contentsOfFile: root.path + "/network.yaml", encoding: .utf8)
    _ = try network.file("network.yaml", rules + "\n" + rule)
    for line in ["apply --founding -q", "person add 'Ana Sousa' --email ana@example.org -q"] {
      let told = network.run(line)
      #expect(told.status == .done, "\(line): \(told.talk)")
    }
    try body(network)
  }

  private static func secrets(_ network: SampleNetwork) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: network.folder + "/signing")
    return (names ?? []).sorted()
  }

  /// Asks for a key as `ana`; the secret waits sealed.
  private static func askForKey(_ network: SampleNetwork, _ line: String) throws -> Outcome {
    let path = try network.file("passphrase", ProofStage.passphrase + "\n")
    return network.run("\(line) --passphrase-file \(path) --as ana")
  }

  @Test func `The first person is told what waits, until when, and how it goes on`() throws {
    try Self.with { network in
      let told = network.run("person erase H-1 --basis law --as ana")
      #expect(told.status == .done, "\(told.talk)")
      #expect(told.output.contains("approval.asked  A-1"))
      #expect(told.output.contains("until 30 November 2026"))
      #expect(told.output.contains("approval confirm A-1"))
      #expect(told.talk.contains(" approval show A-1"))
      #expect(network.run("person show H-1").output.contains("Ana Sousa"))
    }
  }

  @Test func `The second person confirms, and the words are gone from the folder`() throws {
    try Self.with { network in
      #expect(network.run("person erase H-1 --basis law --as ana").status == .done)
      let told = network.run("approval confirm A-1 --as rui")
      #expect(told.status == .done, "\(told.talk)")
      #expect(told.output.contains("person.erased  H-1"))
      #expect(told.output.contains("approval.confirmed  A-1"))
      #expect(network.run("person show H-1").output.contains("erased person H-1"))
      #expect(network.run("verify").status == .done)
    }
  }

  @Test func `The same person twice is refused, by the clause, and that is kept`() throws {
    try Self.with { network in
      #expect(network.run("person erase H-1 --basis law --as ana").status == .done)
      for _ in 1...5 {
        let told = network.run("approval confirm A-1 --as ana")
        #expect(told.status == .refused && told.talk.contains("Rule two_persons"))
      }
      let refused = try network.json("log list --refused").list ?? []
      #expect(refused.count == 5)
      #expect(network.run("person show H-1").output.contains("Ana Sousa"))
    }
  }

  @Test func `What is open can be listed, and by day what has lapsed`() throws {
    try Self.with { network in
      #expect(network.run("person erase H-1 --basis law --as ana").status == .done)
      let open = try network.json("approval list --filter state=open").list ?? []
      #expect(open.map { $0["approval"] } == ["A-1"] && open.first?["asked_by"] == "ana")
      let later = try network.json("approval show A-1 --as-of 2026-12-01")
      #expect(later["state"] == "lapsed")
      var late = network
      late.now = "2026-12-01T09:00:00Z"
      let told = late.run("approval confirm A-1 --as rui")
      #expect(told.status == .refused && told.talk.contains("ended on 30 November 2026"))
    }
  }

  @Test func `A new key waits with its secret, and comes into use when confirmed`() throws {
    try Self.with { network in
      let told = try Self.askForKey(network, "key add --name nep.example/log")
      #expect(told.status == .done, "\(told.talk)")
      #expect(Self.secrets(network).count == 1)
      let answer7 = try network.json("key list")
      #expect(answer7.list == [])
      #expect(network.run("approval confirm A-1 --as rui").status == .done)
      let key = try #require(try network.json("key list").list?.first?["key"]?.text)
      #expect(Self.secrets(network) == ["\(key).key"])
      let path = network.folder + "/passphrase"
      #expect(network.run("checkpoint publish --passphrase-file \(path)").status == .done)
    }
  }

  @Test func `The old secret goes when the rotation is confirmed, and not before`() throws {
    try Self.with { network in
      _ = try Self.askForKey(network, "key add --name nep.example/log")
      #expect(network.run("approval confirm A-1 --as rui").status == .done)
      let old = try #require(try network.json("key list").list?.first?["key"]?.text)
      #expect(try Self.askForKey(network, "key rotate \(old)").status == .done)
      #expect(Self.secrets(network).count == 2 && Self.secrets(network).contains("\(old).key"))
      #expect(network.run("approval confirm A-2 --as rui").status == .done)
      #expect(Self.secrets(network).count == 1 && !Self.secrets(network).contains("\(old).key"))
    }
  }

  @Test func `The secret of a key that was withdrawn goes`() throws {
    try Self.with { network in
      _ = try Self.askForKey(network, "key add --name nep.example/log")
      let told = network.run("approval withdraw A-1 --reason mistake --as ana")
      #expect(told.status == .done && Self.secrets(network).isEmpty, "\(told.talk)")
      let answer8 = try network.json("approval show A-1")
      #expect(answer8["reason"] == "mistake")
    }
  }

  @Test func `A trial asks for nothing`() throws {
    try Self.with { network in
      let count = network.eventCount
      let told = network.run("person erase H-1 --basis law --dry-run")
      #expect(told.status == .done && told.output.contains("approval.asked"))
      #expect(network.eventCount == count)
      #expect(network.run("approval list --json").output == "[]\n")
    }
  }

  @Test func `An explanation names both persons and the clause`() throws {
    try Self.with { network in
      _ = network.run("person erase H-1 --basis law --as ana")
      _ = network.run("approval confirm A-1 --as rui")
      let told = network.run("explain A-1")
      #expect(told.status == .done)
      #expect(told.output.contains("ana asked for it, and rui confirmed it"))
      #expect(told.output.contains("rule two_persons (assumption: nothing is published)"))
      let key = network.run("explain two_persons")
      #expect(key.status == .done && key.output.contains("another one confirms"))
    }
  }
}
