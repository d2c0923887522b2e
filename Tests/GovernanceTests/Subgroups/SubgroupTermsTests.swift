import Governance
import Plugins
import TestKit
import Testing
import Values

/// Terms of reference set rules of their own, as far as the network lets them.
@Suite struct SubgroupTermsTests {
  private let fields = [
    "subgroup": "ai", "title": "AI", "mandate": "Study", "by": "D-1",
  ]

  private func given(
    _ terms: String = SampleSubgroups.terms, body: String = "plenary", matter: String = "default"
  ) throws -> Given {
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: body, title: "x", matter: matter,
      method: .consensus)
    return try Given(rules: SampleSubgroups.rules(terms)).admitted("ES FR PT")
      .happened(.adopted(resolution), to: try #require(DeliberationID("D-1")))
  }

  private func created(_ terms: [String: String] = [:]) throws -> Given {
    let creation = SubgroupCreation(
      title: "AI", mandate: "Study", from: PartialDay(day("2026-02-01")),
      until: day("2027-01-31"), deliberation: try #require(DeliberationID("D-1")),
      members: ["ES", "PT"].compactMap { MemberID($0) }, terms: terms)
    return try given().happened(
      .created(creation), to: try #require(SubgroupID("ai")), on: "2026-02-01")
  }

  private func asked(_ more: [String: String]) -> [String: String] { fields.merging(more) { $1 } }

  @Test func `A subgroup begins with its members and with rules of its own`() throws {
    let decision = try given().when(
      "subgroup add", asked(["members": "ES,PT", "rules": "quorum.members=2,notice.period=P7D"])
    ).then(
      "subgroup.created",
      [
        "members": ["ES", "PT"], "terms": ["notice.period": "P7D", "quorum.members": "2"],
        "until": "2028-11-22",
      ])
    #expect(decision.derivations.map(\.question) == ["subgroup-terms", "mandate-length"])
    #expect(decision.derivations.first?.clause.id == "subgroups.terms")
    #expect(decision.derivations.first?.holds == true)
  }

  @Test func `Without rules and members of its own nothing of them is stored`() throws {
    let decision = try given().when("subgroup add", fields).then("subgroup.created")
    #expect(decision.events.first?.event.data["terms"] == nil)
    #expect(decision.events.first?.event.data["members"] == nil)
  }

  @Test func `A locked key is refused with the lock, its source and what may be set`() throws {
    let given = try given("{may_set: [notice, lifetime], source: charter}")
    let refusal = try given.when("subgroup add", asked(["rules": "quorum.members=2"]))
      .thenRefused("subgroup-key-locked", clause: "subgroups.terms")
    #expect(refusal.values == ["subgroup": .text("ai"), "key": .text("quorum")])
    #expect(refusal.clause?.source.key == "charter")
    #expect(refusal.ways == [Note("set-only", ["known": .list(["notice", "lifetime"])])])
    #expect(refusal.derivation?.holds == false)
    try given.when("subgroup add", asked(["rules": "notice.period=P7D"])).then("subgroup.created")
  }

  @Test func `Each locked key is told, and where nothing may be set so is that`() throws {
    let outcome = try given("{may_set: [], source: charter}")
      .when("subgroup add", asked(["rules": "quorum.members=2,lifetime=P1Y"]))
    let decision = try outcome.result.get()
    #expect(decision.objections.map { $0.values["key"] } == [.text("quorum"), .text("lifetime")])
    #expect(decision.objections.allSatisfy { $0.ways == [Note("adopt-rules")] })
    var rules = try SampleSubgroups.rules()
    rules.subgroups?.terms = nil
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "x",
      method: .consensus)
    try Given(rules: rules)
      .happened(.adopted(resolution), to: try #require(DeliberationID("D-1")))
      .when("subgroup add", asked(["rules": "quorum.members=2"]))
      .thenRefused("subgroup-key-locked", clause: "subgroups")
  }

  @Test func `A past that is taken over keeps a locked key as a note`() throws {
    let outcome = try given("{may_set: [], source: charter}")
      .when("subgroup add", asked(["rules": "quorum.members=2"]), takenOver: true)
    #expect(try outcome.result.get().events.first?.event.data["terms"] == ["quorum.members": "2"])
  }

  @Test(arguments: [
    ("quorum.members=many", "value-unreadable"), ("lifetime=soon", "value-unreadable"),
    ("colour=red", "key-unknown"), ("quorum", "field-malformed"), ("=3", "field-malformed"),
    ("quorum.members=", "field-malformed"),
  ])
  func `A rule that cannot be read is told before anything is decided`(
    _ row: (rules: String, code: String)
  ) throws {
    let failure = #expect(throws: Failure.self) {
      try given().when("subgroup add", asked(["rules": row.rules]))
    }
    #expect(failure?.code.name == row.code)
  }

