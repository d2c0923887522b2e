import Testing
import Values

@testable import EventStore

/// What a log must hold, kept in memory by the plainest code there is.
private struct Model {
  struct Event: Equatable {
    var stream: StreamName
    var version: Int64
    var type: String
    var data: String
    var effective: Day
    var command: Int64
  }

  var events: [Event] = []
  var commands: [(id: CommandID, verdict: Verdict, first: Int?, last: Int?)] = []
  var states: [StreamName: (version: Int64, data: String)] = [:]
  var leaves = 0

  func version(_ stream: StreamName) -> Int64 {
    Int64(events.count { $0.stream == stream })
  }

  mutating func record(_ command: NewCommand, _ new: [NewEvent], _ state: StreamName?) {
    let row = Int64(commands.count + 1)
    let first = events.count + 1
    for event in new {
      events.append(
        Event(
          stream: event.stream, version: version(event.stream) + 1, type: event.type,
          data: event.data.canonicalText, effective: event.effective, command: row))
    }
    leaves += max(1, new.count)
    commands.append(
      (command.id, command.verdict, new.isEmpty ? nil : first, new.isEmpty ? nil : events.count))
    if let state { states[state] = (version(state), "{\"n\":\(row)}") }
  }
}

/// Random acts on two connections, each step told to the model too.
@Suite struct ModelTests {
  struct Stop: Error {}

  /// How an act is asked for; all but the first two must leave no trace.
  private enum Step: CaseIterable {
    case act, severalActs, wrongVersion, newStreamThatIsOld, repeatedID, rehearsal, broken,
      unfitLast
    case otherHead
  }

  private final class Trial {
    let scratch: Scratch
    var logs: [Log]
    let reader: Log
    var model = Model()
    var acts: RandomActs
    var next = 0

    init(seed: UInt64) throws {
      scratch = try Scratch()
      logs = [try Log.create(in: scratch.path, now: nine)]
      logs.append(try Log.open(in: scratch.path, for: .writing))
      reader = try Log.open(in: scratch.path, for: .reading)
      acts = RandomActs(seed: seed)
    }

    var log: Log { logs[next % 2] }

    /// A command with its events and, at times, a state of one of their streams.
    func prepare() throws -> (NewCommand, [NewEvent], StreamName?) {
      next += 1
      let events = try (0..<acts.number(0..<4)).map { _ in try acts.event() }
      let verdict: Verdict = events.isEmpty ? .refused : .accepted
      let state = acts.chance() ? events.last?.stream : nil
      return (acts.command("\(next)", verdict: verdict), events, state)
    }

    func record(
      _ act: (NewCommand, [NewEvent], StreamName?), in transaction: Transaction,
      expecting: [StreamName: ExpectedVersion]? = nil
    ) throws {
      let (command, events, state) = act
      let believed = Dictionary(
        events.map { event in
          let version = model.version(event.stream)
          return (event.stream, version == 0 ? ExpectedVersion.noStream : .exactly(version))
        }, uniquingKeysWith: { first, _ in first })
      let row = Int64(model.commands.count + 1)
      _ = try transaction.record(
        command, request: [:], events: events, expecting: expecting ?? believed,
        states: state.map { [$0: (1, ["n": .int(row)])] } ?? [:])
    }

    /// Takes one step; a step that must fail says with which code.
    func take(_ step: Step) throws {
      let act = try prepare()
      switch step {
      case .act:
        try log.write(now: nine) { try record(act, in: $0) }
        model.record(act.0, act.1, act.2)
      case .severalActs:
        try log.write(now: nine) { transaction in
          for act in [act, try prepare(), try prepare()] {
            try record(act, in: transaction)
            model.record(act.0, act.1, act.2)
          }
        }
      case .rehearsal: try log.rehearse(now: nine) { try record(act, in: $0) }
      case .broken:
        #expect(throws: Stop.self) {
          try log.write(now: nine) { transaction in
            try record(act, in: transaction)
            throw Stop()
          }
        }
      case .wrongVersion, .newStreamThatIsOld: try expectMoved(act, step)
      case .repeatedID, .unfitLast, .otherHead: try expectRefused(act, step)
      }
    }

