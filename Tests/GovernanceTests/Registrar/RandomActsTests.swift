import EventStore
import TestKit
import Testing
import Values

@testable import Governance

/// What holds for any acts at all, whatever came before them and whatever the rules say.
@Suite struct RandomActsTests {
  /// The verdict; nil for a value that cannot be or a thing that is not there, of which nothing is recorded.
  private static func answer(
    _ act: AnyAct, in network: SampleNetwork, key: String? = nil,
    mode: Registrar.Mode = .recording
  ) throws -> Answer? {
    do {
      return try network.record(act.name, act.fields, on: act.day, key: key, mode: mode)
    } catch is Refusal {
      return nil
    }
  }

  /// Events and reasons in canonical JSON, since the log gives keys back in their order.
  private static func lines(of answer: Answer) -> [String] {
    answer.events.map(\.json.canonicalText) + [answer.reasons.json.canonicalText]
  }

  @Test(arguments: UInt64(1)...4)
  func `A trial answers as the act then does, and leaves no trace`(_ seed: UInt64) throws {
    let network = try SampleNetwork()
    var acts = AnyAct.Generator(seed: seed)
    for _ in 1...40 {
      let act = acts.next()
      let (head, states) = (try network.log.head(), try network.keptStates())
      let trial = try Self.answer(act, in: network, mode: .trial)
      #expect(try network.log.head() == head && network.keptStates() == states, "\(act)")
      let real = try Self.answer(act, in: network)
      #expect(trial?.events == real?.events, "\(act)")
      #expect(trial?.verdict == real?.verdict && trial?.reasons == real?.reasons, "\(act)")
    }
  }

  @Test(arguments: UInt64(11)...14)
  func `What was refused changes no state, and says by what and how it may go on`(_ seed: UInt64)
    throws
  {
    let network = try SampleNetwork()
    var acts = AnyAct.Generator(seed: seed)
    var refused = 0
    for _ in 1...120 {
      let act = acts.next()
      let states = try network.keptStates()
      guard let answer = try Self.answer(act, in: network), answer.verdict == .refused else {
        continue
      }
      refused += 1
      #expect(try network.keptStates() == states, "\(act)")
      #expect(answer.events == [] && !answer.reasons.refusals.isEmpty, "\(act)")
      for refusal in answer.reasons.refusals where refusal.rule != nil {
        #expect(!refusal.ways.isEmpty && refusal.source != nil, "\(act): \(refusal.code)")
      }
    }
    #expect(refused > 0)
  }

  @Test(arguments: UInt64(21)...24)
  func `The same key gives the same answer, and the log does not grow`(_ seed: UInt64) throws {
    let network = try SampleNetwork()
    var acts = AnyAct.Generator(seed: seed)
    for number in 1...30 {
      let act = acts.next()
      guard let first = try Self.answer(act, in: network, key: "key-\(number)") else { continue }
      let head = try network.log.head()
      let again = try Self.answer(act, in: network, key: "key-\(number)")
      #expect(again?.isRepeated == true && !first.isRepeated, "\(act)")
      #expect(again?.verdict == first.verdict, "\(act)")
      #expect(again.map { Self.lines(of: $0) } == Self.lines(of: first), "\(act)")
      #expect(try network.log.head() == head, "\(act)")
    }
  }

  @Test(arguments: UInt64(31)...34)
  func `After any acts the log verifies, with every state beside it`(_ seed: UInt64) throws {
    let network = try SampleNetwork()
    var acts = AnyAct.Generator(seed: seed)
    for _ in 1...60 { _ = try Self.answer(acts.next(), in: network) }
    let result = try Verifier.verify(
      directory: network.folder.path, checkState: FoldCheck.holds)
    #expect(result.isWhole && result.findings.isEmpty)
    #expect(try network.keptStates() == network.foldedStates())
  }

  @Test(arguments: UInt64(41)...44)
  func `Acts that were accepted one by one are accepted in one import, with the same events`(
    _ seed: UInt64
  ) throws {
    let (single, imported) = (try SampleNetwork(), try SampleNetwork())
    var acts = AnyAct.Generator(seed: seed)
    var accepted: [ImportEntry] = []
    for _ in 1...200 {
      let act = acts.next()
      guard try Self.answer(act, in: single, mode: .trial)?.verdict != .refused,
        try Self.answer(act, in: single)?.verdict != nil
      else { continue }
      let command = try #require(ActCatalogue.command(named: act.name))
      accepted.append(
        ImportEntry(
          kind: command.kind, values: act.fields, places: [:], effective: PartialDay(act.day),
          note: nil, label: nil, place: nil))
    }
    let header = ImportHeader(actor: "secretariat", today: SampleNetwork.today) {
      CommandID("import-\($0)")
    }
    let answers = try imported.registrar.record(accepted, under: header, now: SampleNetwork.now)
    #expect(answers.count == accepted.count && accepted.count > 5)
    #expect(try imported.eventLines() == single.eventLines())
    #expect(try imported.keptStates() == single.keptStates())
  }

  @Test(arguments: UInt64(51)...54)
  func `Every event that an act brings has a day, a stream of its kind, and the schema it says`(
    _ seed: UInt64
  ) throws {
    let network = try SampleNetwork()
    var acts = AnyAct.Generator(seed: seed)
    for _ in 1...60 { _ = try Self.answer(acts.next(), in: network) }
    for event in try network.log.events(after: 0, limit: 1_000) {
      #expect(EntityCatalogue.kind(of: event.stream.category) != nil)
      #expect(event.schema == 1)
      let past = PastEvent(event)
      #expect(past.key.text == event.stream.text && past.position == event.position)
    }
  }
}
