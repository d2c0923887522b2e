import Plugins
import Testing
import Values

/// What a network says in expressions is read into its rules.
@Suite struct WrittenRulesTests {
  private let rules: Rules

  init() throws {
    do {
      rules = try PluginFile.load(text: SamplePlugin.written, file: "s.yaml").rules
    } catch {
      Issue.record("\(error.findings)")
      throw error
    }
  }

  @Test(arguments: [
    ("id: sample\n", "id: Sample Net\n", "value-unreadable"), ("id: sample\n", "", "key-missing"),
    ("version: 1.2.3\n", "version: 1.2\n", "value-unreadable"),
  ])
  func `A head that cannot be read makes no key of the network's own unknown`(
    _ row: (right: String, wrong: String, code: String)
  ) throws {
    let text = SamplePlugin.written.replacing(row.right, with: row.wrong)
    let refused = try #require(throws: PluginRefused.self) {
      try PluginFile.load(text: text, file: "s.yaml")
    }
    #expect(refused.errors.map(\.code.name) == [row.code])
  }

  @Test func `A guard has all that it says`() throws {
    let rule = try #require(rules.guards.first)
    #expect(rule.id == "member.in-time")
    #expect(rule.on == ["member.admitted", "member.reclassified"])
    #expect(rule.when?.text == "payload.class == 'member'")
    #expect(rule.require.text == "!late && electorate < 50")
    #expect(rule.severity == .deny)
    #expect(rule.message.text(in: "pt").hasPrefix("Um membro"))
    #expect(rule.values.map(\.name) == ["count", "from"])
    #expect(rule.waiver == GuardRule.Waiver(by: ["board"], reason: .required))
    #expect(rule.isFinal)
    #expect(rule.clause == Clause(id: "member.in-time", source: .assumption))
  }

  @Test func `Guards keep their order and their severity`() {
    #expect(rules.guards.map(\.severity) == [.deny, .warn, .trial])
    #expect(rules.guards.map(\.isFinal) == [true, false, false])
    #expect(rules.guards[1].when == nil && rules.guards[2].values.isEmpty)
  }

  @Test func `An obligation has all that it says`() throws {
    let rule = try #require(rules.obligations.first)
    #expect(rule.id == "directory-updated")
    #expect(rule.on == "appointment.made" && rule.owedBy == "secretariat")
    #expect(rule.when?.text == "actor.id != ''")
    #expect(rule.due.text == "addPeriod(now, params.notice)")
    #expect(rule.metBy == "person.revised")
    #expect(rule.metWhere?.text.hasPrefix("size(payload.languages)") == true)
    #expect(rule.remind == [.days(2)] && rule.lateTo == "board")
    #expect(rule.clause.source == .assumption)
  }

  @Test func `A role says what it may record and for whom`() {
    #expect(rules.roles.map(\.name) == ["authority", "secretariat"])
    #expect(rules.roles.map(\.scope) == [.ownState, .any])
    #expect(rules.roles[1].grants == ["meeting.convened", "sample.guideline.published"])
    #expect(rules.roles[0].clause.id == "roles.authority")
  }

  @Test func `A view has a key and columns, a document its formats`() {
    #expect(rules.views.map(\.key.text) == ["payload.number"])
    #expect(rules.views.map(\.columns) == [["since", "title"]])
    #expect(rules.views.first?.origins.map(\.event) == ["sample.guideline.published"])
    #expect(rules.documents.map(\.formats) == [[.text, .html]])
    #expect(rules.documents.first?.values.map(\.expression.text) == ["payload.on"])
  }

  @Test func `Definitions and maxima are read`() {
    #expect(rules.definitions.map(\.name) == ["electorate", "late", "voting"])
    #expect(rules.maxima.lists == ["members": 60, "votes": 60, "meetings": 400])
  }

  @Test func `An own event has a version, roles and a schema`() throws {
    let event = try #require(rules.events.first)
    #expect(event.type == "sample.guideline.published" && event.version == 2)
    #expect(event.by == ["secretariat"])
    let forms = Dictionary(uniqueKeysWithValues: event.payload.fields.map { ($0.name, $0) })
    #expect(
      forms["number"]?.form
        == .text(.init(pattern: "^S/[0-9]{4}$", least: 3, most: 6)))
    #expect(forms["adopted_in"]?.form == .text(.init(noun: "meeting")))
    #expect(forms["handling"]?.form == .choice(["clear", "green", "amber"]))
    #expect(forms["copies"]?.form == .int(1...500) && forms["copies"]?.fallback == 1)
    #expect(forms["names_case"]?.form == .bool && forms["names_case"]?.fallback == false)
    #expect(forms["on"]?.form == .day && forms["sent"]?.form == .instant)
    #expect(forms["tags"]?.form == .list(.text(.init()), most: 5))
    #expect(
      forms.values.filter(\.isRequired).map(\.name).sorted() == ["handling", "number", "title"])
  }

  @Test func `All of it goes through the log unchanged`() throws {
    #expect(try PluginFile.load(resolved: rules.resolved) == rules)
    #expect(try PluginFile.load(resolved: rules.resolved, isAdopted: true) == rules)
    #expect(try PluginFile.load(resolved: JSON(parsing: rules.resolved.canonical)) == rules)
  }

  @Test func `Rules that were adopted are not checked against the records of today`() throws {
    let old = SamplePlugin.written.replacing("members.filter(m, m.votes)", with: "delegates")
    let log = try YAML.parse(old).json
    #expect(throws: PluginRefused.self) { try PluginFile.load(resolved: log) }
    #expect(try PluginFile.load(resolved: log, isAdopted: true).guards == rules.guards)
  }

  // MARK: - Upcasts and payloads

  @Test func `A payload of an earlier version becomes one of the newest`() throws {
    let event = try #require(rules.events.first)
    let old: JSON = ["number": "S/2020", "name": "Old", "note": "x"]
    #expect(
      event.upcast(old, from: 1) == ["number": "S/2020", "title": "Old", "handling": "green"])
    #expect(event.upcast(old, from: 2) == old)
    #expect(event.upcast(["handling": "amber"], from: 1) == ["handling": "amber"])
  }

  @Test func `A payload is given its types and defaults`() throws {
    let schema = try #require(rules.events.first).payload
    let given: JSON = [
      "number": "S/2026", "title": "T", "handling": "clear", "copies": "7", "on": "2026-03-02",
      "sent": "2026-03-02T09:00:00Z", "tags": ["a"], "authors": [["name": "A"]],
    ]
    let typed = try schema.typed(given)
    #expect(typed["copies"] == 7 && typed["names_case"] == false)
    #expect(typed["authors"] == [["name": "A"]] && typed["adopted_in"] == nil)
    #expect(typed.fields?.names == typed.fields?.names.sorted())
    #expect(try schema.typed(typed) == typed)
  }

  static let unfit: [(field: String, value: JSON, code: Failure.Code, path: String)] = [
    ("number", "S1", .payloadOutside, "number"), ("number", 7, .payloadUnfit, "number"),
    ("title", .null, .payloadFieldMissing, "title"),
    ("handling", "red", .payloadChoice, "handling"), ("handling", 1, .payloadUnfit, "handling"),
    ("copies", 0, .payloadOutside, "copies"), ("copies", "07", .payloadUnfit, "copies"),
    ("copies", 501, .payloadOutside, "copies"),
    ("names_case", "yes", .payloadUnfit, "names_case"), ("on", "soon", .payloadUnfit, "on"),
    ("sent", "2026-03", .payloadUnfit, "sent"), ("tags", "a", .payloadUnfit, "tags"),
    ("tags", ["a", "b", "c", "d", "e", "f"], .payloadOutside, "tags"),
    ("tags", ["a", 1], .payloadUnfit, "tags[1]"),
    ("authors", [["state": "PT"]], .payloadFieldMissing, "authors[0].name"),
    ("authors", [["name": "A", "age": 3]], .payloadFieldUnknown, "authors[0].age"),
    ("authors", ["A"], .payloadUnfit, "authors[0]"),
    ("number", "S-2026", .payloadPattern, "number"),
    ("handlin", "clear", .payloadFieldUnknown, "handlin"),
  ]

  @Test(arguments: unfit)
  func `A payload that does not fit is refused by the path of its field`(
    _ row: (field: String, value: JSON, code: Failure.Code, path: String)
  ) throws {
    let schema = try #require(rules.events.first).payload
    var fields: [(String, JSON)] = [("number", "S/2026"), ("title", "T"), ("handling", "clear")]
    fields.removeAll { $0.0 == row.field }
    let json = JSON.object(JSON.Fields(fields + [(row.field, row.value)]))
    let failure = #expect(throws: Failure.self) { try schema.typed(json) }
    #expect(failure?.code == row.code)
    #expect(failure?.values["field"] == .text(row.path))
  }
}
