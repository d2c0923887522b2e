import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// An application, the opinion of a body and the decision of another: membership begins with the third.
@Suite struct ApplicationTests {
  private let clause = Clause(id: "admission", source: .assumption)

  private var rules: Rules {
    var rules = Rules.sample
    rules.admission = AdmissionRule(
      decidedBy: "plenary", matter: "default", opinion: "board", clause: clause)
    return rules
  }

  private func application(_ id: String = "AP-1") throws -> ApplicationID {
    try #require(ApplicationID(id))
  }

  private func day(_ text: String) throws -> PartialDay { try #require(PartialDay(text)) }

  /// FR applied to be a member on 3 May 2026; the plenary decided D-1 on 20 September.
  private func given(
    outcome: Deliberation.Outcome = .adopted, body: String = "plenary", matter: String = "default",
    under rules: Rules? = nil
  ) throws -> Given {
    let filing = ApplicationFiling(
      member: try #require(MemberID("FR")), memberClass: "member", on: try day("2026-05-03"))
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: body, title: "On FR", matter: matter,
      method: .consensus)
    let deliberation = try #require(DeliberationID("D-1"))
    return try Given(rules: rules ?? self.rules).admitted("PT ES")
      .happened(ApplicationEvent.filed(filing), to: application(), on: "2026-05-03")
      .happened(
        outcome == .adopted
          ? DeliberationEvent.adopted(resolution) : .rejected(resolution), to: deliberation,
        on: "2026-09-20")
  }

  private func advised(_ given: Given, by body: String = "board") throws -> Given {
    let opinion = ApplicationOpinion(body: body, tenor: .favourable, on: try day("2026-06-01"))
    return try given.happened(
      ApplicationEvent.advised(opinion), to: application(), on: "2026-06-01")
  }

  private func ended(_ event: (ApplicationEnd) -> ApplicationEvent, _ given: Given) throws -> Given
  {
    try given.happened(
      event(ApplicationEnd(on: try day("2026-10-01"))), to: application(), on: "2026-10-01")
  }

  // MARK: - Filing

  @Test func `An application is filed under the next number, and admits nobody`() throws {
    let decision = try Given(rules: rules).admitted("PT")
      .when("application file", ["member": "FR", "class": "observer", "text": "Letter 4"])
      .then(
        "application.filed",
        ["member": "FR", "class": "observer", "on": "2026-11-23", "text": "Letter 4"])
    #expect(decision.events.map(\.key.text) == ["application-AP-1"])
  }

  @Test(arguments: [
    (["member": "XX", "class": "member"], "member-code-unknown"),
    (["member": "FR", "class": "guest"], "class-unknown"),
    (["member": "PT", "class": "member"], "class-held-already"),
    (["member": "FR", "class": "observer"], "application-open-already"),
  ])
  func `What nobody can apply for is refused`(_ fields: [String: String], _ code: String) throws {
    try given().when("application file", fields).thenRefused(code)
  }

  @Test func `A member may apply for another class, and anybody again after the end`() throws {
    try given().when("application file", ["member": "PT", "class": "observer"])
      .then("application.filed", ["member": "PT"])
    try ended({ .refused($0) }, given()).when(
      "application file", ["member": "FR", "class": "member"]
    ).then("application.filed", ["member": "FR"])
  }

  @Test func `A digest is one, or the application is not read`() {
    #expect(throws: Failure.self) {
      try Given(rules: rules)
        .when("application file", ["member": "FR", "class": "member", "digest": "abc"])
    }
  }

  // MARK: - Opinion

  @Test(arguments: ["favourable", "unfavourable"])
  func `An opinion is recorded with its body, and decides nothing`(_ opinion: String) throws {
    let fields = ["application": "AP-1", "body": "board", "opinion": opinion, "text": "Trained"]
    let decision = try given().when("application opinion", fields)
      .then("application.advised", ["body": "board", "tenor": .text(opinion), "text": "Trained"])
    #expect(decision.events.count == 1)
  }

  @Test func `An opinion of a body that the rules do not ask is refused with the clause`() throws {
    let fields = ["application": "AP-1", "body": "plenary", "opinion": "favourable"]
    let refusal = try given().when("application opinion", fields)
      .thenRefused("opinion-not-asked", clause: "admission")
    #expect(refusal.ways.map(\.code) == ["let-body-advise"])
    var silent = rules
    silent.admission?.opinion = nil
    try given(under: silent).when("application opinion", fields)
      .thenRefused("opinion-not-asked", clause: "admission")
    try given(under: .sample).when("application opinion", fields).then("application.advised")
  }

