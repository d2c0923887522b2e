import Governance
import TestKit
import Testing
import Values

/// Minutes tell when coming and going took the quorum away, or brought it back.
@Suite struct MinutesQuorumTests {
  /// A plenary of four members and an observer, opened by some, with others coming (`+`) and going (`-`).
  private func statements(_ present: [String], _ moves: [String]) throws -> [Governance.Statement] {
    let network = try SampleNetwork()
    for member in ["ES", "FR", "MT", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.record(
      "member admit", ["member": ["NO"], "class": ["observer"]], on: "2026-01-10")
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-03-20"]], on: "2026-02-01")
    try network.record("meeting convene", ["meeting": ["plenary-1"]], on: "2026-02-02")
    try network.record(
      "meeting open", ["meeting": ["plenary-1"], "present": present], on: "2026-03-20")
    for move in moves {
      try network.record(
        move.hasPrefix("+") ? "attendance arrive" : "attendance leave",
        ["meeting": ["plenary-1"], "member": [String(move.dropFirst())]], on: "2026-03-20")
    }
    return try SampleSitting.file(network).record.statements
  }

  private func quorum(_ statements: [Governance.Statement]) -> [String] {
    statements.filter { ["quorum-lost", "quorum-restored"].contains($0.code) }.map { said in
      let numbers = ["found", "base", "needed"].map { said.values[$0] ?? .text("?") }
      return "\(said.code) \(numbers)"
    }
  }

  private func told(_ code: String, _ found: Int) -> String {
    "\(code) \([Failure.Value.int(found), .int(4), .int(3)])"
  }

  @Test func `The delegation whose leaving breaks the quorum is followed by the count`() throws {
    let said = try statements(["ES", "FR", "MT"], ["-MT"])
    #expect(quorum(said) == [told("quorum-lost", 2)])
    let codes = said.map(\.code)
    let left = try #require(codes.firstIndex(of: "left"))
    #expect(codes[left + 1] == "quorum-lost")
    #expect(said[left + 1].events.contains(try #require(said[left].events.last)))
  }

  @Test func `It is told again when the quorum is back, and not at each step between`() throws {
    let said = try statements(["ES", "FR", "MT"], ["-MT", "-FR", "+PT", "+MT", "-ES"])
    #expect(
      quorum(said) == [
        told("quorum-lost", 2), told("quorum-restored", 3), told("quorum-lost", 2),
      ])
  }

  @Test(arguments: [
    (["ES", "FR", "MT", "PT"], ["-PT"]), (["ES", "FR", "MT", "NO"], ["-NO"]),
    (["ES", "FR", "MT"], ["+NO", "+PT", "-PT"]), (["ES", "FR", "MT"], []),
  ])
  func `What leaves the quorum as it was is not told`(
    _ row: (present: [String], moves: [String])
  ) throws {
    let said = try statements(row.present, row.moves)
    #expect(quorum(said) == [])
  }

  // MARK: - Proxies that count for it

  /// The same plenary under rules by which a member counts whom another one represents: MT by FR, PT by ES.
  private func represented(
    _ present: [String], _ moves: [String], presence: Bool = true
  ) throws -> [Governance.Statement] {
    let line = "      quorum: {more_than: 1/2, of: members, source: assumption}"
    let proxies = "\n      proxies: {per_holder: 2, quorum: true, source: assumption}"
    let network = try SampleNetwork(
      under: SampleSitting.resolved(SampleRules.text.replacing(line, with: line + proxies)))
    for member in ["ES", "FR", "MT", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    for (giver, holder) in [("MT", "FR"), ("PT", "ES")] {
      try network.record(
        "proxy give",
        [
          "giver": [giver], "holder": [holder], "body": ["plenary"], "presence": ["\(presence)"],
        ], on: "2026-02-01")
    }
    try network.convene("plenary-1", for: "2026-03-20", on: "2026-02-02")
    try network.open("plenary-1", on: "2026-03-20", present: present)
    for move in moves { try record(move, in: network) }
    return try SampleSitting.file(network).record.statements
  }

  /// `+MT` comes, `-MT` goes, `x1 10:00` takes the first proxy back, `MT=FR` gives one.
  private func record(_ move: String, in network: SampleNetwork) throws {
    let words = move.split(whereSeparator: { " =".contains($0) }).map(String.init)
    let member = String(move.dropFirst())
    switch move.prefix(1) {
    case "+", "-":
      try network.record(
        move.hasPrefix("+") ? "attendance arrive" : "attendance leave",
        ["meeting": ["plenary-1"], "member": [member]], on: "2026-03-20")
    case "x":
      var fields = ["proxy": ["X-\(words[0].dropFirst())"]]
      fields["time"] = words.count > 1 ? [words[1]] : nil
      try network.record("proxy revoke", fields, on: "2026-03-20")
    default:
      try network.record(
        "proxy give",
        ["giver": [words[0]], "holder": [words[1]], "body": ["plenary"], "presence": ["true"]],
        on: "2026-03-20")
    }
  }

  @Test func `Who takes a proxy along takes two away from the quorum`() throws {
    let said = try represented(["ES", "FR"], ["-FR"])
    #expect(said.first { $0.code == "quorum" }?.values["proxied"] == .text("yes"))
    #expect(quorum(said) == [told("quorum-lost", 2)])
    #expect(said.first { $0.code == "quorum-lost" }?.values["proxied"] == .text("yes"))
  }

  @Test func `A member that comes itself is not counted by its proxy too`() throws {
    #expect(quorum(try represented(["ES", "FR"], ["+MT", "-MT"])) == [])
    #expect(
      quorum(try represented(["ES", "FR"], ["-FR", "+MT"])) == [
        told("quorum-lost", 2), told("quorum-restored", 3),
      ])
  }

  @Test func `A proxy that is taken back or given during the meeting is told, with the quorum`()
    throws
  {
    let said = try represented(["ES", "FR"], ["x1 10:00", "x2", "MT=FR"])
    let codes = said.map(\.code).filter { $0.hasPrefix("proxy-") || $0.hasPrefix("quorum-") }
    #expect(
      codes == [
        "proxy-revoked", "proxy-revoked", "quorum-lost", "proxy-given", "quorum-restored",
      ])
    #expect(quorum(said) == [told("quorum-lost", 2), told("quorum-restored", 3)])
    let turns = said.filter { $0.code.hasPrefix("proxy-") }
    #expect(
      turns.map { $0.values["proxies"] } == [
        .list(["MT (FR)"]), .list(["PT (ES)"]), .list(["MT (FR)"]),
      ])
    #expect(turns[0].values["time"] == .text("10:00") && turns[1].values["timed"] == .text("no"))
  }

  @Test func `Proxies of before the opening are told with it, and with no turn of theirs`() throws {
    let said = try represented(["ES", "FR"], [])
    #expect(!said.contains { $0.code.hasPrefix("proxy-") })
    let proxies = try #require(said.first { $0.code == "proxies" })
    #expect(proxies.values["clause"] == .text("bodies.plenary.proxies"))
    let counted = try #require(said.first { $0.code == "quorum" })
    #expect(counted.values["clause"] == .text("bodies.plenary.quorum"))
    #expect(counted.values["ruled"] == .text("yes"))
  }

  @Test func `A proxy for the vote alone counts for no quorum`() throws {
    let said = try represented(["ES", "FR", "MT"], ["-MT"], presence: false)
    #expect(said.first { $0.code == "quorum" }?.values["proxied"] == .text("no"))
    #expect(quorum(said) == [told("quorum-lost", 2)])
    #expect(said.first { $0.code == "quorum-lost" }?.values["proxied"] == .text("no"))
  }
}
