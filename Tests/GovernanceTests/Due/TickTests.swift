import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// What is due by a moment, and that a tick records it once.
@Suite struct TickTests {
  private let zones = ZoneSource { _ in .utc }

  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork(under: SampleRules.withProcedures())
    for member in ["ES", "FR", "PT"] {
      try record("member admit", ["member": [member], "class": ["member"]], in: network)
    }
    return network
  }

  @discardableResult
  private func record(
    _ act: String, _ fields: [String: [String]], on day: String = "2026-06-01",
    in network: SampleNetwork
  ) throws -> Answer {
    let kind = try #require(ActCatalogue.command(named: act)).kind
    let request = ActRequest(
      id: .random(), input: try ActInput(kind, fields), actor: "secretariat",
      effective: try #require(PartialDay(day)), today: SampleNetwork.today)
    return try Registrar(network.log, zones: zones).record(request, now: SampleNetwork.now)
  }

  private func tick(
    _ moment: String, in network: SampleNetwork, mode: Registrar.Mode = .recording,
    by actor: String = "timer", later days: Int = 0
  ) throws -> [Ticked] {
    let now = SampleNetwork.now.microseconds + Int64(days) * 86_400_000_000
    return try Registrar(network.log, zones: zones).tick(
      by: #require(Instant(moment)), now: Instant(microseconds: now),
      today: Day(number: SampleNetwork.today.number + days), actor: actor, mode: mode)
  }

  /// Two votes by letter: P-1 runs until 10 June, P-2 until 8 June.
  private func running() throws -> SampleNetwork {
    let network = try network()
    for day in ["2026-06-03", "2026-06-01"] {
      try record("procedure open", ["rule": ["plain"], "title": [day]], on: day, in: network)
    }
    try record(
      "procedure answer", ["procedure": ["P-2"], "names": ["ES=for", "FR=for"]],
      on: "2026-06-04", in: network)
    return network
  }

  @Test func `Nothing due is an empty answer and an unchanged log`() throws {
    let network = try running()
    let head = try network.log.head()
    #expect(try tick("2026-06-07T23:59:59Z", in: network).isEmpty)
    #expect(try network.log.head() == head)
  }

  @Test func `What is due is recorded in the order in which it takes effect`() throws {
    let network = try running()
    let ticked = try tick("2026-11-23T09:00:00Z", in: network)
    #expect(ticked.map { $0.due.input.values["procedure"] } == [["P-2"], ["P-1"]])
    #expect(ticked.map(\.due.at.description).map { $0.prefix(10) } == ["2026-06-08", "2026-06-10"])
    #expect(ticked.map(\.answer.verdict) == [.accepted, .accepted])
    #expect(
      ticked.flatMap(\.answer.events).map { "\($0.stream) \($0.type) \($0.effective)" } == [
        "procedure-P-2 procedure.expired 2026-06-08",
        "deliberation-D-1 deliberation.adopted 2026-06-08",
        "procedure-P-1 procedure.expired 2026-06-10",
        "deliberation-D-2 deliberation.rejected 2026-06-10",
      ])
  }

  @Test func `By an earlier moment less is due, and the rest later`() throws {
    let network = try running()
    #expect(try tick("2026-06-08T00:00:00Z", in: network).map(\.answer.act) == ["procedure close"])
    #expect(
      try tick("2026-06-11T00:00:00Z", in: network).map { $0.due.input.values["procedure"] } == [
        ["P-1"]
      ])
  }

  @Test func `A second tick records nothing again`() throws {
    let network = try running()
    _ = try tick("2026-11-23T09:00:00Z", in: network)
    let head = try network.log.head()
    #expect(try tick("2026-11-23T09:00:00Z", in: network).isEmpty)
    #expect(try network.log.head() == head)
  }

  @Test func `A trial tells the same events and records nothing`() throws {
    let network = try running()
    let head = try network.log.head()
    let trial = try tick("2026-11-23T09:00:00Z", in: network, mode: .trial)
    #expect(try network.log.head() == head)
    let real = try tick("2026-11-23T09:00:00Z", in: network)
    #expect(trial.flatMap(\.answer.events) == real.flatMap(\.answer.events))
  }

  /// A vote by letter whose end a guard refuses.
  private func forbidden() throws -> SampleNetwork {
    let guarded = try SampleRules.withProcedures([
      (
        "governance:\n",
        """
        guards:
          - id: no.letters
            on: [procedure.expired]
            source: assumption
            require: "payload.rule != 'plain'"
            message: {en: "Not by letter."}
        governance:

        """
      )
    ])
    let network = try SampleNetwork(under: guarded)
    try record("member admit", ["member": ["PT"], "class": ["member"]], in: network)
    try record("procedure open", ["rule": ["plain"], "title": ["T"]], in: network)
    return network
  }

  @Test func `One that a guard refuses is told each time and recorded as refused once`() throws {
    let network = try forbidden()
    let first = try tick("2026-11-23T09:00:00Z", in: network)
    #expect(first.map(\.answer.verdict) == [.refused])
    #expect(first.first?.answer.reasons.refusals.map(\.rule) == ["no.letters"])
    let head = try network.log.head()
    let second = try tick("2026-11-23T09:00:00Z", in: network)
    #expect(second.map(\.answer.verdict) == [.refused])
    #expect(second.first?.answer.isRepeated == true)
    #expect(try network.log.head() == head)
  }

  @Test(arguments: [("another person", "ana", 0), ("the next day", "timer", 1)])
  func `What was refused is asked for anew, and nothing conflicts`(
    _ row: (name: String, actor: String, days: Int)
  ) throws {
    let network = try forbidden()
    let moment = "2026-11-23T09:00:00Z"
    #expect(try tick(moment, in: network).map(\.answer.verdict) == [.refused])
    for isAgain in [false, true] {
      let told = try tick(moment, in: network, by: row.actor, later: row.days)
      #expect(told.map(\.answer.verdict) == [.refused], "\(row.name)")
      #expect(told.first?.answer.isRepeated == isAgain, "\(row.name)")
    }
    let refused = try network.log.commands(after: 0, limit: 100).filter { $0.verdict == .refused }
    #expect(refused.map(\.actor) == ["timer", row.actor], "\(row.name)")
  }

  @Test func `A procedure that was broken or withdrawn is never due`() throws {
    let network = try running()
    for procedure in ["P-1", "P-2"] {
      try record(
        "procedure withdraw", ["procedure": [procedure], "reason": ["r"]], on: "2026-06-04",
        in: network)
    }
    #expect(try tick("2026-11-23T09:00:00Z", in: network).isEmpty)
  }

  @Test func `Every source names an act that can be asked for`() throws {
    #expect(!DueCatalogue.sources.isEmpty)
    for due in try tick("2026-11-23T09:00:00Z", in: running(), mode: .trial) {
      #expect(ActCatalogue.command(named: due.due.input.kind.name) != nil)
      #expect(!due.due.id.isEmpty)
    }
  }
}
