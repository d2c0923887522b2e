import Governance
import Testing
import Values

@Suite struct ActInputTests {
  private static let kind = ActKind(
    "sample", "do",
    fields: [
      .subject("subject", .id("member")), .optional("text", .text),
      .optional("document", .document),
      .optional("number", .int), .optional("day", .day), .optional("partial", .partialDay),
      .optional("time", .time), .optional("period", .period), .optional("flag", .flag),
      .optional("choice", .choice(["done", "dropped"])), .optional("ids", .ids("member")),
      .optional("pairs", .pairs("member", nil)), .optional("texts", .texts),
      ActField("secret", .text, isPersonal: true),
    ])

  private func input(_ values: [String: [String]], places: [String: Place] = [:]) throws -> ActInput
  {
    try ActInput(
      Self.kind, values.merging(["subject": ["PT"]]) { given, _ in given }, places: places)
  }

  /// The failure that reading a value gives.
  private func failure<Value>(
    _ values: [String: [String]], places: [String: Place] = [:],
    _ read: (ActInput) throws -> Value
  ) throws -> Failure {
    let input = try input(values, places: places)
    return try #require(throws: Failure.self) { _ = try read(input) }
  }

  @Test func `A field that the act does not have is named with those it has, and its place`() throws
  {
    let place = Place(file: "acts.yaml", line: 3, column: 7)
    let failure = try #require(throws: Failure.self) {
      try ActInput(
        Self.kind, ["subject": ["PT"], "colour": ["red"]], places: ["colour": place])
    }
    #expect(failure.code == .fieldUnknown)
    #expect(failure.values["field"] == .text("colour"))
    #expect(failure.values["known"] == .list(Self.kind.fields.map(\.name)))
    #expect(failure.place == place)
  }

  @Test(arguments: ["", "  ", "\t\n", "\u{A0}"])
  func `Nothing but space is no text, alone or in a list`(_ blank: String) throws {
    let alone = try failure(["text": [blank]]) { try $0.text("text") }
    let listed = try failure(["texts": ["Opening", blank]]) { try $0.texts("texts") }
    for (failure, field) in [(alone, "text"), (listed, "texts")] {
      #expect(failure.code == .fieldMalformed)
      #expect(failure.values["field"] == .text(field))
    }
    #expect(try input(["texts": [" Opening "]]).texts("texts") == [" Opening "])
  }

  @Test(arguments: [[:], ["subject": []]] as [[String: [String]]])
  func `A required field must be there with a value`(_ values: [String: [String]]) throws {
    let failure = try #require(throws: Failure.self) { try ActInput(Self.kind, values) }
    #expect(failure.code == .fieldMissing)
    #expect(failure.values == ["act": .text("sample do"), "field": .text("subject")])
  }

  @Test(arguments: [
    ("number", "14 days", "number"), ("number", "1234567890", "number"),
    ("day", "2026-02-30", "day"), ("day", "2026-11", "day"),
    ("partial", "2026-13", "partial-day"), ("time", "25:00", "time"),
    ("period", "2 weeks", "period"),
    ("flag", "yes", "boolean"), ("choice", "later", "choice"), ("subject", "P T", "id"),
    ("text", "", "text"),
  ])
  func `A value without the form of its field fails with the form, the value and the place`(
    _ name: String, _ value: String, _ form: String
  ) throws {
    let place = Place(file: "acts.yaml", line: 1, column: 20)
    let failure = try failure([name: [value]], places: [name: place]) { input in
      switch name {
      case "number": _ = try input.int(name)
      case "day": _ = try input.day(name)
      case "partial": _ = try input.partialDay(name)
      case "time": _ = try input.time(name)
      case "period": _ = try input.period(name)
      case "flag": _ = try input.flag(name)
      case "choice": _ = try input.choice(name, of: ActionClosing.Outcome.self)
      case "subject": _ = try input.id(name, of: Member.self)
      default: _ = try input.text(name)
      }
    }
    #expect(failure.code == .fieldMalformed)
    #expect(failure.code.exit == .badData)
    #expect(
      failure.values == [
        "field": .text(name), "found": .text(value), "form": .word("expected.\(form)"),
      ])
    #expect(failure.place == place)
  }

  @Test func `A value of each form is read`() throws {
    let input = try input([
      "number": ["999999999"], "day": ["2026-11-23"], "partial": ["2026-11"], "time": ["09:32"],
      "period": ["P14D"], "choice": ["done"], "ids": ["PT", "ES"], "pairs": ["PT=for", "ES=a=b"],
    ])
    #expect(try input.int("number") == 999_999_999)
    #expect(try input.day("day").description == "2026-11-23")
    #expect(try input.partialDay("partial").description == "2026-11")
    #expect(try input.time("time").description == "09:32")
    #expect(try input.period("period").description == "P14D")
    #expect(try input.choice("choice", of: ActionClosing.Outcome.self) == .done)
    #expect(try input.ids("ids", of: Member.self).map(\.text) == ["PT", "ES"])
    #expect(try input.pairs("pairs", of: Member.self).map(\.1) == ["for", "a=b"])
  }

  @Test(arguments: [([], false), (["true"], true), (["false"], false)])
  func `A flag is set by true, and by nothing else`(_ values: [String], _ isSet: Bool) throws {
    #expect(try input(["flag": values]).flag("flag") == isSet)
  }

  @Test func `A text keeps its lines and its tabs`() throws {
    #expect(try input(["text": ["one\n\ttwo"]]).text("text") == "one\n\ttwo")
  }

  @Test(arguments: [("text", 20_000), ("document", 1_048_576)])
  func `A text is as long as its field allows, in bytes, and no longer`(
    _ name: String, _ limit: Int
  ) throws {
    let longest = String(repeating: "x", count: limit)
    #expect(try input([name: [longest]]).text(name) == longest)
    let accented = String(repeating: "x", count: limit - 1) + "é"
    #expect(try failure([name: [accented]]) { try $0.text(name) }.code == .fieldMalformed)
  }

  @Test(arguments: [
    ("text", String(repeating: "x", count: 20_001), "form.short-text"),
    ("document", String(repeating: "x", count: 1_048_577), "form.short-document"),
    ("text", "bell\u{7}", "form.plain-text"), ("text", "\u{1B}[31mred", "form.plain-text"),
    ("document", "a\u{0}", "form.plain-text"), ("text", "", "expected.text"),
  ])
  func `What a text has too much of is told by what it may have`(
    _ row: (name: String, text: String, form: String)
  ) throws {
    let failure = try failure([row.name: [row.text]]) { try $0.text(row.name) }
    #expect(failure.code == .fieldMalformed && failure.values["form"] == .word(row.form))
  }

  @Test(arguments: ["texts", "pairs"])
  func `The texts of a list have the limits of a text`(_ name: String) throws {
    let long = "PT=" + String(repeating: "x", count: 20_000)
    for text in [long, "PT=bell\u{7}"] {
      let failure = try failure([name: [text]]) { input in
        _ = try name == "texts" ? input.texts(name).count : input.pairs(name, of: Member.self).count
      }
      #expect(failure.code == .fieldMalformed)
    }
    #expect(try input(["texts": ["Opening", "Reports"]]).texts("texts") == ["Opening", "Reports"])
  }

  @Test func `What was found is quoted as far as its eightieth character`() throws {
    let failure = try failure(["day": [String(repeating: "9", count: 100)]]) { try $0.day("day") }
    #expect(failure.values["found"] == .text(String(repeating: "9", count: 80)))
  }

  @Test func `A personal value is not repeated in a failure`() throws {
    let failure = try failure(["secret": ["Ana\u{7}"]]) { try $0.text("secret") }
    #expect(failure.values["found"] == .text("…"))
  }

  @Test func `A field with one value has not two`() throws {
    #expect(try failure(["text": ["a", "b"]]) { try $0.text("text") }.code == .fieldMissing)
  }

  @Test(arguments: [
    ["PT", "PT"], ["PT=for", "ES=for", "PT=against"],
  ])
  func `A list names each thing once`(_ items: [String]) throws {
    let name = items[0].contains("=") ? "pairs" : "ids"
    let failure = try failure([name: items]) { input in
      _ =
        try name == "ids"
        ? input.ids(name, of: Member.self).count : input.pairs(name, of: Member.self).count
    }
    #expect(failure.code == .fieldRepeated)
    #expect(failure.values == ["field": .text(name), "found": .text(items[items.count - 1])])
  }

  @Test(arguments: ["PT", "PT=", "=for", "P T=for"])
  func `A pair has an id and a text`(_ pair: String) throws {
    let failure = try failure(["pairs": [pair]]) { try $0.pairs("pairs", of: Member.self).count }
    #expect(failure.values["form"] == .word("expected.pair"))
  }

  @Test func `A list with something that is no id fails`() throws {
    let failure = try failure(["ids": ["PT", "E S"]]) { try $0.ids("ids", of: Member.self) }
    #expect(failure.values["form"] == .word("expected.id"))
  }

  @Test func `What the log keeps of a request has no document and nothing personal`() throws {
    let values = [
      "secret": ["Ana"], "document": ["{}"], "ids": ["PT", "ES"], "text": ["Word"], "texts": [],
    ]
    #expect(try input(values).body == ["subject": "PT", "text": "Word", "ids": ["PT", "ES"]])
  }

  @Test func `A request differs from another in its personal fields too`() throws {
    #expect(
      try input(["secret": ["Ana"]]).request == ["secret": ["Ana"], "subject": ["PT"]])
    #expect(try input(["secret": ["Ana"]]).request != input(["secret": ["Bea"]]).request)
  }

  @Test func `A value that may be left out is nil when it was`() throws {
    #expect(try input([:]).optional("day", ActInput.day) == nil)
    #expect(try input(["day": []]).has("day") == false)
    #expect(try input(["day": ["2026-11-23"]]).optional("day", ActInput.day) == Day("2026-11-23"))
  }
}
