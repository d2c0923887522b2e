import EventStore
import TestKit
import Testing
import Values

@testable import Governance

/// Every act on its whole way: asked for, decided, appended, kept beside the events, and read again.
@Suite struct ActsThroughTheLogTests {
  /// An approval needs other rules and a second person, and procedures rules of their own, by which
  /// `ProcedureInLogTests` record each of them.
  @Test func `The history has every act but the founding, procedures and those of two persons`() {
    let names = Set(SampleHistory.acts.map(\.name))
    let others: Set = ["network found", "approval confirm", "approval withdraw"]
    let told = ActCatalogue.commands.map { $0.kind }.filter { $0.noun != "procedure" }
    #expect(names == Set(told.map(\.name)).subtracting(others))
  }

  @Test func `Each act is recorded, and the states kept equal a fold from the first event`() throws
  {
    let network = try SampleNetwork()
    for act in SampleHistory.acts {
      let answer = try network.record(act.name, act.fields, on: act.day)
      #expect(answer.verdict == .accepted, "\(act.name): \(answer.reasons.refusals)")
      #expect(!answer.events.isEmpty, "\(act.name)")
      #expect(try network.keptStates() == network.foldedStates(), "\(act.name)")
    }
  }

  @Test func `Each act keeps its events, its fields and its reasons for whoever asks later`() throws
  {
    let network = try SampleNetwork()
    for (index, act) in SampleHistory.acts.enumerated() {
      let answer = try network.record(act.name, act.fields, on: act.day, key: "act-\(index)")
      let kept = try #require(try network.log.command(CommandID("act-\(index)")), "\(act.name)")
      #expect(kept.name == act.name)
      #expect(kept.rules != nil, "\(act.name)")
      #expect(
        try Reasons(kept.answer).json.canonical == answer.reasons.json.canonical, "\(act.name)")
      #expect(kept.positions.map(Array.init) == answer.events.map(\.position), "\(act.name)")
      for event in answer.events {
        let recorded = try network.log.event(at: event.position)
        #expect(recorded?.data.canonical == event.data.canonical, "\(act.name)")
        #expect(recorded?.stream.text == event.stream, "\(act.name)")
      }
    }
  }

  /// The questions that the rules answered for the first act of each name, in their order.
  private static let questions: [String: [String]] = [
    "seat appoint": ["seat-class", "seat-maximum", "term"], "seat replace": ["term"],
    "alternate appoint": ["alternates"],
    "board rotate": ["rotation"], "board swap": ["rotation"], "board compose": ["rotation-none"],
    "parameter set": ["parameter"], "guard waive": ["waiver"], "role assign": ["role-filled"],
    "proxy give": ["proxies-held", "proxy-length"], "event register": ["guard"],
    "board elect": ["board-size", "term"],
    "meeting convene": ["notice"],
    "meeting open": ["quorum"], "deliberation record": ["quorum", "consensus"],
    "report publish": ["report-deadline"], "programme draft": ["programme-length"],
    "subgroup add": ["mandate-length"], "motion move": ["motion-step"],
    "invitation register": ["invitation-quota"],
    "subgroup amend": ["mandate-length"], "referral add": ["referral-route"],
    "referral forward": ["referral-route"],
    "election open": ["board-size"],
    "deliberation choose": ["quorum", "choice"],
    "election vote": ["quorum", "election-round"],
    "outbox write": ["reminder"],
  ]

  @Test func `An act that a rule decides keeps how, and any other keeps nothing`() throws {
    let network = try SampleNetwork()
    var seen: Set<String> = []
    for act in SampleHistory.acts {
      let answer = try network.record(act.name, act.fields, on: act.day)
      guard seen.insert(act.name).inserted else { continue }
      #expect(
        answer.reasons.derivations.map(\.question) == Self.questions[act.name] ?? [], "\(act.name)")
    }
  }

  private func entries(_ acts: some Sequence<SampleHistory.Act>) throws -> [ImportEntry] {
    try acts.map { act in
      let command = try #require(ActCatalogue.command(named: act.name))
      return ImportEntry(
        kind: command.kind, values: act.fields, places: [:], effective: PartialDay(act.day),
        note: nil, label: nil, place: nil)
    }
  }

  private var header: ImportHeader {
    ImportHeader(actor: "secretariat", today: SampleNetwork.today) { CommandID("import-\($0)") }
  }

  /// One transaction sees what its own acts did: versions, states, numbers, and the rules in force.
  @Test func `The same history in one import gives the same events and the same states`() throws {
    let (single, imported) = (try SampleNetwork(), try SampleNetwork())
    for act in SampleHistory.acts { try single.record(act.name, act.fields, on: act.day) }
    let answers = try imported.registrar.record(
      entries(SampleHistory.acts), under: header, now: SampleNetwork.now)
    #expect(answers.allSatisfy { $0.verdict == .accepted && !$0.isRepeated })
    #expect(try imported.eventLines() == single.eventLines())
    #expect(try imported.keptStates() == single.keptStates())
    #expect(try imported.keptStates() == imported.foldedStates())
  }

  @Test func `An import names the index of the act that was refused, for its state or for a rule`()
    throws
  {
    let network = try SampleNetwork()
    let head = try network.log.head()
    let acts = SampleHistory.acts.prefix(3) + SampleHistory.acts.prefix(1)
    let refused = try #require(throws: ImportRefused.self) {
      try network.registrar.record(entries(acts), under: header, now: SampleNetwork.now)
    }
    #expect(refused.index == 3)
    #expect(try network.log.head() == head)
  }
}
