import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// A network with persons in seats, ticked on days of its own, and a post that keeps what it is given.
final class ReminderStage {
  let network: SampleNetwork
  /// What was put away, and what was handed over, by the ids of letters in their order.
  private(set) var put: [String] = []
  private(set) var delivered: [String] = []
  private(set) var mended = 0
  /// The persons that no letter reaches.
  var unreachable: Set<String> = []
  var failsToPut = false
  var failsToDeliver = false

  /// PT has two contact points, ES one: H-1, H-2, H-3; their terms end on 31 January 2030.
  init(_ edits: [(String, String)] = [], adding written: String = "") throws {
    let text = SampleRules.text + "\n" + SampleRules.procedures + "\n" + written
    let rules = try edits.reduce(text) { text, edit in
      let (old, new) = edit
      guard text.contains(old) else { throw Fault() }
      return text.replacing(old, with: new)
    }
    network = try SampleNetwork(
      under: PluginFile.load(text: rules, file: "stage.yaml").rules.resolved)
    for member in ["PT", "ES"] {
      try record("member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    for (name, language) in [("Ana", "pt"), ("Bea", "fr"), ("Cea", "es")] {
      try record("person add", ["name": [name], "languages": [language]], on: "2026-01-10")
    }
    for (person, member) in [("H-1", "PT"), ("H-2", "PT"), ("H-3", "ES")] {
      try record(
        "seat appoint",
        [
          "member": [member], "kind": ["contact_point"], "person": [person],
          "until": ["2030-01-31"],
        ], on: "2026-02-01")
    }
  }

  @discardableResult
  func record(_ act: String, _ fields: [String: [String]], on day: String) throws -> Answer {
    let kind = try #require(ActCatalogue.command(named: act)).kind
    let now = try #require(Instant(day))
    let request = ActRequest(
      id: .random(), input: try ActInput(kind, fields), actor: "secretariat",
      effective: try #require(PartialDay(day)), today: now.day)
    let answer = try Registrar(network.log, zones: .utc).record(request, now: now)
    #expect(answer.verdict != .refused, "\(act): \(answer.reasons.refusals)")
    return answer
  }

  struct Fault: Error {}

  var post: Post {
    Post(
      languages: ["en", "pt", "es"], reaches: { !self.unreachable.contains($0.text) },
      mend: { _ in self.mended += 1 },
      put: { letters, _ in
        if self.failsToPut { throw Fault() }
        self.put += letters.map(\.id.text)
      },
      deliver: { letters in
        if self.failsToDeliver { throw Fault() }
        self.delivered += letters.map(\.id.text)
      })
  }

  @discardableResult
  func tick(
    _ day: String, mode: Registrar.Mode = .recording, as actor: String = "timer"
  ) throws -> [Ticked] {
    let now = try #require(Instant(day))
    return try Registrar(network.log, zones: .utc).tick(
      by: now, now: now, today: now.day, actor: actor, mode: mode, post: post)
  }

  /// The letters that a tick of a day writes, each as `DAY about subject step person`.
  func letters(_ day: String) throws -> [String] { try tick(day).compactMap(Self.line) }

  /// All letters on record, in the order of the log.
  func written() throws -> [String] {
    try network.log.events(ofType: "letter.written", after: 0, limit: 1_000).map {
      try Self.line(of: LetterFacts(FieldReader($0.data, of: $0.type)))
    }
  }

  static func line(_ ticked: Ticked) throws -> String? {
    guard let data = ticked.answer.events.first?.data, ticked.letter != nil else { return nil }
    return line(of: try LetterFacts(FieldReader(data, of: "letter.written")))
  }

  static func line(of facts: LetterFacts) -> String {
    "\(facts.on) \(facts.about.rawValue) \(facts.subject) \(facts.step.text) \(facts.person)"
  }
}
