import EventStore
import Governance
import TestKit
import Testing
import Values

/// The form of an address is looked at when an act is asked for, and never of what stands sealed in the log.
@Suite struct AddressTests {
  private static let unreadable = [
    "dara", "dara@", "@example.org", "a@b@c", "a@@b", "a@b@", "dara example@example.org",
    "a@b.org, c@d.org",
    "a@b;c", "a@\tb",
  ]

  /// A network with one person, without an address.
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    try network.record("person add", ["name": ["Ana"]])
    return network
  }

  private func command(_ address: String, _ act: String) throws -> any ActCommand {
    let type = try #require(ActCatalogue.command(named: act))
    return try type.init(ActInput(type.kind, Self.fields(address, of: act)))
  }

  private static func fields(_ address: String, of act: String) -> [String: [String]] {
    act == "person add"
      ? ["name": ["Dara"], "email": [address]] : ["person": ["H-1"], "email": [address]]
  }

  @Test(arguments: unreadable)
  func `An address that nobody can write to is refused without being repeated`(_ address: String)
    throws
  {
    for act in ["person add", "person edit"] {
      let command = try command(address, act)
      let refusal = try #require(throws: Refusal.self) { try command.checkWords() }
      #expect(refusal.code.name == "address-unreadable" && refusal.code.exit == .badData)
      #expect(refusal.values.isEmpty)
      #expect(refusal.ways == [Note("write-address")])
    }
  }

  @Test(arguments: [
    "ana@example.org", "ana.sousa+net@tribunal.example", "ana@xn--e1afmkfd.example", "a@b",
  ])
  func `An address with one sign between two parts is taken`(_ address: String) throws {
    for act in ["person add", "person edit"] {
      try command(address, act).checkWords()
      let recorded = try network().record(act, Self.fields(address, of: act))
      #expect(recorded.verdict == .accepted)
    }
  }

  @Test(arguments: ["person add", "person edit"], [Registrar.Mode.recording, .trial])
  func `Nothing is recorded of an act whose address is refused`(
    _ act: String, _ mode: Registrar.Mode
  ) throws {
    let network = try network()
    let before = try network.log.head()
    #expect(throws: Refusal.self) {
      try network.record(act, Self.fields("dara", of: act), mode: mode)
    }
    #expect(try network.log.head() == before)
  }

  @Test func `Without an address nothing is asked of it`() throws {
    let network = try network()
    let answer = try network.record("person edit", ["person": ["H-1"], "phone": ["+351 21"]])
    #expect(answer.verdict == .accepted)
  }

  @Test func `An act that was sealed is decided again as it was`() throws {
    let network = try network()
    try network.record("person add", ["name": ["Bea"], "email": ["bea@example.org"]])
    try network.record("person edit", ["person": ["H-2"], "email": ["b@example.org"]])
    let outcomes = try Recheck.outcomes(of: nil, in: network.log)
    #expect(outcomes.count == 4)
    #expect(outcomes.values.allSatisfy { $0 == .same })
  }

  @Test func `An address cannot be put into an event by a correction`() throws {
    let network = try network()
    let refusal = try #require(throws: Refusal.self) {
      try network.record(
        "event correct", ["event": ["2"], "set": ["email=dara"], "reason": ["typo"]])
    }
    #expect(refusal.code.name == "key-unknown")
  }
}
