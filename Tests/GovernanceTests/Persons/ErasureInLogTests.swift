import EventStore
import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// An erasure on its way through the log: what goes, and what stays as it was.
@Suite struct ErasureInLogTests {
  private static let basis = ["basis": ["GDPR art. 17(1)(a)"]]

  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    for act in SampleHistory.acts.prefix(30) {
      try network.record(act.name, act.fields, on: act.day)
    }
    return network
  }

  private func erase(
    _ network: SampleNetwork, _ person: String = "H-1", key: String? = nil,
    mode: Registrar.Mode = .recording
  ) throws -> Answer {
    try network.record(
      "person erase", ["person": [person]].merging(Self.basis) { $1 }, key: key, mode: mode)
  }

  private func words(_ network: SampleNetwork, of person: String = "H-1") throws -> [String?] {
    let stream = try #require(StreamName(category: "person", id: person))
    return try network.log.events(of: stream).flatMap { try network.log.unseal($0).values }
  }

  private func verified(_ network: SampleNetwork) throws -> Verification {
    try Verifier.verify(
      directory: network.log.directory, checkState: FoldCheck.holds, keys: KeysInLog.known,
      erasures: ErasuresInLog.known)
  }

  @Test func `The words are gone and the log is whole`() throws {
    let network = try network()
    #expect(try words(network) == ["Ana Example"])
    let answer = try erase(network)
    #expect(answer.verdict == .accepted && answer.events.map(\.type) == ["person.erased"])
    #expect(try words(network) == [nil])
    #expect(try network.log.remainders(of: "H-1") == [])
    #expect(try verified(network).findings == [])
    #expect(try words(network, of: "H-2") == ["Bea Example"])
  }

  @Test func `Every other state is what it was, so no count and no vote changed`() throws {
    let network = try network()
    let (states, events) = (try network.keptStates(), try network.eventLines())
    _ = try erase(network)
    let after = try network.keptStates()
    #expect(after.filter { $0.key != "person-H-1" } == states.filter { $0.key != "person-H-1" })
    #expect(try network.eventLines().dropLast() == events[...])
    #expect(try after == network.foldedStates())
  }

  @Test func `Asked again, it is the same act, and nothing more is recorded`() throws {
    let network = try network()
    let first = try erase(network)
    let head = try network.log.head()
    let second = try erase(network)
    #expect(second.isRepeated && second.command == first.command)
    #expect(second.events == first.events)
    #expect(try network.log.head() == head)
  }

  @Test func `An erasure that stopped after its record is told, and finished when asked again`()
    throws
  {
    let network = try network()
    let request = ActRequest(
      id: CommandID("half"),
      input: try ActInput(ErasePerson.kind, ["person": ["H-1"]].merging(Self.basis) { $1 }),
      actor: "secretariat", effective: PartialDay(SampleNetwork.today), today: SampleNetwork.today)
    let position = try network.log.write(now: SampleNetwork.now) { transaction in
      var session = Session(
        transaction, panel: GuardPanel(zones: .utc), inForce: RulesInForce())
      return try session.answer(request).events.first?.position
    }
    #expect(try network.log.remainders(of: "H-1") == [.key])
    let findings = try verified(network).findings
    #expect(findings.map(\.reason) == [.erasure] && findings.first?.position == position)
    #expect(try erase(network).isRepeated)
    #expect(try verified(network).findings == [])
  }

  @Test func `The same request under its key finishes it too`() throws {
    let network = try network()
    _ = try erase(network, key: "erasure")
    #expect(try erase(network, key: "erasure").isRepeated)
    #expect(try network.log.remainders(of: "H-1") == [])
  }

  @Test func `A trial erases nothing`() throws {
    let network = try network()
    let head = try network.log.head()
    let answer = try erase(network, mode: .trial)
    #expect(answer.events.map(\.type) == ["person.erased"])
    #expect(try words(network) == ["Ana Example"])
    #expect(try network.log.head() == head)
    #expect(try network.log.remainders(of: "H-1") == [.key, .ciphertext])
  }

  @Test func `A past that is taken over erases as well`() throws {
    let network = try network()
    let answer = try network.record(
      "person erase", ["person": ["H-1"]].merging(Self.basis) { $1 }, on: "2025-05-01")
    #expect(answer.verdict == .takenOver)
    #expect(try words(network) == [nil])
  }

  @Test func `An erasure in an import file is one`() throws {
    let network = try network()
    let text = "- {do: person erase, person: H-1, basis: law}\n"
    let entries = ImportFile.read(Array(text.utf8), file: "a.yaml", into: Findings())
    let header = ImportHeader(actor: "secretariat", today: SampleNetwork.today) { index in
      CommandID("import \(index)")
    }
    let answers = try network.registrar.record(entries, under: header, now: SampleNetwork.now)
    #expect(answers.map(\.verdict) == [.accepted])
    #expect(try words(network) == [nil])
    #expect(try verified(network).findings == [])
  }

  @Test func `Erasures are read from the log in their order`() throws {
    let network = try network()
    for person in ["H-2", "H-1"] { _ = try erase(network, person) }
    #expect(try ErasuresInLog.known(in: network.log).map(\.subject) == ["H-2", "H-1"])
    let positions = try ErasuresInLog.known(in: network.log).map(\.position)
    #expect(positions == positions.sorted())
    #expect(try positions.last == network.log.head().position)
  }

  @Test func `What was handed out is known afterwards, and what others got is not told`() throws {
    let network = try network()
    let person = try #require(PersonID("H-1"))
    #expect(try CopiesInLog.since(person, in: network.log).isEmpty)
    for name in ["H-2", "H-1"] { try network.record("person export", ["person": [name]]) }
    let copies = try CopiesInLog.since(person, in: network.log)
    #expect(copies.map(\.type) == ["person.exported"])
    #expect(copies.map(\.stream.id) == ["H-1"])
  }

  @Test func `A person whom the log does not know has no copies`() throws {
    let (network, person) = (try network(), try #require(PersonID("H-77")))
    #expect(try CopiesInLog.since(person, in: network.log).isEmpty)
  }

  @Test(arguments: UInt64(1)...4)
  func `However many are erased, the rest can be opened and the chain holds`(_ seed: UInt64) throws
  {
    let network = try SampleNetwork()
    var random = Seeded(seed: seed)
    for number in 1...12 {
      try network.record("person add", ["name": ["Person number \(number)"]])
    }
    let erased = Set((1...12).filter { _ in Bool.random(using: &random) })
    for number in erased.sorted() { _ = try erase(network, "H-\(number)") }
    for number in 1...12 {
      let expected: [String?] = erased.contains(number) ? [nil] : ["Person number \(number)"]
      #expect(try words(network, of: "H-\(number)") == expected)
    }
    #expect(try verified(network).findings == [])
  }
}
