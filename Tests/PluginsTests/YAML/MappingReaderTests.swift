import Plugins
import Testing
import Values

@Suite struct MappingReaderTests {
  @Test func `Every key that is asked for is found`() throws {
    var reader = try MappingReader(YAML.parse("notice: P14D\nurgent: P5D"))
    #expect(try reader.required("notice").string() == "P14D")
    #expect(try reader.optional("urgent")?.string() == "P5D")
    #expect(reader.optional("documents") == nil)
    #expect(throws: Never.self) { try reader.finish() }
  }

  @Test func `A missing key is named at the beginning of its mapping`() throws {
    let node = try #require(try YAML.parse("- x\n- a: 1").sequence().last)
    var reader = try MappingReader(node)
    #expect(throws: Failure(.keyMissing, ["key": .text("notice")], at: Place(line: 2, column: 3))) {
      try reader.required("notice")
    }
  }

  @Test func `A misspelt key is refused with the nearest that is not there`() throws {
    var reader = try MappingReader(YAML.parse("notices: 1\nnotise: 2"))
    _ = reader.optional("notice")
    _ = reader.optional("notices")
    #expect(
      throws: Failure(
        .keyMisspelt, ["key": .text("notise"), "nearest": .text("notice")],
        at: Place(line: 2, column: 1))
    ) { try reader.finish() }
  }

  @Test func `A key that resembles none is refused with all that are known`() throws {
    var reader = try MappingReader(YAML.parse("xyzzy: 1"))
    _ = reader.optional("urgent")
    _ = reader.optional("notice")
    #expect(
      throws: Failure(
        .keyUnknown, ["key": .text("xyzzy"), "choices": .list(["notice", "urgent"])],
        at: Place(line: 1, column: 1))
    ) { try reader.finish() }
  }

  @Test func `A misspelt key is refused with the right one, though that stands there already`()
    throws
  {
    var reader = try MappingReader(YAML.parse("notice: 1\nnotise: 2\nurgent: 3"))
    for key in ["notice", "urgent"] { _ = reader.optional(key) }
    #expect(
      throws: Failure(
        .keyMisspelt, ["key": .text("notise"), "nearest": .text("notice")],
        at: Place(line: 2, column: 1))
    ) { try reader.finish() }
  }

  @Test func `A key asked for twice stands once among those that are known`() throws {
    var reader = try MappingReader(YAML.parse("xyzzy: 1"))
    for key in ["urgent", "notice", "urgent"] { _ = reader.optional(key) }
    #expect(reader.unknownKeys().map(\.values["choices"]) == [.list(["notice", "urgent"])])
  }

  @Test func `A list has no keys`() {
    #expect(throws: Failure.self) { try MappingReader(YAML.parse("[a]")) }
  }

  @Test func `One run gathers twelve faults of a mapping in the order of the file`() throws {
    let text = (1...12).map { "wrong\($0): x" }.joined(separator: "\n")
    let reader = try MappingReader(YAML.parse(text))
    let findings = Findings()
    reader.finish(into: findings)
    #expect(findings.sorted.map(\.failure.place?.line) == Array(1...12))
    #expect(findings.hasErrors)
  }
}

@Suite struct ManyKeysTests {
  private static func findings(_ count: Int) throws -> Findings {
    let text = (1...count).map { "wrong\($0): x" }.joined(separator: "\n")
    let findings = Findings()
    try MappingReader(YAML.parse(text)).finish(into: findings)
    return findings
  }

  @Test(arguments: [
    (49, 49, false), (50, 50, false), (51, 50, true), (52, 50, true), (40_000, 50, true),
  ])
  func `However many keys are unknown, the first fifty are told, and that there are more`(
    _ row: (keys: Int, told: Int, isCut: Bool)
  ) throws {
    let findings = try Self.findings(row.keys)
    #expect(findings.all.map(\.failure.place?.line) == Array(1...row.told))
    #expect(findings.isCut == row.isCut)
  }

  @Test func `No more suggestions are looked for than are kept, and one`() throws {
    let text = (1...200).map { "notise\($0): x" }.joined(separator: "\n")
    var reader = try MappingReader(YAML.parse(text))
    _ = reader.optional("notice1")
    #expect(reader.unknownKeys().count == Findings.limit + 1)
    #expect(reader.unknownKeys().first?.code == .keyMisspelt)
  }
}

@Suite struct FindingsTests {
  private func failure(line: Int) -> Failure {
    Failure(.yamlSyntax, at: Place(line: line, column: 1))
  }

  @Test func `A reading that fails is noted and gives nothing`() {
    let findings = Findings()
    let value: Int? = findings.collect { () throws(Failure) in throw failure(line: 3) }
    #expect(value == nil)
    #expect(findings.all == [Finding(.error, failure(line: 3))])
    #expect(findings.collect { 7 } == 7)
  }

  @Test func `Warnings alone are no errors`() {
    let findings = Findings()
    findings.add(failure(line: 1), as: .warning)
    #expect(!findings.hasErrors)
  }

  @Test func `The same fault is noted once`() {
    let findings = Findings()
    findings.add(failure(line: 1))
    findings.add(failure(line: 1))
    #expect(findings.all.count == 1)
  }

  @Test func `Findings come in the order of the file, those without a place last`() {
    let findings = Findings()
    findings.add(Failure(.yamlSyntax))
    findings.add(failure(line: 9))
    findings.add(failure(line: 2))
    #expect(findings.sorted.map(\.failure.place?.line) == [2, 9, nil])
  }

  @Test func `The fifty-first finding is not kept, and that is told`() {
    let findings = Findings()
    for line in 1...50 { findings.add(failure(line: line)) }
    #expect(!findings.isCut)
    #expect(!findings.isFull)
    findings.add(failure(line: 51))
    #expect(findings.all.count == 50)
    #expect(findings.isCut && findings.isFull)
  }

  @Test func `No error is lost among warnings, however many there are`() {
    let findings = Findings()
    for line in 1...60 { findings.add(failure(line: line), as: .warning) }
    #expect(findings.isCut && !findings.isFull && !findings.hasErrors)
    findings.add(failure(line: 61))
    #expect(findings.hasErrors && !findings.isFull)
    #expect(findings.all.count == 50)
    #expect(findings.sorted.map(\.failure.place?.line) == Array(1...49) + [61])
  }

  @Test func `Fifty errors after fifty warnings are kept, and no more`() {
    let findings = Findings()
    for line in 1...50 { findings.add(failure(line: line), as: .warning) }
    for line in 51...120 { findings.add(failure(line: line)) }
    #expect(findings.isFull)
    #expect(findings.sorted.map(\.failure.place?.line) == Array(51...100))
  }
}
