import TestKit
import Testing
import Values

@testable import Plugins

/// What holds for every mapping that is read key by key.
@Suite struct MappingReaderLawTests {
  private static let known = ["notice", "quorum", "source", "title", "urgent"]
  private static let foreign = ["notise", "xyzzy", "Quorum", "é", "<<", " "]

  private static func mapping(_ random: inout Seeded) -> (names: [String], text: String) {
    let names = (known + foreign).filter { _ in Bool.random(using: &random) }
      .shuffled(using: &random)
    let lines = names.enumerated().map { "'\($1)': v\($0)\n" }
    return (names, lines.isEmpty ? "{}" : lines.joined())
  }

  @Test(arguments: 0..<15 as Range<UInt64>)
  func `Each key is either asked for or told as unknown, once and in the order of the file`(
    _ seed: UInt64
  ) throws {
    var random = Seeded(seed: seed)
    for _ in 0..<60 {
      let (names, text) = Self.mapping(&random)
      var reader = try MappingReader(YAML.parse(text))
      for name in Self.known {
        let value = try reader.optional(name)?.string()
        #expect(value == names.firstIndex(of: name).map { "v\($0)" })
      }
      let unknown = reader.unknownKeys()
      let expected = names.enumerated().filter { !Self.known.contains($1) }
      #expect(unknown.map { $0.values["key"] } == expected.map { .text($1) })
      #expect(unknown.map { $0.place?.line } == expected.map { $0.offset + 1 })
      #expect(unknown.allSatisfy { [.keyUnknown, .keyMisspelt].contains($0.code) })
      #expect((try? reader.finish()) == nil ? !unknown.isEmpty : unknown.isEmpty)
    }
  }

  @Test(arguments: 0..<15 as Range<UInt64>)
  func `A misspelt key is told as one that is missing, where one is near`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    for _ in 0..<60 {
      let (names, text) = Self.mapping(&random)
      var reader = try MappingReader(YAML.parse(text))
      for name in Self.known { _ = reader.optional(name) }
      for failure in reader.unknownKeys() {
        guard case .text(let nearest)? = failure.values["nearest"] else { continue }
        guard case .text(let key)? = failure.values["key"] else { continue }
        let missing = Self.known.filter { !names.contains($0) }
        #expect(Self.known.contains(nearest))
        #expect(missing.contains(nearest) || Nearest.word(to: key, among: missing) == nil)
      }
    }
  }

  @Test(arguments: MappingReaderLawTests.known)
  func `A key that must be there and is not is told at the mapping`(_ name: String) throws {
    let text = Self.known.filter { $0 != name }.map { "\($0): x\n" }.joined()
    var reader = try MappingReader(YAML.parse("# remark\n" + text))
    for other in Self.known where other != name {
      #expect(try reader.required(other).string() == "x")
    }
    #expect(throws: Failure(.keyMissing, ["key": .text(name)], at: Place(line: 2, column: 1))) {
      try reader.required(name)
    }
  }

  @Test func `A key with nothing under it is there`() throws {
    var reader = try MappingReader(YAML.parse("a:\nb: ~\nc: ''"))
    #expect(try reader.required("a").isNull && reader.required("b").isNull)
    #expect(try reader.required("c").string().isEmpty)
    #expect(throws: Never.self) { try reader.finish() }
  }

  @Test func `A mapping of the log has keys without places`() throws {
    var reader = try MappingReader(Node(["a": 1, "b": 2]))
    #expect(try reader.required("a").integer(in: 0...9) == 1)
    let unknown = try #require(reader.unknownKeys().first)
    #expect(unknown.place == nil)
    #expect(unknown.values["key"] == .text("b"))
  }
}

/// Findings are gathered whole, once each, and told in the order of the file.
@Suite struct FindingsLawTests {
  private static func failure(_ random: inout Seeded) -> Failure {
    let place =
      Bool.random(using: &random)
      ? Place(line: .random(in: 1...4, using: &random), column: .random(in: 1...4, using: &random))
      : nil
    return Failure(.keyUnknown, ["n": .int(.random(in: 0...2, using: &random))], at: place)
  }

  @Test(arguments: 0..<15 as Range<UInt64>)
  func `What was added is there, each once, by line and column`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<40 {
      let added = (0..<Int.random(in: 0...30, using: &random)).map { _ in Self.failure(&random) }
      let findings = Findings()
      for failure in added { findings.add(failure) }
      #expect(Set(findings.all.map(\.failure)) == Set(added))
      #expect(findings.all.count == Set(added).count)
      #expect(findings.hasErrors == !added.isEmpty)
      let places = findings.sorted.map {
        ($0.failure.place?.line ?? 99, $0.failure.place?.column ?? 99)
      }
      #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(!findings.isCut)
    }
  }

  @Test func `Findings of one place keep the order in which they were found`() {
    let findings = Findings()
    let place = Place(line: 3, column: 1)
    for number in [5, 1, 3] { findings.add(Failure(.keyUnknown, ["n": .int(number)], at: place)) }
    #expect(findings.sorted.map { $0.failure.values["n"] } == [.int(5), .int(1), .int(3)])
  }

  @Test func `A warning and an error of one failure are two findings`() {
    let findings = Findings()
    let failure = Failure(.keyUnknown)
    findings.add(failure, as: .warning)
    #expect(!findings.hasErrors)
    findings.add(failure)
    findings.add(failure, as: .warning)
    #expect(findings.all.map(\.severity) == [.warning, .error])
    #expect(findings.hasErrors)
  }

  @Test(arguments: [49, 50, 51, 200])
  func `Fifty are kept, and that there were more is told`(_ count: Int) {
    let findings = Findings()
    for number in 0..<count { findings.add(Failure(.keyUnknown, ["n": .int(number)])) }
    #expect(findings.all.count == min(50, count))
    #expect(findings.isCut == (count > 50))
    #expect(findings.all.last?.failure.values["n"] == .int(min(50, count) - 1))
  }

  @Test func `The same finding again, when there is no room, cuts nothing`() {
    let findings = Findings()
    for number in 0..<50 { findings.add(Failure(.keyUnknown, ["n": .int(number)])) }
    findings.add(Failure(.keyUnknown, ["n": .int(7)]))
    #expect(!findings.isCut)
  }
}
