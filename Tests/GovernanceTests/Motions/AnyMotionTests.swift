import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// Whatever is asked of motions in whatever order, what is kept makes sense.
@Suite struct AnyMotionTests {
  private static let members = ["ES", "FR", "MT", "PT"]

  private static func network() throws -> SampleNetwork {
    let network = try SampleNetwork(under: SampleRules.withMotions(SampleRules.scrubbing))
    for member in members {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.convene("plenary-1", for: "2026-11-23", on: "2026-02-02")
    try network.open("plenary-1", on: "2026-11-23", present: members)
    return network
  }

  private static func act(_ random: inout Seeded) -> (String, [String: [String]]) {
    func number(_ range: ClosedRange<Int>) -> String { "\(Int.random(in: range, using: &random))" }
    let motion = ["M-" + number(1...3)]
    let member = [members.randomElement(using: &random) ?? ""]
    let states = ["tabled", "debated", "legal-scrubbing", "adopted", "nowhere"]
    switch Int.random(in: 0...8, using: &random) {
    case 0:
      return (
        "motion put",
        ["title": ["T"], "body": ["plenary"], "text": ["One.\n\nTwo."], "member": member]
      )
    case 1: return ("motion support", ["motion": motion, "member": member])
    case 2, 3:
      return (
        "motion move",
        ["motion": motion, "to": [states.randomElement(using: &random) ?? ""]]
      )
    case 4: return ("motion withdraw", ["motion": motion])
    case 5:
      return (
        "motion amend",
        ["motion": motion, "paragraph": [number(0...3)], "text": ["New " + number(1...9)]]
      )
    case 6: return ("motion withdraw", ["motion": motion, "amendment": [number(1...3)]])
    default:
      var fields = [
        "meeting": ["plenary-1"], "title": ["T"], "motion": motion, "for": [number(0...2)],
        "against": [number(0...2)],
      ]
      if Bool.random(using: &random) { fields["amendment"] = [number(1...3)] }
      return ("deliberation record", fields)
    }
  }

  private static func motions(_ network: SampleNetwork) throws -> [Motion] {
    try network.keptStates().filter { $0.key.hasPrefix("motion-") }.sorted { $0.key < $1.key }.map {
      try Motion(
        id: #require(MotionID($0.key.dropFirst("motion-".count))),
        state: JSON(parsing: $0.value))
    }
  }

  /// A refused act of the wrong kind of thing is thrown and not kept.
  private static func ask(_ network: SampleNetwork, _ act: (String, [String: [String]])) throws
    -> Answer?
  {
    do { return try network.record(act.0, act.1) } catch is Refusal { return nil }
  }

  @Test(arguments: UInt64(1)...6)
  func `A motion is always in a state of the rules, and after its end nothing happens`(
    _ seed: UInt64
  ) throws {
    var random = Seeded(seed: seed)
    let network = try Self.network()
    let rules = try SampleRules.motionRules(SampleRules.scrubbing)
    let states = Set(rules.motions?.states.map(\.id) ?? [])
    var accepted = 0
    for _ in 1...80 {
      let before = try Self.motions(network)
      let answer = try Self.ask(network, Self.act(&random))
      let after = try Self.motions(network)
      if answer?.verdict == .accepted { accepted += 1 }
      for motion in after {
        let stage = try #require(motion.stage)
        #expect(states.contains(stage.state))
        #expect(motion.amendments.map(\.number) == Array(1..<(motion.amendments.count + 1)))
        let former = before.first { $0.id == motion.id }
        if former?.isOpen == false { #expect(former == motion) }
      }
    }
    #expect(accepted > 5)
    #expect(try network.keptStates() == network.foldedStates())
  }

  @Test(arguments: UInt64(11)...16)
  func `What was adopted is bound to the text that came of the amendments adopted`(_ seed: UInt64)
    throws
  {
    var random = Seeded(seed: seed)
    let network = try Self.network()
    for _ in 1...80 { _ = try Self.ask(network, Self.act(&random)) }
    for motion in try Self.motions(network) {
      let adopted = motion.amendments.filter(\.isAdopted)
      for amendment in adopted {
        let others = adopted.filter { $0.number != amendment.number }
        #expect(!others.contains { $0.change.collides(with: amendment.change) })
      }
      if let ending = motion.ending, ending.facts.isAdopted {
        #expect(ending.facts.digest == motion.consolidation.text.digest)
        #expect(motion.undecided.isEmpty)
      }
    }
  }
}
