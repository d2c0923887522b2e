import EventStore
import Governance
import Plugins
import Values

/// A network that `admin` founded, and acts through the way that every act goes: rules, states, chain.
///
/// Of twenty acts one registers a person, whose words are sealed, and nineteen say anew which languages a person
/// speaks: each is one event.
struct NetworkBench {
  /// Well within what a file of acts can have by the bounds of `YAML`.
  private static let actsOfOneFile = 5_000
  private static let languages = [["pt", "es"], ["en"], ["fr", "de", "it"], ["en", "nl"]]

  private let log: Log
  private let now = Clock.now()
  /// How many persons there were at the beginning.
  private let known: Int

  init(_ directory: String) throws {
    log = try Log.open(in: directory, for: .writing)
    known = try log.count(in: "person")
  }

  /// Imports acts as files, each read, decided and recorded in one commit.
  func importActs(_ count: Int) throws {
    for first in stride(from: 0, to: count, by: Self.actsOfOneFile) {
      try record(first..<min(count, first + Self.actsOfOneFile))
    }
  }

  /// Records acts one by one, each in a commit of its own.
  func recordSingly(_ count: Int) throws {
    let registrar = Registrar(log)
    let persons = max(1, known)
    for index in 0..<count {
      let fields = [
        "person": ["H-\(1 + index % persons)"], "languages": Self.languages[index % 4],
      ]
      let request = ActRequest(
        id: CommandID.random(), input: try ActInput(EditPerson.kind, fields), actor: "secretariat",
        effective: PartialDay(now.day), today: now.day)
      guard try registrar.record(request, now: Clock.now()).verdict == .accepted else {
        throw Self.unfit
      }
    }
  }

  /// Replays all events in their order into the states of their entities; how many there are.
  func fold() throws -> Int {
    var replay = Replay(log)
    var position: Int64 = 0
    while true {
      let page = try log.events(after: position, limit: Log.maximumPage)
      guard let last = page.last else { return replay.ledger.entityCount }
      for event in page { try replay.take(event) }
      position = last.position
    }
  }

  private func record(_ acts: Range<Int>) throws {
    let findings = Findings()
    let text = Self.text(acts, known: known)
    let entries = ImportFile.read(Array(text.utf8), file: "acts.yaml", into: findings)
    guard !findings.hasErrors, entries.count == acts.count else { throw Self.unfit }
    let start = try log.head().ordinal
    let header = ImportHeader(actor: "secretariat", today: now.day) {
      CommandID("bench:\(start):\($0)")
    }
    _ = try Registrar(log).record(entries, under: header, now: now)
  }

  private static func text(_ acts: Range<Int>, known: Int) -> String {
    var lines = ""
    for act in acts {
      let added = known + act / 20
      if act % 20 == 0 {
        lines += "- {do: person add, name: Person \(added + 1), email: p\(added + 1)@example.org}\n"
      } else {
        let person = 1 + (act &* 7_919) % (added + 1)
        let words = languages[act % 4].joined(separator: ", ")
        lines += "- {do: person edit, person: H-\(person), languages: [\(words)]}\n"
      }
    }
    return lines
  }

  private static let unfit = Failure(
    .entryUnfit, ["field": .text("acts"), "value": .text("bench")])
}
