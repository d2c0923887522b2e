import Governance
import Plugins
import TestKit
import Testing
import Values

/// What may be set, and what the rules say against it.
@Suite struct SetParameterTests {
  private func given() throws -> Given {
    Given(rules: try PluginFile.load(resolved: SampleRules.parametered()))
  }

  @Test func `A parameter has another value from the day of the act on`() throws {
    let decision = try given()
      .when("parameter set", ["parameter": "notice", "value": "P21D"], on: "2026-05")
      .then("parameter.changed", ["name": "notice", "value": "P21D", "from": "2026-05"])
    let derivation = try #require(decision.derivations.first)
    #expect(derivation.question == "parameter" && derivation.holds)
    #expect(derivation.clause.id == "parameters.notice")
    #expect(derivation.inputs["least"] == "P7D" && derivation.inputs["most"] == "P2M")
    #expect(decision.events.first?.key == EntityKey(category: "parameter", id: "notice"))
  }

  @Test(arguments: [
    ("notice", "P7D"), ("notice", "P2M"), ("quorum", "1/2"), ("quorum", "9/10"), ("ceiling", "1"),
    ("ceiling", "999999"), ("language", "fr"), ("open", "false"), ("motto", "Lex et ius"),
  ])
  func `A value within the bounds is taken, the bounds included`(
    _ row: (name: String, value: String)
  )
    throws
  {
    try given().when("parameter set", ["parameter": row.name, "value": row.value])
      .then("parameter.changed", ["name": .text(row.name), "value": .text(row.value)])
  }

  @Test(arguments: [
    ("notice", "P6D", "P7D", "P2M"), ("notice", "P61D", "P7D", "P2M"),
    ("quorum", "49/100", "1/2", "9/10"), ("quorum", "91/100", "1/2", "9/10"),
  ])
  func `A value beyond the bounds is refused with the clause, the bounds and the ways out`(
    _ row: (name: String, value: String, least: String, most: String)
  ) throws {
    let refusal = try given().when("parameter set", ["parameter": row.name, "value": row.value])
      .thenRefused("parameter-beyond-bounds", clause: "parameters.\(row.name)")
    #expect(refusal.values["least"] == .text(row.least))
    #expect(refusal.values["most"] == .text(row.most))
    #expect(refusal.ways.map(\.code) == ["keep-to-bounds", "adopt-rules"])
    #expect(refusal.derivation?.holds == false)
    #expect(refusal.derivation?.inputs["value"] == .text(row.value))
    #expect(refusal.code.exit == .refused)
  }

  @Test func `A bound that is not there is told as none`() throws {
    let refusal = try given().when("parameter set", ["parameter": "ceiling", "value": "0"])
      .thenRefused("parameter-beyond-bounds", clause: "parameters.ceiling")
    #expect(refusal.values["most"] == .word("word.none"))
    #expect(refusal.derivation?.inputs["most"] == "–")
  }

  @Test func `A past that is taken over cannot have a value beyond the bounds either`() throws {
    try given()
      .when(
        "parameter set", ["parameter": "notice", "value": "P1D"], on: "2020-01-01", takenOver: true
      )
      .thenRefused("parameter-beyond-bounds", clause: "parameters.notice")
  }

  @Test(arguments: [
    ("notice", "3 weeks", "value-as-default"), ("notice", "P0.5M", "value-as-default"),
    ("quorum", "0.5", "value-as-default"), ("ceiling", "three", "value-as-default"),
    ("ceiling", "9999999", "value-as-default"), ("open", "yes", "value-as-default"),
    ("language", "de", "use-one-of"),
  ])
  func `A text that is no value of the parameter is refused with the form it has`(
    _ row: (name: String, value: String, way: String)
  ) throws {
    let refusal = try given().when("parameter set", ["parameter": row.name, "value": row.value])
      .thenRefused("parameter-value-unfit", clause: "parameters.\(row.name)")
    #expect(refusal.code.exit == .badData)
    #expect(refusal.ways.map(\.code) == [row.way])
    #expect(refusal.values["value"] == .text(row.value))
    guard case .word(let kind) = refusal.values["kind"] else {
      Issue.record("the refusal does not say what kind of value is asked for")
      return
    }
    #expect(kind.hasPrefix("parameter-kind."))
  }

  @Test func `A long text is quoted only in part`() throws {
    let long = String(repeating: "9", count: 5_000)
    let refusal = try given().when("parameter set", ["parameter": "ceiling", "value": long])
      .thenRefused("parameter-value-unfit", clause: "parameters.ceiling")
    #expect(refusal.values["value"] == .text(String(repeating: "9", count: 80)))
  }

  @Test func `A parameter that the rules do not have is refused with those they have`() throws {
    let refusal = try given().when("parameter set", ["parameter": "notise", "value": "P21D"])
      .thenRefused("parameter-unknown")
    #expect(refusal.code.exit == .notFound)
    let known = ["ceiling", "language", "motto", "notice", "open", "quorum"]
    guard case .list(let told)? = refusal.ways.first?.values["known"] else {
      Issue.record("the known parameters are not told")
      return
    }
    #expect(told.sorted() == known)
  }

  @Test func `Rules without parameters send to an amendment`() throws {
    let refusal = try Given(rules: .sample)
      .when("parameter set", ["parameter": "notice", "value": "P21D"])
      .thenRefused("parameter-unknown")
    #expect(refusal.ways == [Note("adopt-rules")])
  }

  @Test func `A deliberation that is named must be there`() throws {
    try given()
      .when("parameter set", ["parameter": "notice", "value": "P21D", "adopted-by": "D-9"])
      .thenRefused("deliberation-unknown")
  }

  @Test(arguments: ["", "no name", "../x", "-x"])
  func `A name that nothing can have is refused before anything is asked`(_ name: String) throws {
    #expect(throws: Failure.self) {
      try given().when("parameter set", ["parameter": name, "value": "P21D"])
    }
  }
}
