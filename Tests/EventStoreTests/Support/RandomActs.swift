import EventStore
import Values

/// Acts with every optional value there or not, by the numbers of a seed.
struct RandomActs {
  private var random: Seeded

  init(seed: UInt64) { random = Seeded(seed: seed) }

  mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func chance() -> Bool { Bool.random(using: &random) }

  private static let streams = [
    "member-PT", "member-ES", "body-board", "person-H-1", "meeting-p-1",
  ]
  private static let types = ["member.admitted", "member.changed", "é.日", "x"]
  private static let letters: [Unicode.Scalar] = [
    "a", "é", "e", "\u{301}", "\u{0}", "\n", "\"", "\\", "日", "\u{1F1F5}", "\u{7F}", "\u{2028}",
  ]

  mutating func text() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<number(0..<6) { text.append(Self.letters[number(0..<Self.letters.count)]) }
    return String(text)
  }

  mutating func stream() throws -> StreamName {
    try EventStoreTests.stream(Self.streams[number(0..<Self.streams.count)])
  }

  private mutating func value(depth: Int = 0) -> JSON {
    switch number(0..<(depth < 3 ? 7 : 4)) {
    case 0: .null
    case 1: .bool(chance())
    case 2: .int(Int64(bitPattern: random.next()) >> Int64(number(0..<64)))
    case 3: .text(text())
    case 4: .list((0..<number(0..<3)).map { _ in value(depth: depth + 1) })
    default:
      .object(JSON.Fields((0..<number(0..<4)).map { _ in (text(), value(depth: depth + 1)) }))
    }
  }

  mutating func event() throws -> NewEvent {
    let slots = ["name", "mail", "é"].filter { _ in number(0..<5) == 0 }
    return NewEvent(
      stream: try stream(), type: Self.types[number(0..<Self.types.count)],
      schema: number(1..<4), effective: Day(number: number(-719_162..<2_932_897)), data: value(),
      sealed: slots.map { slot in
        SealedField(slot: slot, subject: "H-\(number(1..<4))", text: text())
      })
  }

  /// A command with what may stand beside it.
  mutating func command(_ id: String, verdict: Verdict) -> NewCommand {
    var command = act(id, verdict: verdict, body: value())
    command.answer = value()
    command.rules = chance() ? .sha256(text().utf8) : nil
    command.correlation = chance() ? CommandID(text()) : nil
    command.causation = chance() ? Int64(number(0..<9)) : nil
    return command
  }

  /// Records one act: mostly with events, else refused, or taken over without any.
  mutating func record(_ id: Int, on log: Log) throws {
    let events = try (0..<number(0..<4)).map { _ in try event() }
    let verdict: Verdict = events.isEmpty && chance() ? .refused : chance() ? .accepted : .takenOver
    let (command, request) = (command("\(id)", verdict: verdict), value())
    let now = Instant(microseconds: nine.microseconds + Int64(number(0..<100)))
    _ = try log.write(now: now) {
      try $0.record(command, request: request, events: events)
    }
  }
}