  @Test func `A lifetime of its own stands in the place of the longest mandate`() throws {
    let decision = try given().when("subgroup add", asked(["rules": "lifetime=P3Y"]))
      .then("subgroup.created", ["until": "2029-11-22"])
    let derivation = try #require(decision.derivations.last)
    #expect(derivation.question == "mandate-length" && derivation.inputs["longest"] == "P3Y")
    #expect(
      derivation.clause.id == "subgroups.ai.lifetime" && derivation.clause.source.key == "D-1")
    try given().when("subgroup add", asked(["rules": "lifetime=P1M", "until": "2026-12-23"]))
      .thenRefused("mandate-too-long", clause: "subgroups.ai.lifetime")
  }

  @Test(arguments: ["plenary", "board"])
  func `A subgroup has no name of a body`(_ name: String) throws {
    try given().when("subgroup add", asked(["subgroup": name]))
      .thenRefused("subgroup-named-as-body")
  }

  @Test func `Members of a subgroup belong to the network`() throws {
    try given().when("subgroup add", asked(["members": "ES,DE"])).thenRefused("delegation-unknown")
  }

  // MARK: - Amendments

  private func amended(_ more: [String: String]) -> [String: String] {
    ["subgroup": "ai", "by": "D-1"].merging(more) { $1 }
  }

  @Test func `A mandate is renewed by a deliberation, no longer than the rules allow`() throws {
    try created().when("subgroup amend", amended(["until": "2028-11-22"]))
      .then("subgroup.amended", ["until": "2028-11-22", "deliberation": "D-1", "on": "2026-11-23"])
    let refusal = try created().when("subgroup amend", amended(["until": "2028-11-23"]))
      .thenRefused("mandate-too-long", clause: "subgroups")
    #expect(refusal.derivation?.inputs["lawful_until"] == "2028-11-22")
    try created().when("subgroup amend", amended(["until": "2026-11-22"]))
      .thenRefused("mandate-ends-before")
  }

  @Test func `A rule replaces what stood under its key, and inherit takes it away`() throws {
    let before = ["quorum.more_than": "1/3", "quorum.of": "members", "notice.period": "P7D"]
    try created(before).when("subgroup amend", amended(["rules": "quorum.members=2"]))
      .then(
        "subgroup.amended", ["terms": ["notice.period": "P7D", "quorum.members": "2"]])
    try created(before).when("subgroup amend", amended(["inherit": "quorum"]))
      .then("subgroup.amended", ["terms": ["notice.period": "P7D"]])
    let all = try created(before).when("subgroup amend", amended(["inherit": "quorum,notice"]))
      .then("subgroup.amended")
    #expect(all.events.first?.event.data["terms"] == [:])
    let none = try created(before).when("subgroup amend", amended(["mandate": "Study and draft"]))
      .then("subgroup.amended", ["mandate": "Study and draft"])
    #expect(none.events.first?.event.data["terms"] == nil)
  }

  @Test func `An amendment asks for a deliberation of who creates subgroups, on this one`() throws {
    let rules = try SampleSubgroups.rules()
    func asked(body: String, decides: [String] = []) throws -> Given.Outcome {
      let resolution = Resolution(
        meeting: try #require(MeetingID("plenary-1")), body: body, title: "x", method: .consensus,
        circumstances: Resolution.Circumstances(decides: decides))
      let creation = SubgroupCreation(
        title: "AI", mandate: "Study", from: PartialDay(day("2026-02-01")), until: nil,
        deliberation: try #require(DeliberationID("D-1")))
      return try Given(rules: rules)
        .happened(.created(creation), to: try #require(SubgroupID("ai")))
        .happened(.adopted(resolution), to: try #require(DeliberationID("D-1")))
        .when("subgroup amend", amended(["mandate": "x"]))
    }
    try asked(body: "board").thenRefused("deliberation-unfit", clause: "subgroups")
    try asked(body: "plenary", decides: ["other"]).thenRefused("deliberation-decides-other")
    try asked(body: "plenary", decides: ["ai"]).then("subgroup.amended")
  }

  @Test func `An amendment that changes nothing, or names no key, is no amendment`() throws {
    try created().when("subgroup amend", amended([:])).thenRefused("subgroup-unchanged")
    let failure = #expect(throws: Failure.self) {
      try created().when("subgroup amend", amended(["inherit": "colour"]))
    }
    #expect(failure?.code == .fieldMalformed)
    try created().when("subgroup amend", amended(["rules": "decides.only=consensus"]))
      .then("subgroup.amended", ["terms": ["decides.only": "consensus"]])
  }

  // MARK: - Members and coordination

  @Test func `A member joins once and leaves once`() throws {
    let ai = ["subgroup": "ai"]
    try created().when("subgroup join", ai.merging(["member": "FR"]) { $1 })
      .then("subgroup.joined", ["member": "FR", "from": "2026-11-23"])
    try created().when("subgroup join", ai.merging(["member": "ES"]) { $1 })
      .thenRefused("takes-part-already")
    try created().when("subgroup join", ai.merging(["member": "DE"]) { $1 })
      .thenRefused("delegation-unknown")
    try created().when("subgroup leave", ai.merging(["member": "ES", "reason": "Busy"]) { $1 })
      .then("subgroup.departed", ["member": "ES", "from": "2026-11-23", "reason": "Busy"])
    let refusal = try created().when("subgroup leave", ai.merging(["member": "FR"]) { $1 })
      .thenRefused("takes-no-part")
    #expect(refusal.ways == [Note("use-one-of", ["known": .list(["ES", "PT"])])])
  }

  @Test func `Whoever left may join again`() throws {
    let id = try #require(SubgroupID("ai"))
    let member = try #require(MemberID("ES"))
    let leaving = SubgroupLeaving(member: member, from: PartialDay(day("2026-05-01")))
    let left = try created().happened(.left(leaving), to: id, on: "2026-05-01")
    try left.when("subgroup join", ["subgroup": "ai", "member": "ES"]).then("subgroup.joined")
    try left.when("subgroup leave", ["subgroup": "ai", "member": "ES"])
      .thenRefused("takes-no-part")
  }

  @Test(arguments: [
    ([:], "P1Y", "2027-11-22", "subgroups.terms"),
    (["chair_term": "P6M"], "P6M", "2027-05-22", "subgroups.ai.chair_term"),
  ])
  func `A coordination has the term of the network or that of the subgroup`(
    _ row: (terms: [String: String], term: String, until: String, clause: String)
  ) throws {
    let decision = try created(row.terms)
      .when("subgroup coordinate", ["subgroup": "ai", "member": "PT"])
      .then("subgroup.coordinated", ["until": .text(row.until)])
    let derivation = try #require(decision.derivations.first)
    #expect(derivation.clause.id == row.clause && derivation.inputs["term"] == .text(row.term))
  }

  @Test func `Once a term is over the same member may coordinate again`() throws {
    let coordination = SubgroupCoordination(
      member: try #require(MemberID("PT")), from: PartialDay(day("2026-03-01")),
      until: day("2026-11-22"))
    let given = try created().happened(
      .coordinated(coordination), to: try #require(SubgroupID("ai")), on: "2026-03-01")
    let again = ["subgroup": "ai", "member": "PT"]
    try given.when("subgroup coordinate", again).then("subgroup.coordinated")
    try given.when("subgroup coordinate", again, on: "2026-11-22")
      .thenRefused("coordinates-already")
  }

  @Test func `A subgroup that has ended is neither changed nor joined`() throws {
    let ending = SubgroupEnding(on: PartialDay(day("2026-06-01")), reason: nil)
    let ended = try created().happened(
      .ended(ending), to: try #require(SubgroupID("ai")), on: "2026-06-01")
    for (act, more) in [
      ("subgroup amend", ["by": "D-1", "mandate": "x"]), ("subgroup join", ["member": "FR"]),
      ("subgroup leave", ["member": "ES"]),
    ] {
      try ended.when(act, more.merging(["subgroup": "ai"]) { $1 })
        .thenRefused("subgroup-ended-already")
    }
  }
}
