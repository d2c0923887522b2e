import Governance
import Plugins
import TestKit
import Testing
import Values

/// A plenary in the log, from its agenda to its closing: what minutes are drawn up from.
enum SampleSitting {
  static let document = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

  /// A network whose rules have agenda and minutes, with a plenary of three items; closed unless it is said.
  static func network(
    minutes: String? = "{comments: P10D, approval: silence, source: assumption}",
    closing: Bool = true
  ) throws -> SampleNetwork {
    let network = try SampleNetwork(under: SampleRules.papersDocument(minutes: minutes))
    for member in ["ES", "FR", "MT", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.record(
      "meeting plan",
      ["series": ["plenary"], "from": ["2026-03-20"], "place": ["Porto"], "format": ["hybrid"]],
      on: "2026-02-01")
    for item in ["guide", "budget"] {
      try network.record(
        "agenda add",
        ["item": [item], "meeting": ["plenary-1"], "title": ["The \(item)"], "minutes": ["30"]],
        on: "2026-02-01")
    }
    try network.record("meeting convene", ["meeting": ["plenary-1"]], on: "2026-02-02")
    try network.record(
      "agenda add",
      [
        "item": ["visit"], "meeting": ["plenary-1"], "title": ["A visit"],
        "parent": ["guide"], "reason": ["asked for today"],
      ], on: "2026-03-19")
    try sit(network)
    if closing {
      try network.record(
        "meeting close", ["meeting": ["plenary-1"], "time": ["17:00"]], on: "2026-03-20")
    }
    return network
  }

  private static func sit(_ network: SampleNetwork) throws {
    let meeting = ["plenary-1"]
    try network.record(
      "meeting open",
      ["meeting": meeting, "present": ["PT", "ES", "MT"], "chair": ["PT"], "time": ["09:00"]],
      on: "2026-03-20")
    try network.record(
      "attendance arrive",
      ["meeting": meeting, "member": ["FR"], "time": ["09:30"], "represented-by": ["deputy"]],
      on: "2026-03-20")
    try network.record(
      "deliberation record",
      [
        "meeting": meeting, "title": ["The guide"], "item": ["guide"], "consensus": ["true"],
        "text": ["Article 1\nThe guide is adopted."], "digest": [document],
      ], on: "2026-03-20")
    try network.record(
      "attendance leave", ["meeting": meeting, "member": ["ES"], "time": ["10:00"]],
      on: "2026-03-20")
    try network.record(
      "deliberation record",
      [
        "meeting": meeting, "title": ["The budget"], "item": ["budget"], "matter": ["programme"],
        "names": ["PT=for", "MT=against", "FR=abstain"], "dissent": ["MT=Too dear."],
      ], on: "2026-03-20")
    try network.record(
      "deliberation defer",
      ["meeting": meeting, "title": ["A third matter"], "reason": ["no time"]], on: "2026-03-20")
  }

  /// A plugin file as the log keeps it.
  static func resolved(_ text: String) throws -> JSON {
    try PluginFile.load(text: text, file: "sample.yaml").rules.resolved
  }

  /// What stands against an act on the minutes of the plenary, thrown or answered.
  static func refusal(
    _ network: SampleNetwork, _ act: String, _ fields: [String: String] = [:],
    on day: String = "2026-03-21", sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Refusal.Record {
    var values = fields.mapValues { [$0] }
    values["meeting"] = ["plenary-1"]
    do {
      let answer = try network.record("minutes \(act)", values, on: day)
      return try #require(
        answer.reasons.refusals.first, "accepted, not refused", sourceLocation: sourceLocation)
    } catch let refusal as Refusal {
      return Refusal.Record(refusal)
    }
  }

  /// What the log holds of the meeting.
  static func file(
    _ network: SampleNetwork, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> MeetingFile {
    let meeting = try #require(MeetingID("plenary-1"), sourceLocation: sourceLocation)
    return try #require(
      try MeetingFile(meeting, in: network.log, today: SampleNetwork.today),
      sourceLocation: sourceLocation)
  }
}
