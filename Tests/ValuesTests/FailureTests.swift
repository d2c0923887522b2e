import Testing
import Values

@Suite struct FailureTests {
  private static let code = Failure.Code("series-unknown", exit: .notFound)

  @Test func `A failure keeps its code, its values and its place`() {
    let place = Place(file: "network.yaml", line: 27, column: 9)
    let failure = Failure(Self.code, ["found": .text("plenery")], at: place)
    #expect(failure.code.name == "series-unknown")
    #expect(failure.code.exit == .notFound)
    #expect(failure.values == ["found": .text("plenery")])
    #expect(failure.place == place)
  }

  @Test func `A failure without values or place has none`() {
    #expect(Failure(Self.code).values.isEmpty)
    #expect(Failure(Self.code).place == nil)
  }

  @Test func `Failures differ by code, by exit, by value and by place`() {
    let failures = [
      Failure(Self.code), Failure(Failure.Code("series-unknown", exit: .usage)),
      Failure(Failure.Code("body-unknown", exit: .notFound)), Failure(Self.code, ["n": .int(1)]),
      Failure(Self.code, ["n": .text("1")]), Failure(Self.code, at: Place(line: 1, column: 1)),
      Failure(Self.code, at: Place(file: "a", line: 1, column: 1)),
    ]
    #expect(Set(failures).count == failures.count)
  }

  @Test func `A place can be given to a failure that had none`() {
    var failure = Failure(Self.code, ["n": .int(1)])
    failure.place = Place(line: 3, column: 4)
    failure.place?.file = "history.yaml"
    #expect(
      failure
        == Failure(Self.code, ["n": .int(1)], at: Place(file: "history.yaml", line: 3, column: 4)))
  }
}

@Suite struct ExitStatusTests {
  /// Scripts depend on these; 64 to 78 are those of sysexits.h.
  @Test func `The numbers told to the shell are those of the contract`() {
    #expect(
      ExitStatus.allCases.map(\.rawValue) == [
        0, 10, 11, 12, 13, 64, 65, 66, 69, 70, 73, 74, 75, 77, 78,
      ])
    #expect(ExitStatus.refused.rawValue == 10)
    #expect(ExitStatus.checkFailed.rawValue == 11)
    #expect(ExitStatus.differences.rawValue == 12)
    #expect(ExitStatus.declined.rawValue == 13)
    #expect(ExitStatus.usage.rawValue == 64)
  }
}

@Suite struct EmbeddedTextTests {
  @Test func `The catalogues and the templates are compiled in`() {
    #expect(
      Set(EmbeddedText.names) == [
        "catalogue/en", "catalogue/pt", "catalogue/es", "template/blank",
        "template/board-and-executive", "template/coordinator-and-contact-points",
        "template/directory-and-annual-meeting", "template/plenary-of-states",
        "template/steering-group",
      ])
    #expect(Set(EmbeddedText.names).count == EmbeddedText.names.count)
  }

  @Test(arguments: EmbeddedText.names)
  func `Each text is UTF-8 that ends with its last line`(_ name: String) throws {
    let bytes = try #require(EmbeddedText.bytes(named: name))
    let text = try #require(String(validating: bytes, as: UTF8.self))
    #expect(text.hasSuffix("\n"))
    #expect(!text.contains("\u{0}"))
  }

  @Test(arguments: ["", "catalogue", "catalogue/", "catalogue/en ", "Catalogue/en", "catalogue/fr"])
  func `A name that no text has gives none`(_ name: String) {
    #expect(EmbeddedText.bytes(named: name) == nil)
  }
}
