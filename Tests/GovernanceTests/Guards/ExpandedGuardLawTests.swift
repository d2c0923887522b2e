import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// The program's rule and the guard that stands for it give one verdict, whatever the state and the act.
@Suite struct ExpandedGuardLawTests {
  private static let members = ["CY", "ES", "FR", "IT", "MT", "PT", "SE"]
  private static let fractions = ["1/3", "1/2", "3/5", "2/3", "3/4"]

  /// Rules by chance: fractions, bases, abstentions, ties, methods, periods and numbers.
  private static func edits(_ random: inout Seeded) -> [(String, String)] {
    func threshold() -> String {
      let key = ["more_than", "at_least"].randomElement(using: &random) ?? ""
      return "\(key): \(fractions.randomElement(using: &random) ?? "")"
    }
    func majority() -> String {
      let base = ["all_members", "present", "votes_cast"].randomElement(using: &random) ?? ""
      let abstentions = Bool.random(using: &random) ? "counted" : "ignored"
      let tie = Bool.random(using: &random) ? "rejected" : "chair_decides"
      let first = Bool.random(using: &random) ? "first: consensus, " : ""
      return "{\(first)\(threshold()), of: \(base), abstentions: \(abstentions), tie: \(tie)"
    }
    func days(_ range: ClosedRange<Int>) -> String { "P\(Int.random(in: range, using: &random))D" }
    let most = Int.random(in: 1...3, using: &random)
    let months = Int.random(in: 1...26, using: &random)
    return [
      ("quorum: {more_than: 1/2", "quorum: {\(threshold())"),
      (
        "default: {first: consensus, more_than: 1/2, of: all_members, abstentions: counted, "
          + "tie: rejected", "default: \(majority())"
      ),
      (
        "rules: {at_least: 2/3, of: all_members, abstentions: counted, tie: rejected",
        "rules: \(majority())"
      ),
      (
        "notice: {period: P14D, urgent: P4D",
        Bool.random(using: &random)
          ? "notice: {period: \(days(8...20)), urgent: \(days(1...7))"
          : "notice: {period: \(days(8...20))"
      ),
      ("max: 2, by", "max: \(most), by"), ("term: P4Y, ", "term: P\(months)M, "),
      ("programme: {length: P2Y", "programme: {length: P\(months)M"),
      ("longest: P2Y", "longest: P\(Int.random(in: 1...26, using: &random))M"),
      (
        "elected: {min: 2, max: 3",
        "elected: {leaving: 1, min: \(Int.random(in: 1...2, using: &random)), max: \(most + 1)"
      ),
      (
        "observer: {may: [attend, speak, receive]",
        Bool.random(using: &random)
          ? "observer: {may: [attend, speak]" : "observer: {may: [receive]"
      ),
    ]
  }

  /// A network of chance: members of either class, a plenary convened and one that is open.
  private static func expanded(_ random: inout Seeded) throws -> ExpandedRules {
    let expanded = try ExpandedRules(edits(&random))
    let network = expanded.network
    for (index, member) in members.enumerated() {
      let isObserver = index > 2 && Int.random(in: 0..<4, using: &random) == 0
      try network.record(
        "member admit", ["member": [member], "class": [isObserver ? "observer" : "member"]],
        on: "2026-01-10")
    }
    try network.convene("plenary-1", for: "2026-11-20", on: "2026-02-02")
    try network.convene("plenary-2", for: "2026-11-18", on: "2026-02-02")
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-07-15"]], on: "2026-02-03")
    return expanded
  }

  /// Some of the members, in their order.
  private static func some(_ random: inout Seeded) -> [String] {
    let share = Int.random(in: 0...4, using: &random)
    return members.filter { _ in Int.random(in: 0..<4, using: &random) < share }
  }

  private static func day(after days: Int, _ day: String) -> String {
    Day(number: (Day(day)?.number ?? 0) + days).description
  }