    private func expectMoved(_ act: (NewCommand, [NewEvent], StreamName?), _ step: Step) throws {
      guard let stream = act.1.first?.stream else { return }
      let version = model.version(stream)
      guard step == .wrongVersion || version > 0 else { return }
      let wrong = step == .wrongVersion ? ExpectedVersion.exactly(version + 1) : .noStream
      let failure = code {
        try log.write(now: nine) { try record(act, in: $0, expecting: [stream: wrong]) }
      }
      #expect(failure == "stream-moved")
    }

    private func expectRefused(_ act: (NewCommand, [NewEvent], StreamName?), _ step: Step) throws {
      var (command, events, state) = act
      if step == .repeatedID {
        guard let known = model.commands.randomElement(using: &generator) else { return }
        command.id = known.id
      }
      if step == .unfitLast { events.append(event(try acts.stream(), type: "\n")) }
      let expected = step == .otherHead ? Digest.sha256("elsewhere".utf8) : nil
      if events.isEmpty { state = nil }
      let failure = code {
        try log.write(now: nine, expecting: expected) {
          try record((command, events, state), in: $0)
        }
      }
      let codes: [Step: Set<String>] = [
        .repeatedID: ["command-reused"], .otherHead: ["log-moved"], .unfitLast: ["entry-unfit"],
      ]
      #expect(
        failure.map { codes[step]?.contains($0) == true } == true, "\(step): \(failure ?? "")")
    }

    private lazy var generator = Seeded(seed: UInt64(acts.number(0..<1_000)))
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `Two connections and a model in memory agree after every step`(_ seed: UInt64) throws {
    let trial = try Trial(seed: seed)
    for number in 0..<40 {
      let steps = Step.allCases + [.act, .act, .severalActs]
      let step = steps[trial.acts.number(0..<steps.count)]
      try trial.take(step)
      let name = "seed \(seed), step \(number), \(step)"
      for log in trial.logs + [trial.reader] {
        let head = try log.head()
        #expect(head.position == Int64(trial.model.events.count), "\(name)")
        #expect(head.ordinal == Int64(trial.model.leaves), "\(name)")
      }
      if trial.acts.number(0..<10) == 0 {
        trial.logs[0].close()
        trial.logs[0] = try Log.open(in: trial.scratch.path, for: .writing)
      }
    }
    try compare(trial.reader, trial.model)
    #expect(try Verifier.verify(directory: trial.scratch.path).isWhole)
  }

  private func compare(_ log: Log, _ model: Model) throws {
    var events: [RecordedEvent] = []
    while case let page = try log.events(after: events.last?.position ?? 0, limit: 7), !page.isEmpty
    {
      events += page
    }
    #expect(events.map(\.position) == (0..<Int64(events.count)).map { $0 + 1 })
    let read = events.map { event in
      Model.Event(
        stream: event.stream, version: event.version, type: event.type,
        data: event.data.canonicalText, effective: event.effective, command: event.command)
    }
    #expect(read == model.events)
    try compareParts(log, events)
    let commands = try log.commands(after: 0, limit: 5_000)
    #expect(commands.map(\.id) == model.commands.map(\.id))
    #expect(commands.map(\.verdict) == model.commands.map(\.verdict))
    #expect(commands.map { $0.positions.map { Int($0.lowerBound) } } == model.commands.map(\.first))
    #expect(commands.map { $0.positions.map { Int($0.upperBound) } } == model.commands.map(\.last))
    for (stream, state) in model.states {
      #expect(try log.state(of: stream)?.version == state.version)
      #expect(try log.state(of: stream)?.data.canonicalText == state.data)
    }
  }

  /// Streams and types are the whole log, read in another order.
  private func compareParts(_ log: Log, _ events: [RecordedEvent]) throws {
    for stream in Set(events.map(\.stream)) {
      let own = try log.events(of: stream)
      #expect(own == events.filter { $0.stream == stream })
      #expect(own.map(\.version) == Array(1...Int64(own.count)))
      #expect(try log.version(of: stream) == Int64(own.count))
    }
    for type in Set(events.map(\.type)) {
      let own = try log.events(ofType: type, after: 0, limit: 5_000)
      #expect(own == events.filter { $0.type == type })
    }
    for event in events {
      #expect(try log.event(at: event.position) == event)
      #expect(try log.command(ofEventAt: event.position)?.row == event.command)
    }
  }
}