  @Test(arguments: [
    (["application": "AP-9"], "application-unknown"), (["body": "court"], "body-unknown"),
    (["by": "D-1"], "opinion-of-other-body"), (["by": "D-9"], "deliberation-unknown"),
  ])
  func `An opinion is of a body of the rules, on an application, in its own deliberation`(
    _ fields: [String: String], _ code: String
  ) throws {
    let base = ["application": "AP-1", "body": "board", "opinion": "favourable"]
    try given().when("application opinion", base.merging(fields) { $1 }).thenRefused(code)
  }

  @Test func `Nothing is answered before it was asked`() throws {
    let fields = ["application": "AP-1", "body": "board", "opinion": "favourable"]
    try given().when("application opinion", fields, on: "2026-05-02").thenRefused("before-filing")
    try given().when("application opinion", fields, on: "2026-05-03").then("application.advised")
    try given().when("application withdraw", ["application": "AP-1"], on: "2026-05-02")
      .thenRefused("before-filing")
  }

  // MARK: - Decision

  private let decide = ["application": "AP-1", "by": "D-1"]

  @Test func `An adopted decision grants the application and admits, in one act`() throws {
    let decision = try advised(given()).when("application decide", decide)
      .then(["application.granted", "member.admitted"], ["deliberation": "D-1"])
    #expect(decision.events.map(\.key.text) == ["application-AP-1", "member-FR"])
    #expect(decision.events.last?.event.data == ["class": "member", "from": "2026-11-23"])
    #expect(decision.derivations.map(\.question) == ["opinion"])
    #expect(decision.derivations.map(\.clause.id) == ["admission"])
  }

  @Test func `A rejected one refuses it, and no event touches the member`() throws {
    let decision = try advised(given(outcome: .rejected)).when("application decide", decide)
      .then("application.refused", ["deliberation": "D-1", "on": "2026-11-23"])
    #expect(decision.events.map(\.key.text) == ["application-AP-1"])
  }

