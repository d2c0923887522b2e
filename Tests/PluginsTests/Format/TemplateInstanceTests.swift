import Plugins
import Testing
import Values

@Suite struct TemplateInstanceTests {
  static let least =
    "{title: Rede Lusófona do Ambiente, id: rede-ambiente, members: [PT, AO, 'NO']}"

  private func make(_ template: String, _ answers: String) throws -> TemplateInstance {
    try TemplateInstance.make(
      PluginFile.template(named: template), answers: YAML.parse(answers, file: "a.yaml"),
      today: #require(Day("2026-11-23")))
  }

  private func codes(_ template: String, _ answers: String) throws -> [Failure.Code] {
    let refused = #expect(throws: PluginRefused.self) { _ = try make(template, answers) }
    return refused?.errors.map(\.code) ?? []
  }

  @Test(arguments: PluginFile.templates())
  func `The least answers give a network that loads`(_ template: Template) throws {
    let instance = try make(template.name, Self.least)
    let loaded = try PluginFile.load(text: instance.text, file: "network.yaml")
    #expect(loaded.rules.id == "rede-ambiente")
    #expect(loaded.rules.template == "\(template.name)@\(template.version)")
    #expect(loaded.rules.recordingSince == Day("2026-11-23"))
    #expect(loaded.rules.founding.on == PartialDay("2026-11-23"))
    #expect(loaded.rules.founding.clause.source.key == "founding")
    #expect(loaded.warnings.allSatisfy { $0.failure.code == .rotationEmpty })
    #expect(instance.members == ["PT", "AO", "NO"])
    #expect(instance.observers == [])
  }

  @Test func `Each answer sets its key`() throws {
    let instance = try make(
      "plenary-of-states",
      """
      title: {en: "Net: the \\"first\\"", pt: Rede}
      id: net
      languages: [pt, en]
      timezone: Europe/Lisbon
      founded_on: 2020-05
      instrument: "Treaty: of #1"
      members: [PT, ES, FR, IT]
      observers: [CH]
      board: [PT, ES, FR]
      meetings: 3
      notice: P21D
      programme: P3Y
      """)
    let rules = try PluginFile.load(text: instance.text, file: "network.yaml").rules
    #expect(rules.languages == ["pt", "en"])
    #expect(rules.title.texts == ["en": "Net: the \"first\"", "pt": "Rede"])
    #expect(rules.zone == "Europe/Lisbon")
    #expect(rules.founding.on == PartialDay("2020-05"))
    #expect(rules.founding.instrument == "Treaty: of #1")
    #expect(rules.series("plenary")?.minimum?.atLeast == 3)
    #expect(rules.series("plenary")?.notice?.period == .days(21))
    #expect(rules.programme?.length == Period(years: 3))
    #expect(instance.observers == ["CH"])
    guard case .rotation(let rotation) = rules.body("board")?.composition else {
      Issue.record("the board does not rotate")
      return
    }
    #expect(rotation.groups.map(\.members) == [["PT", "ES", "FR"]])
    #expect(rotation.groups.first?.until == Day("2028-05-22"))
  }

  @Test func `The first member coordinates unless another is named`() throws {
    let template = "coordinator-and-contact-points"
    #expect(try make(template, Self.least).coordinator == "PT")
    let other = Self.least.replacing("}", with: ", coordinator: AO}")
    #expect(try make(template, other).coordinator == "AO")
    #expect(try make("blank", Self.least).coordinator == nil)
  }

  @Test func `The file shows the template as remarks to copy from`() throws {
    let text = try make("blank", Self.least).text
    #expect(text.contains("\n# Name of the network?\ntitle:\n  en: Rede Lusófona do Ambiente\n"))
    #expect(text.contains("\n# governance:\n#   membership:\n"))
  }

  @Test func `All wrong answers are named together`() throws {
    let answers = """
      title: X
      id: Not An Id
      members: [PT, XX]
      observers: PT
      languages: []
      meetings: many
      notice: P0D
      founded_on: soon
      colour: red
      """
    #expect(
      Set(try codes("plenary-of-states", answers)) == [
        .valueUnreadable, .jurisdictionUnknown, .listEmpty, .periodZero, .keyUnknown,
      ])
    #expect(try codes("plenary-of-states", answers).count == 8)
  }

  @Test func `An answer that must be given is asked for`() throws {
    #expect(try codes("blank", "{id: x}") == [.keyMissing, .keyMissing])
    #expect(try codes("blank", "[x]") == [.valueUnreadable])
  }

  @Test func `A title needs each language of the network`() throws {
    let answers = "{title: {en: X}, id: x, members: [PT], languages: [en, pt]}"
    #expect(try codes("blank", answers) == [.textMissing])
  }

  @Test(arguments: [
    "null", "true", "- x", "a: b", "a #b", " x ", "é'\"", "[x]", "*x",
    "NO",
    "1/2", "@x", "%x", "x:", "? x", "\\", "🇳🇴", "👩‍⚖️",
  ])
  func `Any name that can be seen comes back from the file as it was given`(_ name: String) throws {
    let node = Node(["title": .text(name), "id": "x", "members": ["PT"]])
    let instance = try TemplateInstance.make(
      PluginFile.template(named: "blank"), answers: node, today: #require(Day("2026-11-23")))
    let rules = try PluginFile.load(text: instance.text, file: "network.yaml").rules
    #expect(rules.title.texts == ["en": name])
  }
}
