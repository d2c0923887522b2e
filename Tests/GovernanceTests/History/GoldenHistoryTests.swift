import EventStore
import TestKit
import Testing
import Values

@testable import Governance

/// What a year of the sample network leaves behind, word for word: events with their data, the reasons of each answer,
/// the minutes of its meetings, and what is refused on the way.
@Suite struct GoldenHistoryTests {
  private static func play(
    _ body: (SampleNetwork, SampleHistory.Act) throws -> Void
  ) throws -> SampleNetwork {
    let network = try SampleNetwork()
    for act in SampleHistory.acts { try body(network, act) }
    return network
  }

  @Test func `Each act brings these events, for these reasons`() throws {
    var lines: [String] = []
    _ = try Self.play { network, act in
      let answer = try network.record(act.name, act.fields, on: act.day)
      lines += Self.lines(act.name, act.day, answer)
    }
    try GoldenText.compare(lines, to: "acts.txt")
  }

  @Test func `The minutes of its meetings say this`() throws {
    let network = try Self.play { network, act in
      try network.record(act.name, act.fields, on: act.day)
    }
    var lines: [String] = []
    for number in 1...4 {
      let meeting = try #require(MeetingID("plenary-\(number)"))
      let file = try MeetingFile(meeting, in: network.log, today: SampleNetwork.today)
      lines.append("\(meeting.text)")
      lines += file?.record.statements.map { "  \($0.json.canonicalText)" } ?? ["  none"]
    }
    try GoldenText.compare(lines, to: "minutes.txt")
  }

  @Test func `A meeting in which everything happens leaves this, and its minutes say that`() throws
  {
    let network = try SampleNetwork(under: SampleSession.document())
    var lines: [String] = []
    for act in SampleSession.acts {
      do {
        let answer = try network.record(act.name, act.fields, on: act.day)
        #expect(answer.verdict == .accepted, "\(act.name) \(act.fields)")
        lines += Self.lines(act.name, act.day, answer)
      } catch {
        Issue.record(error, "\(act.name) \(act.fields)")
      }
    }
    let meeting = try #require(MeetingID("plenary-1"))
    let file = try #require(
      try MeetingFile(meeting, in: network.log, today: SampleNetwork.today))
    lines += file.record.statements.map(\.json.canonicalText)
    try GoldenText.compare(lines, to: "session.txt")
  }

  private static func lines(_ act: String, _ day: String, _ answer: Answer) -> [String] {
    ["\(act) on \(day): \(answer.verdict)"]
      + answer.events.map { event in
        "  \(event.stream) \(event.type) \(event.effective) \(event.data.canonicalText)"
      } + ["  \(answer.reasons.json.canonicalText)"]
  }

  /// Each act once more, then with each of its values in turn left out or replaced by what is none.
  @Test func `What is asked amiss is refused in these words, and changes nothing`() throws {
    var lines: [String] = []
    _ = try Self.play { network, act in
      let head = try network.log.head()
      lines.append("\(act.name) on \(act.day)")
      for (variant, fields) in Self.variants(of: act).dropFirst() {
        lines.append("  \(variant): \(Self.told(network, act, fields))")
      }
      try network.record(act.name, act.fields, on: act.day)
      lines.append("  again: \(Self.told(network, act, act.fields))")
      lines.append("  a year before: \(Self.told(network, act, act.fields, on: "2025-03-20"))")
      #expect(try network.log.head().position >= head.position)
    }
    try GoldenText.compare(lines, to: "refusals.txt")
  }

  private static func variants(of act: SampleHistory.Act) -> [(String, [String: [String]])] {
    var variants = [("as it is", act.fields)]
    for name in act.fields.keys.sorted() {
      var fields = act.fields
      fields[name] = nil
      variants.append(("without \(name)", fields))
      for strange in ["", "ZZ-99", "2031-02-03"] {
        fields[name] = [strange]
        variants.append(("\(name) = \(strange)", fields))
      }
    }
    return variants
  }

  /// What an act would be answered, tried and not recorded.
  private static func told(
    _ network: SampleNetwork, _ act: SampleHistory.Act, _ fields: [String: [String]],
    on day: String? = nil
  ) -> String {
    do {
      let answer = try network.record(act.name, fields, on: day ?? act.day, mode: .trial)
      return "\(answer.verdict) \(answer.reasons.json.canonicalText)"
    } catch let refusal as Refusal {
      return refusal.records.map(\.json.canonicalText).joined(separator: " ")
    } catch let failure as Failure {
      return "\(failure.code.name) \(failure.values.json.canonicalText)"
    } catch {
      return "\(error)"
    }
  }
}