  @Test func `A member that applied for another class is moved to it`() throws {
    let filing = ApplicationFiling(
      member: try #require(MemberID("PT")), memberClass: "observer", on: try day("2026-05-03"))
    let given = try advised(
      given().happened(ApplicationEvent.filed(filing), to: application(), on: "2026-05-04"))
    try given.when("application decide", decide)
      .then(["application.granted", "member.reclassified"])
  }

  @Test func `Without the opinion that the rules ask for, the decision is refused with the clause`()
    throws
  {
    let refusal = try given().when("application decide", decide)
      .thenRefused("opinion-missing", clause: "admission")
    #expect(refusal.derivation?.holds == false)
    #expect(refusal.ways.map(\.code) == ["record-opinion"])
    try advised(given(), by: "plenary").when("application decide", decide)
      .thenRefused("opinion-missing", clause: "admission")
    var silent = rules
    silent.admission?.opinion = nil
    try given(under: silent).when("application decide", decide)
      .then(["application.granted", "member.admitted"])
  }

  @Test(arguments: [("board", "default"), ("plenary", "rules")])
  func `A decision of another body or on another matter is refused with the clause`(
    _ body: String, _ matter: String
  ) throws {
    try advised(given(body: body, matter: matter)).when("application decide", decide)
      .thenRefused("deliberation-unfit", clause: "admission")
  }

  @Test func `Membership begins with the decision, and not before it`() throws {
    let given = try advised(given())
    try given.when("application decide", decide, on: "2026-09-19")
      .thenRefused("membership-before-decision")
    let decision = try given.when("application decide", decide, on: "2026-09-20")
      .then(["application.granted", "member.admitted"])
    #expect(decision.events.last?.effective == Day("2026-09-20"))
  }

  @Test(arguments: [Deliberation.Outcome.adopted, .rejected])
  func `An annulled vote decides nothing`(_ outcome: Deliberation.Outcome) throws {
    let annulled = DeliberationEvent.annulled(Annulment(reason: "Not all were called"))
    try advised(given(outcome: outcome)).happened(
      annulled, to: try #require(DeliberationID("D-1")), on: "2026-09-20"
    ).when("application decide", decide).thenRefused("deliberation-annulled")
  }

  @Test func `A matter that was put off has not been decided`() throws {
    let deferral = Deferral(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "On FR",
      matter: "default", reason: "No papers")
    try advised(given()).happened(
      DeliberationEvent.deferred(deferral), to: try #require(DeliberationID("D-2")),
      on: "2026-09-20"
    ).when("application decide", ["application": "AP-1", "by": "D-2"])
      .thenRefused("deliberation-undecided")
  }

  @Test func `Whoever came in meanwhile needs no decision any more`() throws {
    let admitted = MemberEvent.admitted(memberClass: "member", from: try day("2026-07-01"))
    let refusal = try advised(given()).happened(
      admitted, to: try #require(MemberID("FR")), on: "2026-07-01"
    ).when("application decide", decide).thenRefused("class-held-already")
    #expect(refusal.ways.map(\.code) == ["withdraw-application"])
  }

  @Test(arguments: [
    "application opinion", "application decide", "application withdraw",
  ])
  func `What has ended is neither advised on, nor decided, nor taken back`(_ act: String) throws {
    let fields = [
      "application opinion": ["application": "AP-1", "body": "board", "opinion": "favourable"],
      "application decide": decide, "application withdraw": ["application": "AP-1"],
    ]
    let ends: [(ApplicationEnd) -> ApplicationEvent] = [
      { .granted($0) }, { .refused($0) }, { .withdrawn($0) },
    ]
    for end in ends {
      try ended(end, advised(given())).when(act, try #require(fields[act]))
        .thenRefused("application-ended")
    }
  }

  @Test func `An application is taken back with or without a reason`() throws {
    try given().when("application withdraw", ["application": "AP-1", "reason": "Next year"])
      .then("application.withdrawn", ["on": "2026-11-23", "reason": "Next year"])
    try given().when("application withdraw", ["application": "AP-1"]).then("application.withdrawn")
  }

  // MARK: - The other way in

  @Test func `Where the rules let in by decision, nobody is admitted by another way`() throws {
    let fields = ["member": "FR", "class": "member"]
    let refusal = try Given(rules: rules).when("member admit", fields)
      .thenRefused("admission-by-application", clause: "admission")
    #expect(refusal.ways.map(\.code) == ["file-application"])
    try Given(rules: .sample).when("member admit", fields).then("member.admitted")
  }

  @Test func `A state is read back as it was, at each stage`() throws {
    var application = Application(id: try application())
    let events: [ApplicationEvent] = [
      .filed(
        ApplicationFiling(
          member: try #require(MemberID("FR")), memberClass: "member", on: try day("2026-05"),
          text: "Letter", digest: String(repeating: "a", count: 64))),
      .advised(
        ApplicationOpinion(
          body: "board", tenor: .unfavourable, on: try day("2026-06-01"),
          deliberation: DeliberationID("D-1"), text: "Not yet")),
      .refused(ApplicationEnd(on: try day("2026-09-20"), deliberation: DeliberationID("D-2"))),
    ]
    let stages: [Application.Stage] = [.filed, .advised, .refused]
    for (index, event) in events.enumerated() {
      application.evolve(
        with: event,
        at: Mark(position: Int64(index + 1), effective: try #require(Day("2026-09-20"))))
      #expect(application.stage == stages[index])
      #expect(try Application(id: application.id, state: application.state) == application)
    }
  }

  @Test func `Through the log, the three events are three acts, and the third admits`() throws {
    let network = try SampleNetwork.sitting()
    let filed = try network.record(
      "application file", ["member": ["FR"], "class": ["observer"]], on: "2026-02-10")
    #expect(filed.events.map(\.subject) == ["AP-1"])
    try network.record(
      "application opinion",
      ["application": ["AP-1"], "body": ["board"], "opinion": ["favourable"]], on: "2026-03-01")
    let vote = try network.vote(3, against: 0, on: "2026-03-20")
    let id = try #require(vote.events.first?.subject)
    #expect(try network.log.events(ofType: "member.admitted", after: 0, limit: 9).count == 3)
    let decided = try network.record(
      "application decide", ["application": ["AP-1"], "by": [id]], on: "2026-03-20")
    #expect(decided.events.map(\.type) == ["application.granted", "member.admitted"])
    #expect(try network.log.events(ofType: "member.admitted", after: 0, limit: 9).count == 4)
  }
}
