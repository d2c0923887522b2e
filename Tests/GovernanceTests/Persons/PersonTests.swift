import EventStore
import Governance
import TestKit
import Testing
import Values

@Suite struct PersonTests {
  @Test func `A person gets the next number, and the name stands sealed only`() throws {
    let decision = try Given(rules: .sample).registered(2)
      .when(
        "person add",
        ["name": "Ana Example", "email": "ana@example.org", "languages": "pt,en"]
      )
      .then("person.registered", ["languages": ["pt", "en"], "specialities": []])
    let event = try #require(decision.events.first)
    #expect(event.key.id == "H-3")
    #expect(event.event.personal.map(\.slot) == ["name", "email"])
    #expect(Set(event.event.personal.map(\.subject)) == ["H-3"])
    #expect(!event.event.data.canonicalText.contains("Ana"))
  }

  @Test(arguments: ["aa", "ar", "az", "zza", "zz"])
  func `A language is two or three letters, from a to z`(_ tag: String) throws {
    try Given(rules: .sample).when("person add", ["name": "Ana", "languages": tag])
      .then("person.registered", ["languages": [.text(tag)]])
  }

  @Test(arguments: ["PT", "english", "p", "p1", "a`", "a{"])
  func `A language that is no tag is refused`(_ tag: String) throws {
    try Given(rules: .sample).when("person add", ["name": "Ana", "languages": tag])
      .thenRefused("language-unknown")
  }

  @Test func `What is not given of a person stays`() throws {
    let decision = try Given(rules: .sample).registered(1)
      .when("person edit", ["person": "H-1", "phone": "+351 210 000 000"]).then("person.revised")
    let event = try #require(decision.events.first?.event)
    #expect(event.data == [:])
    #expect(event.personal.map(\.slot) == ["phone"])
  }

  @Test func `The first person is number one`() throws {
    let decision = try Given(rules: .sample).when("person add", ["name": "Ana"])
      .then("person.registered")
    #expect(decision.events.map(\.key.id) == ["H-1"])
  }

  @Test func `A language that is no tag is refused for a person already registered`() throws {
    try Given(rules: .sample).registered(1)
      .when("person edit", ["person": "H-1", "languages": "PT"]).thenRefused("language-unknown")
  }

  @Test(arguments: ["person add", "person edit"])
  func `Name, address and number of a person are personal, and nothing else is`(_ name: String)
    throws
  {
    let kind = try #require(ActCatalogue.command(named: name)?.kind)
    let personal = kind.fields.filter(\.isPersonal).map(\.name)
    #expect(personal == ["name", "email", "phone"])
  }

  @Test func `A name may stand straight after the verb`() throws {
    let kind = try #require(ActCatalogue.command(named: "person add")?.kind)
    #expect(kind.fields.filter(\.isPositional).map(\.name) == ["name"])
  }

  @Test func `What the log keeps of the request names nobody`() throws {
    let network = try SampleNetwork()
    try network.record(
      "person add",
      [
        "name": ["Ana Example"], "email": ["ana@example.org"], "phone": ["+351 210 000 000"],
        "languages": ["pt"],
      ], key: "ana")
    let kept = try #require(try network.log.command(CommandID("ana")))
    #expect(kept.body["fields"] == ["languages": "pt"])
  }

  @Test func `A person who is not registered cannot be edited`() throws {
    let refusal = try Given(rules: .sample)
      .when("person edit", ["person": "H-9", "languages": "pt"]).thenRefused("person-unknown")
    #expect(refusal.code.exit == .notFound)
  }

  @Test func `An entry that says nothing new is refused`() throws {
    try Given(rules: .sample).registered(1).when("person edit", ["person": "H-1"])
      .thenRefused("person-unchanged")
  }

  @Test func `A person's profile is what was said last of each part`() throws {
    var person = Person(id: try #require(PersonID("H-1")))
    let day = try #require(Day("2026-01-10"))
    person.evolve(
      with: .registered(.init(languages: ["pt"], specialities: ["evidence"]), personal: []),
      at: Mark(position: 1, effective: day))
    person.evolve(
      with: .revised(.init(languages: ["pt", "fr"]), personal: []),
      at: Mark(position: 2, effective: day))
    #expect(person.languages == ["pt", "fr"])
    #expect(person.specialities == ["evidence"])
    #expect((person.registeredBy, person.revisedBy) == (1, 2))
    #expect(try Person(id: person.id, state: person.state) == person)
  }
}
