import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// Acts under rules that the network wrote itself.
@Suite struct GuardedActTests {
  private func network(_ guards: String) throws -> SampleNetwork {
    try SampleNetwork(adding: guards)
  }

  private static func rule(
    _ require: String, on type: String = "member.admitted", when: String? = nil,
    severity: String = "deny", values: String = "{class: payload.class}",
    message: String = "A member of the class {class} cannot be admitted."
  ) -> String {
    """
    guards:
      - id: own.rule
        on: [\(type)]
        source: assumption
        severity: \(severity)
        \(when.map { "when: \"\($0)\"" } ?? "")
        require: "\(require)"
        message: {en: "\(message)"}
        values: \(values)
    """
  }

  private func admit(
    _ member: String, _ memberClass: String = "member", in network: SampleNetwork,
    on day: String = "2026-11-23"
  ) throws -> Answer {
    try network.record("member admit", ["member": [member], "class": [memberClass]], on: day)
  }

  @Test func `An act for which a rule holds is recorded, with how the rule came to its answer`()
    throws
  {
    let network = try network(Self.rule("payload.class in ['member', 'observer']"))
    let answer = try admit("PT", in: network)
    #expect(answer.verdict == .accepted)
    let derivation = try #require(answer.reasons.derivations.first { $0.rule == "own.rule" })
    #expect(derivation.question == "guard")
    #expect(derivation.source == "assumption")
    #expect(derivation.holds)
    #expect(derivation.inputs["require"] == "payload.class in ['member', 'observer']")
  }

  @Test func `An act for which a rule does not hold is refused in the words of the network`() throws
  {
    let network = try network(Self.rule("payload.class != 'observer'"))
    let answer = try admit("PT", "observer", in: network)
    #expect(answer.verdict == .refused)
    #expect(answer.events.isEmpty)
    let refusal = try #require(answer.reasons.refusals.first)
    #expect(refusal.code == "guard-fails")
    #expect(refusal.rule == "own.rule")
    #expect(refusal.sentence?.text(in: "en") == "A member of the class {class} cannot be admitted.")
    #expect(refusal.values["class"] == .text("observer"))
    #expect(!refusal.ways.isEmpty)
    #expect(try network.log.state(of: #require(StreamName("member-PT"))) == nil)
  }

  @Test func `A refusal can be read from the log as it was given`() throws {
    let network = try network(Self.rule("false"))
    let answer = try admit("PT", in: network)
    #expect(try Reasons(answer.reasons.json) == answer.reasons)
  }

  @Test(arguments: ["warn", "trial"])
  func `A rule that only warns lets the act pass and leaves a note`(_ severity: String) throws {
    let network = try network(Self.rule("payload.class != 'observer'", severity: severity))
    let answer = try admit("PT", "observer", in: network)
    #expect(answer.verdict == .accepted)
    let note = try #require(answer.reasons.notes.first)
    #expect(note.code == (severity == "warn" ? "guard-warns" : "guard-would-refuse"))
    #expect(note.values["guard"] == .text("own.rule"))
    #expect(note.sentence?.text(in: "en") == "A member of the class {class} cannot be admitted.")
  }

  @Test func `A rule that does not apply says nothing`() throws {
    let network = try network(Self.rule("false", when: "payload.class == 'observer'"))
    let answer = try admit("PT", in: network)
    #expect(answer.verdict == .accepted)
    #expect(answer.reasons.derivations.isEmpty)
    #expect(try admit("ES", "observer", in: network).verdict == .refused)
  }

  @Test(arguments: [
    ("members[7].id == 'PT'", "evaluation-index-outside"),
    ("1 / (size(members) - size(members)) == 1", "evaluation-divided-by-zero"),
    ("members.exists(m, m.until < now)", "evaluation-field-absent"),
  ])
  func `A rule that cannot be answered refuses and says where it stopped`(
    _ row: (require: String, error: String)
  ) throws {
    let network = try network(Self.rule(row.require, on: "member.reclassified"))
    _ = try admit("PT", in: network)
    let answer = try network.record("member edit", ["member": ["PT"], "class": ["observer"]])
    #expect(answer.verdict == .refused)
    let refusal = try #require(answer.reasons.refusals.first)
    #expect(refusal.code == "guard-unanswered")
    #expect(refusal.derivation?.inputs["error"] == .text(row.error))
    #expect(refusal.values["class"] == .text("observer"))
  }

  @Test func `A value that cannot be told never hides the refusal`() throws {
    let guards = Self.rule("false", values: "{class: \"members[9].class\"}")
    let refusal = try #require(
      try admit("PT", in: network(guards)).reasons.refusals.first)
    #expect(refusal.values["class"] == .word("word.unknown"))
  }

  @Test func `Rules are asked for the members of the day of the act`() throws {
    let network = try network(Self.rule("size(members) < 2"))
    #expect(try admit("PT", in: network, on: "2026-03-01").verdict == .accepted)
    #expect(try admit("ES", in: network, on: "2026-06-01").verdict == .accepted)
    #expect(try admit("FR", in: network, on: "2026-07-01").verdict == .refused)
    #expect(try admit("FR", in: network, on: "2026-05-01").verdict == .accepted)
  }

  @Test func `A past that is taken over keeps the objection of a rule as a note`() throws {
    let network = try network(Self.rule("false"))
    let answer = try admit("PT", in: network, on: "2019-05-01")
    #expect(answer.verdict == .takenOver)
    #expect(answer.reasons.notes.first?.code == "guard-fails")
    #expect(answer.reasons.notes.first?.sentence != nil)
  }

  @Test func `A trial answers as the recording will`() throws {
    let network = try network(Self.rule("payload.class != 'observer'"))
    let fields = ["member": ["PT"], "class": ["observer"]]
    let trial = try network.record("member admit", fields, mode: .trial)
    let answer = try network.record("member admit", fields)
    #expect(trial.reasons == answer.reasons)
  }

  @Test func `Every rule is asked, and the order of rules changes no decision`() throws {
    func guards(_ order: [Int]) -> String {
      let rules = ["payload.class == 'x'", "true", "size(members) > 3"]
      let texts = order.map { number in
        """
          - id: own.\(number)
            on: [member.admitted]
            source: assumption
            require: "\(rules[number])"
            message: {en: "Rule \(number)."}
        """
      }
      return "guards:\n" + texts.joined(separator: "\n")
    }
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      let answer = try admit("PT", in: network(guards(order)))
      #expect(Set(answer.reasons.refusals.compactMap(\.rule)) == ["own.0", "own.2"])
      #expect(answer.reasons.derivations.count == 3)
    }
  }
}
