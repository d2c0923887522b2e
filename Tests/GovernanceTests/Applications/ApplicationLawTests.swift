import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// Whatever is asked of applications, in whatever order: nobody belongs without a granted one.
@Suite struct ApplicationLawTests {
  /// The sample rules with a way of coming in, from the day of recording.
  private static func network() throws -> SampleNetwork {
    let written =
      "  admission: {by: plenary, matter: default, opinion: board, source: assumption}\n"
    let text = SampleRules.text.replacing(
      "  programme: {length", with: written + "  programme: {length")
    let network = try SampleNetwork(under: YAML.parse(text, file: "s.yaml").json)
    // Those of the past are taken over, though no decision on them is known.
    for member in ["PT", "ES", "MT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2020-01-10")
    }
    try network.convene("plenary-1", for: "2026-03-20", until: "2026-03-27", on: "2026-02-02")
    try network.open("plenary-1", on: "2026-03-20")
    return network
  }

  private static func act(_ seeded: inout Seeded) -> (String, [String: [String]]) {
    let id = ["AP-1", "AP-2", "AP-3"].randomElement(using: &seeded) ?? "AP-1"
    let member = ["FR", "NL", "PT"].randomElement(using: &seeded) ?? "FR"
    let memberClass = ["member", "observer"].randomElement(using: &seeded) ?? "member"
    let body = ["board", "board", "plenary"].randomElement(using: &seeded) ?? "board"
    let tenor = ["favourable", "unfavourable"].randomElement(using: &seeded) ?? "favourable"
    let deliberation = ["D-1", "D-2", "D-3"].randomElement(using: &seeded) ?? "D-1"
    switch Int.random(in: 0..<8, using: &seeded) {
    case 0, 1: return ("application file", ["member": [member], "class": [memberClass]])
    case 2, 3:
      return ("application opinion", ["application": [id], "body": [body], "opinion": [tenor]])
    case 4, 5: return ("application decide", ["application": [id], "by": [deliberation]])
    case 6: return ("application withdraw", ["application": [id]])
    default: return ("member admit", ["member": [member], "class": [memberClass]])
    }
  }

  /// The network after some acts by chance; what makes no sense is refused and changes nothing.
  private static func played(_ seed: UInt64) throws -> SampleNetwork {
    let network = try network()
    try network.vote(3, against: 0, on: "2026-03-20")
    try network.vote(0, against: 3, on: "2026-03-20")
    var seeded = Seeded(seed: seed)
    for _ in 0..<24 {
      let (name, fields) = act(&seeded)
      do {
        _ = try network.record(name, fields, on: "2026-03-21")
      } catch is Refusal {
        continue
      }
    }
    return network
  }

  private static func applications(_ network: SampleNetwork) throws -> [Application] {
    try network.log.states(in: Application.category).map { name, state in
      try Application(id: try #require(ApplicationID(name.id)), state: state.data)
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `Nobody came in since the recording began but by a granted application`(_ seed: UInt64)
    throws
  {
    let network = try Self.played(seed)
    let granted = try Self.applications(network).filter { $0.stage == .granted }
    let applicants = granted.compactMap { $0.filing?.facts.member.text }
    let since = try #require(Day("2026-01-01"))
    let admitted = try network.log.events(ofType: "member.admitted", after: 0, limit: 100)
      .filter { since <= $0.effective }
    let moved = try network.log.events(ofType: "member.reclassified", after: 0, limit: 100)
    #expect((admitted + moved).map(\.stream.id).sorted() == applicants.sorted())
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func
    `What was granted rests on an adopted decision after an opinion, what was refused on another`(
      _ seed: UInt64
    ) throws
  {
    for application in try Self.applications(Self.played(seed)) {
      switch application.stage {
      case .granted:
        #expect(application.granting?.facts.deliberation?.text == "D-1")
        #expect(application.opinion(of: "board") != nil)
      case .refused:
        #expect(application.refusing?.facts.deliberation?.text == "D-2")
        #expect(application.opinion(of: "board") != nil)
      case .filed: #expect(application.opinions.isEmpty && application.end == nil)
      case .advised: #expect(!application.opinions.isEmpty && application.end == nil)
      case .withdrawn: #expect(application.end?.facts.deliberation == nil)
      }
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `An application ends once, and of a member one at a time is open`(_ seed: UInt64) throws {
    let applications = try Self.applications(Self.played(seed))
    for application in applications {
      let ends = [application.granting, application.refusing, application.withdrawal]
      #expect(ends.compactMap(\.self).count <= 1)
    }
    let open = applications.filter { $0.end == nil }.compactMap { $0.filing?.facts.member }
    #expect(Set(open).count == open.count)
  }

  @Test(arguments: 1...15 as ClosedRange<UInt64>)
  func `The log of it verifies, and folded anew it says the same`(_ seed: UInt64) throws {
    let network = try Self.played(seed)
    for application in try Self.applications(network) {
      let stream = try #require(StreamName(category: "application", id: application.id.text))
      var again = Application(id: application.id)
      for event in try network.log.events(of: stream) {
        again.evolve(
          with: try ApplicationEvent(type: event.type, data: event.data),
          at: Mark(position: event.position, effective: event.effective))
      }
      #expect(again == application)
    }
  }

  @Test func `A past that is taken over keeps a note that no decision is known`() throws {
    let network = try Self.network()
    let answer = try network.record(
      "member admit", ["member": ["FR"], "class": ["member"]], on: "2021-05-01")
    #expect(answer.verdict == .takenOver)
    #expect(answer.reasons.notes.map(\.code) == ["admission-by-application"])
  }
}