  private func check(_ expanded: ExpandedRules, _ clauses: [String], isRefused: Bool = true) {
    #expect(expanded.differences.isEmpty, "\(expanded.differences.prefix(3))")
    for clause in clauses {
      #expect(expanded.held.contains(clause), "never held: \(clause)")
      if isRefused { #expect(expanded.refused.contains(clause), "never refused: \(clause)") }
    }
  }

  @Test(arguments: UInt64(1)...3)
  func `Notice of a convocation and of a move`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var expanded = try Self.expanded(&random)
    for _ in 1...60 {
      let urgent = Bool.random(using: &random) ? ["urgent": ["true"]] : [:]
      let day = Self.day(after: -Int.random(in: 0...24, using: &random), "2026-07-15")
      try expanded.compare(
        "meeting convene", ["meeting": ["plenary-3"]].merging(urgent) { $1 }, on: day)
      let moved = Self.day(after: Int.random(in: 0...24, using: &random), day)
      try expanded.compare(
        "meeting move",
        ["meeting": ["plenary-1"], "from": [moved], "reason": ["host"]].merging(urgent) { $1 },
        on: day)
    }
    check(expanded, ["series.plenary.notice"])
  }

  @Test(arguments: UInt64(11)...13)
  func `Quorum at the opening, with who may attend`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var expanded = try Self.expanded(&random)
    for _ in 1...60 {
      let present = Self.some(&random)
      try expanded.compare(
        "meeting open", ["meeting": ["plenary-1"], "present": present], on: "2026-11-20")
    }
    check(expanded, ["bodies.plenary.quorum"])
  }

  @Test(arguments: UInt64(21)...28)
  func `Majorities, ties, consensus and quorum of what a plenary decides`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var expanded = try Self.expanded(&random)
    try open("plenary-2", in: expanded.network, leaving: Int(seed % 4))
    for _ in 1...80 {
      var fields = ["meeting": ["plenary-2"], "title": ["A matter"]]
      let matters = ["default", "rules", "programme", "admission", "other"]
      fields["matter"] = [matters.randomElement(using: &random) ?? ""]
      fields.merge(ballot(&random)) { $1 }
      if fields["consensus"] == nil, Int.random(in: 0..<3, using: &random) == 0 {
        fields["chair-vote"] = [Bool.random(using: &random) ? "for" : "against"]
      }
      try expanded.compare("deliberation record", fields, on: "2026-11-18")
    }
    check(
      expanded,
      ["bodies.plenary.decides.default", "bodies.plenary.decides.rules"], isRefused: false)
    check(expanded, ["bodies.plenary.decides.admission"])
  }

  /// Lets everybody who may come in, and some leave, so that a quorum can be lost.
  private func open(_ meeting: String, in network: SampleNetwork, leaving count: Int) throws {
    let entitled = try Self.members.filter { member in
      let trial = try network.record(
        "meeting open", ["meeting": [meeting], "present": [member]], on: "2026-11-18", mode: .trial)
      return !trial.reasons.refusals.contains { $0.code == "may-not-attend" }
    }
    try network.record(
      "meeting open", ["meeting": [meeting], "present": entitled], on: "2026-11-18")
    for member in entitled.prefix(count) {
      try network.record(
        "attendance leave", ["meeting": [meeting], "member": [member]], on: "2026-11-18")
    }
  }

  private func ballot(_ random: inout Seeded) -> [String: [String]] {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return ["consensus": ["true"]]
    case 1:
      let words = ["for", "against", "abstain", "recused"]
      let names = Self.members.suffix(4).map { member in
        "\(member)=\(words.randomElement(using: &random) ?? "")"
      }
      return ["names": names]
    default:
      let inFavour = Int.random(in: 0...4, using: &random)
      let isTie = Int.random(in: 0..<3, using: &random) == 0
      return [
        "for": ["\(inFavour)"],
        "against": ["\(isTie ? inFavour : Int.random(in: 0...2, using: &random))"],
        "abstain": ["\(Int.random(in: 0...1, using: &random))"],
      ]
    }
  }

  @Test(arguments: UInt64(41)...43)
  func `Seats, whose they are, how many and for how long`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var expanded = try Self.expanded(&random)
    try expanded.network.record(
      "member edit", ["member": ["SE"], "class": ["observer"]], on: "2026-02-01")
    let people = try (1...5).map { try person("Person \($0)", in: expanded.network) }
    for (index, person) in people.enumerated() {
      for _ in 1...12 {
        let from = Self.day(after: Int.random(in: 0...30, using: &random), "2026-03-01")
        let end = Self.day(after: Int.random(in: 1...900, using: &random), from)
        let until = Bool.random(using: &random) ? ["until": [end]] : [:]
        let fields = [
          "member": [["ES", "SE"].randomElement(using: &random) ?? ""], "kind": ["contact_point"],
          "person": [person],
        ]
        try expanded.compare("seat appoint", fields.merging(until) { $1 }, on: from)
      }
      if index < 4 {
        _ = try expanded.network.record(
          "seat appoint", ["member": ["ES"], "kind": ["contact_point"], "person": [person]],
          on: "2026-02-20")
      }
    }
    check(expanded, ["seats.contact_point"])
  }

  private func person(_ name: String, in network: SampleNetwork) throws -> String {
    let added = try network.record("person add", ["name": [name]], on: "2026-02-01")
    let stream = try #require(added.events.first?.stream)
    return String(stream.dropFirst("person-".count))
  }

  @Test(arguments: UInt64(51)...53)
  func `The length of a programme, and of the mandate of a subgroup`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var expanded = try Self.expanded(&random)
    try open("plenary-2", in: expanded.network, leaving: 0)
    try adopt(in: expanded.network)
    let rules = try #require(
      try expanded.network.log.events(ofType: "rules.adopted", after: 0, limit: 1).first)
    let governance = rules.data["rules"]?["governance"]
    for _ in 1...80 {
      let from = Self.day(after: Int.random(in: 0...400, using: &random), "2026-03-01")
      let length = try #require(governance?["programme"]?["length"]?.text.flatMap { Period($0) })
      let longest = try #require(governance?["subgroups"]?["longest"]?.text.flatMap { Period($0) })
      let start = try #require(Day(from))
      let slip = Int.random(in: -2...2, using: &random)
      let last = Day(number: max(start.number, (start + length).number - 1 + slip))
      try expanded.compare(
        "programme draft", ["title": ["P"], "from": [from], "until": [last.description]],
        on: "2026-03-01")
      let decided = try #require(Day("2026-11-18"))
      let end = Day(number: max(decided.number, (decided + longest).number - 1 + slip))
      try expanded.compare(
        "subgroup add",
        [
          "subgroup": ["cyber"], "title": ["S"], "mandate": ["M"], "until": [end.description],
          "by": ["D-1"],
        ], on: "2026-11-18")
    }
    check(expanded, ["programme", "subgroups"])
  }

  @Test(arguments: UInt64(61)...63)
  func `How many are elected, who may stand, and how many leave`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var expanded = try Self.expanded(&random)
    try open("plenary-2", in: expanded.network, leaving: 0)
    try adopt(in: expanded.network, deciding: ["bureau"])
    func elect(_ members: [String], _ until: String?) -> [String: [String]] {
      var fields = ["body": ["bureau"], "members": members, "by": ["D-1"]]
      fields["until"] = until.map { [$0] }
      return fields
    }
    for round in 1...80 {
      let end = Self.day(after: Int.random(in: 1...900, using: &random), "2026-11-18")
      let members = Array(Self.some(&random).shuffled(using: &random).prefix(5))
      guard !members.isEmpty else { continue }
      try expanded.compare(
        "board elect", elect(members, Bool.random(using: &random) ? end : nil), on: "2026-11-18")
      if round == 30 {
        try expanded.network.record("board elect", elect(["CY", "ES"], nil), on: "2026-11-18")
      }
    }
    check(expanded, ["bodies.bureau.elected"])
  }

  /// The first deliberation, D-1: the one matter on which the rules of chance do not touch.
  private func adopt(in network: SampleNetwork, deciding things: [String] = []) throws {
    var fields = [
      "meeting": ["plenary-2"], "title": ["T"], "matter": ["admission"], "consensus": ["true"],
    ]
    fields["decides"] = things.isEmpty ? nil : things
    try network.record("deliberation record", fields, on: "2026-11-18")
  }

  @Test func `Programmes that overlap are warned of by key and guard alike`() throws {
    var expanded = try ExpandedRules([])
    let network = expanded.network
    for member in ["ES", "MT", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.convene("plenary-1", for: "2026-03-20", on: "2026-02-02")
    try network.open("plenary-1", on: "2026-03-20")
    try network.record(
      "programme draft", ["title": ["P"], "from": ["2026-04-01"]], on: "2026-03-20")
    try network.vote(3, against: 0, on: "2026-03-20", matter: "programme")
    try network.record(
      "programme adopt", ["programme": ["programme-1"], "by": ["D-1"]], on: "2026-03-20")
    for first in ["2024-03-31", "2024-04-01", "2024-04-02", "2028-03-31", "2028-04-01"] {
      try expanded.compare("programme draft", ["title": ["P"], "from": [first]], on: "2026-03-20")
    }
    check(expanded, ["overlap"])
  }
}
