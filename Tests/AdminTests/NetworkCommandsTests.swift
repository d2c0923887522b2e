import Foundation
import Testing
import Values

@testable import admin

@Suite struct NetworkCommandsTests {
  @Test func `A network is founded once, and a trial of it leaves nothing behind`() throws {
    try SampleNetwork.with { network in
      #expect(network.run("apply --founding").status == .refused)
      #expect(network.eventCount == 2)
    }
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let plugin = SampleNetwork.policies.appending(path: "networks/ejcn.yaml").path
    _ = Outcome(["init", "--template", plugin, root.path], [:], ScriptedTerminal(), tree: .all)
    let trial = Outcome(
      ["-C", root.path, "apply", "--founding", "-n"], [:], ScriptedTerminal(), tree: .all)
    #expect(trial.status == .done)
    let names = try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
    #expect(names == ["cases.yaml", "network.yaml"])
  }

  @Test func `Rules with errors are not applied`() throws {
    try SampleNetwork.with { network in
      _ = try network.file("network.yaml", "format: plugin/1\nid: ejcn\n")
      let outcome = network.run("apply --adopted-by D-1")
      #expect(outcome.status == .badData)
      #expect(outcome.talk.contains("network.yaml:1:1: error "))
      #expect(network.run("apply").status == .badData)
    }
  }

  @Test func `How rules are to be applied has to be said`() throws {
    try SampleNetwork.with { network in
      #expect(network.run("apply").talk.hasSuffix("[apply-undecided]\n"))
      #expect(network.run("apply --founding --adopted-by D-1").status == .usage)
    }
  }

  @Test(arguments: ["ejcn", "ciberred", "forum-cibercrime"])
  func `The public past of each network is recorded, verified, and not twice`(_ name: String) throws
  {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let network = SampleNetwork(folder: root.path)
    let policies = SampleNetwork.policies.path
    _ = Outcome(
      ["init", "--template", "\(policies)/networks/\(name).yaml", root.path], [:],
      ScriptedTerminal(), tree: .all)
    #expect(network.run("apply --founding").status == .done)
    let line = "import \(policies)/histories/\(name).yaml"
    let trial = network.run(line + " --dry-run -q")
    #expect(trial.status == .done, "\(trial.talk)")
    #expect(network.eventCount == 2)
    #expect(network.run(line + " -q").status == .done)
    let events = network.eventCount
    let again = network.run(line + " -q")
    #expect(again.status == .done)
    #expect(network.eventCount == events)
    #expect(network.run("verify").status == .done)
  }

  @Test func `An import records all or none`() throws {
    try SampleNetwork.with { network in
      let path = try network.file(
        "acts.yaml",
        """
        - {do: member admit, member: PT, class: member}
        - {do: member admit, member: PT, class: member}

        """)
      let outcome = network.run("import \(path)")
      #expect(outcome.status == .refused)
      #expect(outcome.talk.hasPrefix("\(path):2:3: Refused: "))
      #expect(network.eventCount == 2)
      let object = try JSON(parsing: network.run("import \(path) --json").output)
      #expect(object["verdict"] == "refused" && object["line"] == 2)
    }
  }

  @Test(arguments: [
    ("an unknown act", "- {do: member adimt, member: PT}\n", "1:8: error import-act"),
    (
      "an unknown field", "- {do: member admit, member: PT, clas: x}\n", "1:34: error field-unknown"
    ),
    ("a tab", "-\tdo: member admit\n", "1:2: error yaml-tab"),
    ("no list", "do: member admit\n", "1:1: error import-shape"),
    ("a duplicate key", "- {do: member admit, do: member end}\n", "1:22: error yaml-duplicate-key"),
    ("an unclosed bracket", "- {do: member admit\n", "error yaml-"),
  ])
  func `A file of acts that cannot be read is refused with its places`(
    _ row: (name: String, text: String, finding: String)
  ) throws {
    try SampleNetwork.with { network in
      let path = try network.file("acts.yaml", row.text)
      let outcome = network.run("import \(path)")
      #expect(outcome.status == .badData, "\(row.name)")
      #expect(outcome.talk.contains(row.finding), "\(row.name): \(outcome.talk)")
      #expect(network.eventCount == 2, "\(row.name)")
    }
  }

  @Test func `NO unquoted is Norway`() throws {
    try SampleNetwork.with { network in
      let path = try network.file(
        "acts.yaml", "- {do: member admit, member: NO, class: observer}\n")
      #expect(network.run("import \(path)").status == .done)
      #expect(try network.json("member show NO")["class"] == "observer")
    }
  }

  @Test func `A changed log is found`() throws {
    try SampleNetwork.with { network in
      _ = network.run("member admit PT --class member")
      let whole = network.run("verify")
      #expect(whole.output.hasPrefix("verified 3 events, head "))
      let copy = network.folder + "/copy.db"
      let bytes = try Data(contentsOf: URL(filePath: network.folder + "/log.db"))
      try bytes.write(to: URL(filePath: copy))
      #expect(network.run("verify \(copy)").status == .done)
      var damaged = bytes
      let place = try #require(bytes.range(of: Data("member.admitted".utf8)))
      damaged[place.lowerBound] ^= 1
      try damaged.write(to: URL(filePath: copy))
      let found = network.run("verify \(copy) --json")
      #expect(found.status == .checkFailed)
      #expect(try JSON(parsing: found.output)["whole"] == false)
    }
  }

  @Test func `Views that were deleted come back the same`() throws {
    try SampleNetwork.with { network in
      _ = network.run("member admit PT --class member")
      let before = network.run("member list --json").output
      try FileManager.default.removeItem(atPath: network.folder + "/views.db")
      #expect(network.run("rebuild").status == .done)
      #expect(network.run("member list --json").output == before)
    }
  }

  @Test func `Status says where a network stands, before the founding too`() throws {
    try SampleNetwork.with { network in
      _ = network.run("member admit PT --class member")
      let status = try network.json("status")
      #expect(status["network"] == "ejcn" && status["head"] == 3 && status["members"] == 1)
    }
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try Data().write(to: root.appending(path: "network.yaml"))
    let bare = Outcome(["-C", root.path, "status"], [:], ScriptedTerminal(), tree: .all)
    #expect(bare.status == .done)
    #expect(bare.talk.contains("admin apply --founding"))
  }

  @Test func `What was known at a position is what the log said then`() throws {
    try SampleNetwork.with { network in
      _ = network.run("member admit PT --class member --effective 2016-11-24")
      _ = network.run("member admit ES --class member --effective 2016-11-24")
      let then = try network.json("member list --known-at 3").list ?? []
      #expect(then.map { $0["member"] } == ["PT"])
      #expect(network.memberCount == 2)
    }
  }
}
